import { addDays, addMonths } from '#src/shared/domain/dates.ts'
import { parseMoney } from '#src/shared/domain/money-text.ts'
import type { Money } from '#src/shared/domain/money.ts'
import type { AgreedTerms } from '../agreed.ts'
import { dependsOnResults } from '../values.ts'
import type { Writer } from '../writer.ts'
import { obligation, type Obligation } from './obligation.ts'

export interface PlannedPayout {
  id: string
  amount: Money
  dueOn: string | null
}

/** What is to be paid: each planned payout, what depends on results, an add-on's fee, or what the client owes for an order. */
export function paymentObligations(terms: AgreedTerms, writer: Writer, payouts: readonly PlannedPayout[]): Obligation[] {
  const clauseId = terms.clauses.find(({ kind }) => kind === 'compensation')?.id ?? null
  const isAddOn = clauseId === 'compensation.add-on'
  if (terms.fee) {
    const places = { what: writer.amount(terms.fee) }
    return obligation(writer, { clauseId, kind: 'payment', party: 'client', dueOn: null, amount: terms.fee, places })
  }
  const fixed = payouts.flatMap(({ id, amount, dueOn }) => {
    const places = { what: writer.amount(amount) }
    return obligation(writer, { clauseId, kind: isAddOn ? 'addOnFee' : 'payment', party: 'agency', dueOn, amount, payoutId: id, places })
  })
  if (isAddOn && fixed.length === 0 && terms.addOnFee !== null)
    return obligation(writer, { clauseId, kind: 'addOnFee', party: 'agency', dueOn: null, places: { what: terms.addOnFee } })
  return clauseId === 'compensation' ? [...fixed, ...results(terms, writer, clauseId)] : fixed
}

function results({ compensation, currency, lastDueOn }: AgreedTerms, writer: Writer, clauseId: string): Obligation[] {
  if (!compensation || !dependsOnResults(compensation.model)) return []
  const places = { what: writer.compensation(compensation, currency, 'figures') }
  return obligation(writer, { clauseId, kind: 'results', party: 'agency', dueOn: lastDueOn && firstSettlement(lastDueOn), places })
}

/** Two weeks after the end of the month in which the last post is due. */
function firstSettlement(lastDueOn: string): string {
  return addDays(addMonths(`${lastDueOn.slice(0, 7)}-01`, 1), 13)
}

/** An add-on's fee as an amount, where it is one: `EUR 150.00 (one hundred fifty euros)` is. */
export function addOnAmount({ addOnFee, currency }: AgreedTerms): Money | null {
  const figures = addOnFee?.replace(/\(.*\)/s, '').trim()
  const read = figures ? parseMoney(figures, currency) : null
  return read?.kind === 'value' && read.value.amountMinor > 0 ? read.value : null
}
