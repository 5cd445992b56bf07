import { ENGAGEMENT_BENCHMARKS, engagementBenchmark, type EngagementBenchmark } from '../benchmarks.ts'
import { tierSet, type TierBand } from '../tiers.ts'

/** Where a set's lowest band begins with nobody: where the other sources let nano begin. Logarithms need a beginning. */
const LOWEST_FOLLOWERS = 1_000

/** What a set calls usual at one size of account. */
type Anchor = { readonly followers: number; readonly interactions: number }

/** Followers from which the position in a band is counted. */
export function bandStart({ from }: TierBand): number {
  return Math.max(from, LOWEST_FOLLOWERS)
}

/**
 * The followers whose usual engagement brings this many interactions a post, by a benchmark set: how "price on engagement, not on
 * followers" (facts.md §3) becomes a price. The usual rate is the set's average, else the middle of its range (facts.md §2), at the
 * middle of the tier by orders of size; between tiers it is read off the straight line through the logarithms. Null where the set says
 * nothing.
 */
export function followersBringing(interactions: number, setId: string, platform: string): number | null {
  const anchors = anchorsOf(setId, platform)
  const [first, last] = [anchors[0], anchors.at(-1)]
  if (first === undefined || last === undefined) return null
  if (interactions <= first.interactions) return Math.round((first.followers * interactions) / first.interactions)
  const above = anchors.find((anchor) => anchor.interactions >= interactions)
  if (above === undefined) return Math.round((last.followers * interactions) / last.interactions)
  const below = anchors[anchors.indexOf(above) - 1] ?? first
  const share = Math.log(interactions / below.interactions) / Math.log(above.interactions / below.interactions)
  return Math.round(below.followers * (above.followers / below.followers) ** share)
}

/** Remarks of a set on a platform that no figure can be made of. */
export function remarksOn(setId: string, platform: string): string[] {
  return ENGAGEMENT_BENCHMARKS.flatMap((row) =>
    row.setId === setId && row.tier === null && row.platform === platform && row.note !== null ? [row.note] : [],
  )
}

/** Ascending in both; a tier where fewer interactions are usual than in a smaller one is left out. */
function anchorsOf(setId: string, platform: string): Anchor[] {
  const anchors: Anchor[] = []
  for (const band of tierSet(setId)?.bands ?? []) {
    const benchmark = engagementBenchmark(setId, band.tier, platform)
    const rateBp = benchmark && usualRateBp(benchmark)
    if (benchmark === null || rateBp === null) continue
    const followers = benchmark.atFollowers ?? middleOf(band)
    const interactions = (followers * rateBp) / 10_000
    if (interactions > (anchors.at(-1)?.interactions ?? 0)) anchors.push({ followers, interactions })
  }
  return anchors
}

function usualRateBp({ averageBp, lowBp, highBp }: EngagementBenchmark): number | null {
  if (averageBp !== null) return averageBp
  return lowBp === null || highBp === null ? null : (lowBp + highBp) / 2
}

function middleOf(band: TierBand): number {
  return band.to === null ? bandStart(band) : Math.sqrt(bandStart(band) * band.to)
}
