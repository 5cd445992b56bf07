import engagementData from '../../../resources/benchmarks/engagement.json' with { type: 'json' }
import priceData from '../../../resources/benchmarks/prices.json' with { type: 'json' }
import { money, type Money } from './money.ts'
import { isTier, type Tier } from './tiers.ts'

/** Where a figure comes from; shown wherever the figure is. Sources are never melted into one number. */
export type Source = { readonly setId: string; readonly source: string; readonly year: number }

/** What one source says of engagement by followers, in basis points; null where it says nothing. `tier` null is a remark on all tiers. */
export type EngagementBenchmark = Source & {
  readonly tier: Tier | null
  readonly platform: string | null
  readonly lowBp: number | null
  readonly highBp: number | null
  readonly averageBp: number | null
  /** The size of account the source means, where it names one. */
  readonly atFollowers?: number
  readonly note: string | null
}

/** What one source says a post costs; `high` null is open upwards. */
export type PriceBenchmark = Source & {
  readonly tier: Tier
  readonly low: Money
  readonly high: Money | null
  readonly note: string | null
}

/** Engagement-rate benchmarks of every source (facts.md §2). */
export const ENGAGEMENT_BENCHMARKS: readonly EngagementBenchmark[] = engagementData.sets.flatMap(({ id, source, year, rows }) =>
  rows.map((row) => ({ ...row, tier: row.tier === null ? null : knownTier(row.tier), setId: id, source, year })),
)

/** Prices per post of every source (facts.md §3). */
export const PRICE_BENCHMARKS: readonly PriceBenchmark[] = priceData.sets.flatMap(({ id, source, year, rows }) =>
  rows.map(({ tier, lowMinor, highMinor, note }) => ({
    setId: id,
    source,
    year,
    tier: knownTier(tier),
    low: inCurrency(lowMinor),
    high: highMinor === null ? null : inCurrency(highMinor),
    note,
  })),
)

/** What the sources say moves a price up or down (facts.md §3). */
export const PRICE_ADJUSTMENTS: readonly { readonly id: string; readonly text: string }[] = priceData.adjustments

/** What a set says of a tier, on this platform where it says so, else on all; null where it says nothing. */
export function engagementBenchmark(setId: string, tier: Tier, platform: string | null = null): EngagementBenchmark | null {
  const rows = ENGAGEMENT_BENCHMARKS.filter((row) => row.setId === setId && row.tier === tier)
  return rows.find((row) => platform !== null && row.platform === platform) ?? rows.find((row) => row.platform === null) ?? null
}

/** What a set says a post by a creator of this tier costs; null where it says nothing. */
export function priceBenchmark(setId: string, tier: Tier): PriceBenchmark | null {
  return PRICE_BENCHMARKS.find((row) => row.setId === setId && row.tier === tier) ?? null
}

/** Whether a rate lies below, within or above what a benchmark gives; null where it gives no bound on that side and no other answer. */
export function compareWithBenchmark(rateBp: number, { lowBp, highBp }: EngagementBenchmark): 'below' | 'within' | 'above' | null {
  if (lowBp !== null && rateBp < lowBp) return 'below'
  if (highBp !== null && rateBp > highBp) return 'above'
  return lowBp === null || highBp === null ? null : 'within'
}

function knownTier(word: string): Tier {
  if (!isTier(word)) throw new RangeError(`"${word}" is not a tier.`)
  return word
}

function inCurrency(amountMinor: number): Money {
  return money(amountMinor, priceData.currency)
}
