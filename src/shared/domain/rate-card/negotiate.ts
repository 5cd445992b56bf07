import { compareMoney, scaleMoney, subtractMoney, type Money } from '../money.ts'
import { looksStingy, usualCounter } from '../offers.ts'
import type { PriceRange } from './types.ts'

export type Negotiation = {
  /** Where the ask lies; null where no range in its currency is known. */
  readonly askLies: 'under the range' | 'within the range' | 'over the range' | null
  /** The usual counter: 70 % of the ask (facts.md §3), 500 asked, 350 countered. */
  readonly counter: Money
  /** Whether that counter lies 20 % or more under the suggestion; null where none is known. */
  readonly counterLooksStingy: boolean | null
  /** A counter that serves better than the usual one, and why; null where the usual one is fine. */
  readonly betterCounter: { readonly amount: Money; readonly why: string } | null
  /** The most to agree to; null where the range has no upper end in this currency. */
  readonly walkAway: Money | null
  readonly notes: readonly string[]
}

/** What to say to an ask for one post, against the suggested range. The walk-away is the range's upper end: a rule of the house. */
export function negotiate(ask: Money, range: PriceRange | null): Negotiation {
  const counter = usualCounter(ask)
  if (range === null || range.low.currency !== ask.currency) {
    const note =
      range === null ? 'No range is known to hold the ask against.' : `The ask is in ${ask.currency}, the range in ${range.low.currency}.`
    return { askLies: null, counter, counterLooksStingy: null, betterCounter: null, walkAway: null, notes: [note] }
  }
  const { suggested, high } = range
  return {
    askLies: placeOf(ask, range),
    counter,
    counterLooksStingy: suggested && looksStingy(counter, suggested),
    betterCounter: suggested && betterThan(counter, ask, suggested),
    walkAway: high,
    notes: high === null ? ['The range has no upper end, so it names no price to walk away from.'] : [],
  }
}

function placeOf(ask: Money, { low, high }: PriceRange): Negotiation['askLies'] {
  if (compareMoney(ask, low) < 0) return 'under the range'
  if (high === null) return null
  return compareMoney(ask, high) > 0 ? 'over the range' : 'within the range'
}

function betterThan(counter: Money, ask: Money, suggested: Money): Negotiation['betterCounter'] {
  if (compareMoney(counter, suggested) > 0) {
    return { amount: suggested, why: 'Even the usual counter is more than the suggestion, so counter with the suggestion.' }
  }
  if (!looksStingy(counter, suggested)) return null
  const least = leastThatIsNotStingy(suggested)
  return compareMoney(ask, least) <= 0
    ? { amount: ask, why: 'The ask itself lies 20 % or more under the suggestion: accept it.' }
    : { amount: least, why: 'The usual counter lies 20 % or more under the suggestion and looks stingy; this is the least that does not.' }
}

/** One minor unit over 80 %, rounded up where 80 % is no whole number. */
function leastThatIsNotStingy(suggested: Money): Money {
  const eighty = scaleMoney(suggested, 8, 10)
  return looksStingy(eighty, suggested) ? { ...eighty, amountMinor: eighty.amountMinor + 1 } : eighty
}

/** What several posts cost and save against as many single ones, at these prices a post. */
export function savingOf(single: Money, perPost: Money, posts: number): { total: Money; saved: Money } {
  const total = scaleMoney(perPost, posts)
  return { total, saved: subtractMoney(scaleMoney(single, posts), total) }
}
