import { engagementBenchmark } from '../benchmarks.ts'
import { tierOf, tierSet, TIERS, type TierBand } from '../tiers.ts'
import { audienceFitSignal, type Audience, type AudienceTarget } from './audience-fit.ts'
import { engagementTrendSignal, rhythmSignal } from './course-signals.ts'
import { engagementSignal, followerToFollowingSignal, likesToCommentsSignal } from './engagement-signals.ts'
import type { Figures } from './figures.ts'
import { growthSignal } from './growth.ts'
import { newestWith, type Measure } from './measures.ts'
import { peersFor, type PeerGroup } from './peer-group.ts'
import type { SampledPost } from './posts.ts'
import { commentsSignal, followerSampleSignal, type JudgedComments, type JudgedFollowers } from './sample-signals.ts'
import type { Signal } from './signal.ts'
import { sponsoredSignal } from './sponsored-signal.ts'

/** All that is on file of one account, as far as it can be so. */
export interface VettedAccount {
  readonly platform: string
  /** Oldest first, as `soundFigures` gives them. */
  readonly figures: readonly Figures[]
  readonly posts: readonly SampledPost[]
  /** The newest. */
  readonly audience: Audience | null
  /** Oldest first. */
  readonly comments: readonly JudgedComments[]
  readonly followers: readonly JudgedFollowers[]
}

/** What an account is held against. */
export interface Yardsticks {
  readonly groups: readonly PeerGroup[]
  readonly bands: readonly TierBand[]
  readonly benchmarkSetId: string
  readonly target: AudienceTarget | null
}

/** Every signal of an account, in the order of the three steps; the fit of the audience only where a target is given. */
export function signalsOf(account: VettedAccount, { groups, bands, benchmarkSetId, target }: Yardsticks): Signal[] {
  const { platform, figures, posts } = account
  const followers = newestWith(figures, (row) => row.followers)?.value ?? null
  const tier = tierOf(followers, bands)
  const peers = (measure: Measure) => peersFor(groups, platform, tier, measure)
  const group = groups.find((one) => one.platform === platform && one.tier === tier) ?? null
  return [
    growthSignal(figures, group, peers('growth')),
    followerToFollowingSignal(figures, peers('followerToFollowing')),
    followerSampleSignal(account.followers),
    commentsSignal(account.comments),
    ...(target ? [audienceFitSignal(account.audience, target)] : []),
    sponsoredSignal(posts, tier),
    rhythmSignal(figures, posts, peers('rhythm')),
    engagementSignal(figures, tier, peers('engagement'), benchmarkOf(followers, platform, benchmarkSetId)),
    likesToCommentsSignal(figures, peers('likesToComments')),
    engagementTrendSignal(figures),
  ]
}

/** What the set says of the tier, by the set's own bands, or of the nearest tier of which it gives a range. */
function benchmarkOf(followers: number | null, platform: string, setId: string): Signal['benchmark'] {
  const own = tierOf(followers, tierSet(setId)?.bands ?? [])
  if (own === null) return null
  const place = TIERS.findIndex((tier) => tier === own)
  const rows = TIERS.flatMap((tier, at) => {
    const row = engagementBenchmark(setId, tier, platform)
    return row ? [{ tier, row, away: Math.abs(at - Math.max(0, place)) }] : []
  })
  const nearest = rows.toSorted((a, b) => a.away - b.away)[0]
  if (!nearest) return null
  const { lowBp, highBp, averageBp } = nearest.row
  return { setId, tier: nearest.tier, low: lowBp, high: highBp, average: averageBp }
}
