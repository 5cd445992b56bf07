import { sameCurrency, shareOf, type Money } from './money.ts'

const USUAL_COUNTER_BP = 7_000
const STINGY_BP = 8_000

/** The usual counter-offer, 70 % of what was asked (facts.md §3): 500 asked, 350 countered. Half-up to the cent. */
export function usualCounter(asked: Money): Money {
  return shareOf(asked, USUAL_COUNTER_BP)
}

/** Whether an offer looks stingy: 20 % or more under the standard (facts.md §3). Throws a RangeError for two currencies. */
export function looksStingy(offer: Money, standard: Money): boolean {
  return BigInt(offer.amountMinor) * 10_000n <= BigInt(sameCurrency(offer, standard).amountMinor) * BigInt(STINGY_BP)
}
