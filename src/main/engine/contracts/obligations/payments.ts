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

/** What depends on results is settled after each calendar month the contract runs; after that of the last post where its days are not
 *  known. */
function results({ compensation, currency, startsOn, endsOn, lastDueOn }: AgreedTerms, writer: Writer, clauseId: string): Obligation[] {
  if (!compensation || !dependsOnResults(compensation.model)) return []
  const places = { what: writer.compensation(compensation, currency, 'figures') }
  const months = startsOn && endsOn ? monthsBetween(startsOn, endsOn) : lastDueOn ? [firstOfMonth(lastDueOn)] : [null]
  return months.flatMap((month) =>
    obligation(writer, { clauseId, kind: 'results', party: 'agency', dueOn: month && settledOn(month), places }),
  )
}

/** Ten years; a last day typed as “2999” makes no list that nobody can read. */
const mostMonths = 120

/** The first day of each calendar month from one day to another; that of the first where they are in the wrong order. */
function monthsBetween(from: string, to: string): string[] {
  const first = firstOfMonth(from)
  const months = [first]
  for (let next = addMonths(first, 1); next <= to && months.length < mostMonths; next = addMonths(first, months.length)) months.push(next)
  return months
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

/** Two weeks after the end of the month. */
function settledOn(month: string): string {
  return addDays(addMonths(month, 1), 13)
}

/** An add-on's fee as an amount, where it is one: `EUR 150.00 (one hundred fifty euros)` is. */
export function addOnAmount({ addOnFee, currency }: AgreedTerms): Money | null {
  const figures = addOnFee?.replace(/\(.*\)/s, '').trim()
  const read = figures ? parseMoney(figures, currency) : null
  return read?.kind === 'value' && read.value.amountMinor > 0 ? read.value : null
}
