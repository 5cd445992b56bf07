import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { compensationDue } from '#src/shared/domain/compensation.ts'
import { subtractMoney, type Money } from '#src/shared/domain/money.ts'
import type { Work } from '../campaigns/work.ts'
import type { PayoutSum } from '../payouts/sums.ts'

/** The fees of one creator's work: what was agreed for it, not what happens to be paid so far; a retainer for the months that have
 *  begun. Where nothing is agreed, or the creator declined in the end, what is planned or paid (and not cancelled). Empty where nothing
 *  is known. */
export function feesOf({ row, cashSoFar }: Work, payouts: readonly PayoutSum[]): Money[] {
  if (cashSoFar && row.stage !== 'declined') return [cashSoFar]
  return payouts.map(({ currency, plannedMinor, paidMinor }) => ({ amountMinor: plannedMinor + paidMinor, currency }))
}

/** The value of the products agreed with a creator who did not decline; null where there are none. */
export function productOf({ row, product }: Work): Money | null {
  return product && product.amountMinor > 0 && row.stage !== 'declined' ? product : null
}

/** The part of a compensation that depends on what the work brought in; null where it has none, or where that is not known yet.
 *  `currency` is that of the revenue. For a revenue share each conversion stands for one paid month of one customer. */
export function earnedOf(
  terms: Compensation,
  { revenueMinor, conversions }: { revenueMinor: number | null; conversions: number | null },
  currency: string,
): Money | null {
  const revenue = revenueMinor === null ? null : { amountMinor: revenueMinor, currency }
  switch (terms.model) {
    case 'commission':
    case 'flat plus commission':
    case 'retainer plus commission':
      return compensationDue({ model: 'commission', rateBp: terms.rateBp }, { revenue }, currency).cash
    case 'performance bonus': {
      const { cash } = compensationDue(terms, { sales: conversions }, currency)
      return cash && subtractMoney(cash, terms.base)
    }
    case 'revenue share':
      return compensationDue(terms, { customers: conversions }, currency).cash
    case 'flat fee':
    case 'per post':
    case 'gifting':
    case 'ambassador ladder':
      return null
  }
}
