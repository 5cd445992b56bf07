import type { Compensation } from '../compensation-terms.ts'
import { money, scaleMoney, type Money } from '../money.ts'
import { roundHalfUp, toSafeInteger } from '../rational.ts'
import type { PriceRange } from './types.ts'

/** The middle of the agency's own deals and the bounds of their middle half. */
export type DealRange = PriceRange & { readonly suggested: Money }

/**
 * The price of one post under agreed terms; null where they name none: gifts, commissions and ladders pay for results, and a flat fee
 * for an unknown number of posts can't be shared out. Half-up to the minor unit.
 */
export function pricePerPost(terms: Compensation, posts: number): Money | null {
  if (terms.model === 'per post') return terms.pricePerPost
  return terms.model === 'flat fee' && posts > 0 ? scaleMoney(terms.fee, 1, posts) : null
}

/**
 * Median and quartiles, by the straight line between neighbours (the inclusive method of spreadsheets), half-up to the minor unit.
 * Null without a price. Throws a RangeError where they are in several currencies.
 */
export function dealRange(prices: readonly Money[]): DealRange | null {
  const [first] = prices
  if (first === undefined) return null
  if (prices.some(({ currency }) => currency !== first.currency)) throw new RangeError('Deals in several currencies have no middle.')
  const sorted = prices.map(({ amountMinor }) => amountMinor).toSorted((a, b) => a - b)
  const quartile = (quarters: number) => money(quantile(sorted, quarters), first.currency)
  return { low: quartile(1), suggested: quartile(2), high: quartile(3) }
}

function quantile(sorted: readonly number[], quarters: number): number {
  const place = (sorted.length - 1) * quarters
  const [index, rest] = [Math.floor(place / 4), place % 4]
  const below = sorted[index] ?? 0
  const above = sorted[index + 1] ?? below
  return toSafeInteger(roundHalfUp(BigInt(below) * BigInt(4 - rest) + BigInt(above) * BigInt(rest), 4n))
}
