import { TIERS, type AccountTier } from '../tiers.ts'
import { MEASURES, type Measure, type measuresOf } from './measures.ts'
import { ascending, median, quantile, scatter } from './statistics.ts'

/** How a measure lies among peers, in the measure's own unit. */
export interface Spread {
  readonly count: number
  readonly p10: number
  readonly q1: number
  readonly median: number
  readonly q3: number
  readonly p90: number
  /** Middle and scatter of the logarithms: ratios and rates are skewed, their logarithms are not. Null where a value is not above 0. */
  readonly logMiddle: number | null
  readonly logScatter: number | null
}

/** Creators on the same platform in one band of followers. */
export interface PeerGroup {
  readonly platform: string
  readonly tier: AccountTier
  readonly spreads: Readonly<Partial<Record<Measure, Spread>>>
  /** How far a step of growth usually lies from an account's own middle. */
  readonly growthScatter: number | null
}

/** Fewer say nothing about what is usual. */
const FEWEST_PEERS = 5

export function peerGroupOf(platform: string, tier: AccountTier, members: readonly ReturnType<typeof measuresOf>[]): PeerGroup {
  const spreads = Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const spread = spreadOf(members.flatMap((member) => member[measure] ?? []))
      return spread ? [[measure, spread]] : []
    }),
  )
  const scatters = members.flatMap(({ growthScatter }) => growthScatter ?? [])
  return { platform, tier, spreads, growthScatter: scatters.length < FEWEST_PEERS ? null : median(scatters) }
}

/** Null for fewer than FEWEST_PEERS. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length < FEWEST_PEERS) return null
  const sorted = ascending(values)
  const at = (share: number) => quantile(sorted, share)
  const logs = sorted.every((value) => value > 0) ? values.map(Math.log) : null
  return {
    count: values.length,
    p10: at(0.1),
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    p90: at(0.9),
    logMiddle: logs && median(logs),
    logScatter: logs && scatter(logs),
  }
}

/** The peers of an account for one measure: its own band, else the nearest band of the platform that has enough of them. */
export function peersFor(
  groups: readonly PeerGroup[],
  platform: string,
  tier: AccountTier | null,
  measure: Measure,
): { tier: AccountTier; spread: Spread } | null {
  const place = tier === null ? 0 : sizes.indexOf(tier)
  const fitting = groups.flatMap((group) => {
    const spread = group.platform === platform ? group.spreads[measure] : undefined
    return spread && tier !== null ? [{ tier: group.tier, spread, away: Math.abs(sizes.indexOf(group.tier) - place) }] : []
  })
  const nearest = fitting.toSorted((a, b) => a.away - b.away)[0]
  return nearest ? { tier: nearest.tier, spread: nearest.spread } : null
}

/** Smallest first. */
const sizes: readonly AccountTier[] = ['below nano', ...TIERS]
