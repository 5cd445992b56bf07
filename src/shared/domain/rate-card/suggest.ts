import { basePrice, type BasePrice } from './base-price.ts'
import type { ChosenModifier } from './circumstances.ts'
import { withModifiers } from './compose.ts'
import { dealRange, type DealRange } from './deals.ts'
import { exchanged, type ExchangeRate } from './exchange.ts'
import type { Missing, PriceRange, Step } from './types.ts'
import type { Money } from '../money.ts'
import type { AccountTier } from '../tiers.ts'

/** All that a suggestion is made from. */
export type RateQuestion = {
  readonly setId: string
  readonly platform: string
  readonly followers: number | null
  /** A post, in all kinds that are counted; null where it is not known. */
  readonly interactions: number | null
  readonly currency: string
  /** Of `currency` for one US dollar; null where the agency gave none. */
  readonly rate: ExchangeRate | null
  readonly modifiers: readonly ChosenModifier[]
  /** Whether the price goes by engagement, too. */
  readonly usesEngagement: boolean
  /** The agency's own deals of the same kind in `currency`, a post each; null where they are not to count. */
  readonly deals: { readonly prices: readonly Money[]; readonly needed: number } | null
}

export type RateAnswer = {
  readonly basis: 'own deals' | 'benchmark' | 'not known'
  /** By the benchmark set's own bands. */
  readonly tier: AccountTier | null
  readonly range: PriceRange | null
  readonly steps: readonly Step[]
  readonly missing: readonly Missing[]
}

/** What one's own deals hold already, and so is not counted on top of them. */
const HELD_BY_DEALS: ReadonlySet<string> = new Set(['platform', 'format', 'engagement'])

/** A price range for one post with its composition: from the agency's own deals once there are enough, else from the benchmark set. */
export function suggestRate(question: RateQuestion): RateAnswer {
  const { setId, platform, followers, interactions, usesEngagement, modifiers, deals } = question
  const base = basePrice(setId, { platform, followers, interactions: usesEngagement ? interactions : null })
  const own = deals !== null && deals.prices.length >= deals.needed ? dealRange(deals.prices) : null
  if (own) return fromDeals(own, deals?.prices.length ?? 0, base, modifiers)
  const missing = base.missing.filter(({ about }) => usesEngagement || about !== 'engagement')
  if (base.range === null) return { basis: 'not known', tier: base.tier, range: null, steps: [], missing }
  const inCurrency = intoCurrency(base.range, question)
  const modified = withModifiers(inCurrency.range, modifiers)
  return {
    basis: 'benchmark',
    tier: base.tier,
    range: modified.range,
    steps: [...base.steps, ...inCurrency.steps, ...modified.steps],
    missing: [...missing, ...inCurrency.missing],
  }
}

function fromDeals(own: DealRange, found: number, { tier }: BasePrice, modifiers: readonly ChosenModifier[]): RateAnswer {
  const step: Step = {
    id: 'deals',
    label: 'Your own deals',
    words: `The median of ${found} deals on the same platform, in the same tier and currency; the range is their middle half.`,
    before: own.suggested,
    factor: { numerator: 1, denominator: 1 },
    after: own.suggested,
    source: { kind: 'deals', text: 'Agreed fees in this workspace; platform, format and engagement are in them already.' },
  }
  const beside = modifiers.filter(({ kind }) => !HELD_BY_DEALS.has(kind))
  const { range, steps } = withModifiers(own, beside)
  return { basis: 'own deals', tier, range, steps: [step, ...steps], missing: [] }
}

function intoCurrency(range: PriceRange, { currency, rate }: RateQuestion): { range: PriceRange; steps: Step[]; missing: Missing[] } {
  if (currency === range.low.currency) return { range, steps: [], missing: [] }
  if (rate !== null) {
    const { range: next, step } = exchanged(range, currency, rate)
    return { range: next, steps: [step], missing: [] }
  }
  const text =
    `The benchmarks are in US dollars, and Troupe knows no exchange rate because it works offline: ` +
    `give how many ${currency} one dollar is to see the price in ${currency}.`
  return { range, steps: [], missing: [{ about: 'exchange rate', text }] }
}
