import { interactionsAtRate } from '#src/shared/domain/engagement.ts'
import { basePrice } from '#src/shared/domain/rate-card/base-price.ts'
import type { PriceRange } from '#src/shared/domain/rate-card/types.ts'
import { tierSet } from '#src/shared/domain/tiers.ts'

interface PricedLine {
  platform: string | null
  followers: number | null
  engagement_bp: number | null
}

/** What a benchmark set says a post of this account costs, in US dollars, before anything that moves a price; null where it says nothing.
 *  For many creators at once, where a whole suggestion each would take too long. */
export function benchmarkEstimate(
  { platform, followers, engagement_bp: rate }: PricedLine,
  setId: string,
): (PriceRange & { setId: string }) | null {
  if (followers === null || tierSet(setId) === null) return null
  const interactions = rate === null ? null : interactionsAtRate(followers, rate)
  const { range } = basePrice(setId, { platform: platform ?? '', followers, interactions })
  return range && { ...range, setId }
}
