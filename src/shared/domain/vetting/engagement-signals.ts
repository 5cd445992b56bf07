import type { AccountTier } from '../tiers.ts'
import { countText, percentText, type Figures } from './figures.ts'
import { engagementBpOf, followersPerFollowing, likesPerComment, newestWith } from './measures.ts'
import {
  deviation,
  OURS,
  OUTLIER,
  signalOf,
  STEPS_OF_VETTING,
  type Evidence,
  type Signal,
  type SignalId,
  type Threshold,
} from './signal.ts'

/** "50,000 followers with 200 likes is wrong" (facts.md §6): 0.4 %. Of accounts in the millions it is what one source shows (§2). */
const WRONG_BP = 40
const [LOW_BP, HIGH_BP] = [100, 2_000]
const large: ReadonlySet<AccountTier | null> = new Set(['macro', 'mega'] as const)

const engagementThresholds: readonly Threshold[] = [
  {
    words: 'Over 20% or under 1% needs a look; under 1% is usual where the benchmark set says so of the tier.',
    source: STEPS_OF_VETTING,
  },
  { words: '0.4% or less (200 likes on 50,000 followers) is a red flag below the macro tier.', source: STEPS_OF_VETTING },
  { words: `More than ${OUTLIER} robust deviations from the peers needs a look.`, source: 'Iglewicz and Hoaglin 1993' },
  { words: 'Below the benchmark set’s range and below three of four peers needs a look.', source: OURS },
]

/** Engagement by followers against the roster's peers and the chosen benchmark set. */
export function engagementSignal(
  figures: readonly Figures[],
  tier: AccountTier | null,
  peers: Signal['peers'],
  benchmark: Signal['benchmark'],
): Signal {
  const found = newestWith(figures, engagementBpOf)
  const base = { id: 'engagement', thresholds: engagementThresholds, peers, benchmark } as const
  if (!found) return signalOf({ ...base, verdict: 'not enough data', sentence: 'No engagement is on file.' })
  const { row, value } = found
  const evidence = () => [snapshotOf(row, figuresWords(row))]
  const said = `Engagement is ${percentText(value)} of the followers`
  const usualLow = Math.min(LOW_BP, benchmark?.low ?? LOW_BP)
  const away = deviation(value, peers?.spread)
  const isBelowSet = benchmark?.low !== null && benchmark?.low !== undefined && value < benchmark.low
  const give = (verdict: Signal['verdict'], why: string) => signalOf({ ...base, verdict, value, evidence, sentence: `${said}${why}.` })
  if (value <= WRONG_BP && !large.has(tier)) return give('red flag', ', as little as 200 likes on 50,000 followers')
  if (value > HIGH_BP) return give('look', ', over 20%')
  if (value < usualLow) return give('look', ', under 1%')
  if (away !== null && Math.abs(away) > OUTLIER)
    return give('look', `, far ${away > 0 ? 'above' : 'below'} its peers (${peersWords(peers)})`)
  if (isBelowSet && (!peers || value < peers.spread.q1)) return give('look', `, below its peers (${comparison(peers, benchmark)})`)
  return give('fine', ` (${comparison(peers, benchmark) || 'nothing to compare it with'})`)
}

function comparison(peers: Signal['peers'], benchmark: Signal['benchmark']): string {
  return [peersWords(peers), benchmarkWords(benchmark)].filter(Boolean).join('; ')
}

function peersWords(peers: Signal['peers']): string {
  if (!peers) return ''
  const { spread, tier } = peers
  return `middle half of ${spread.count} ${tier} peers ${percentText(spread.q1)} to ${percentText(spread.q3)}`
}

function benchmarkWords(benchmark: Signal['benchmark']): string {
  if (!benchmark) return ''
  const { setId, tier, low, high, average } = benchmark
  if (average !== null) return `${setId} says ${percentText(average)} on average for ${tier}`
  if (low === null) return high === null ? '' : `${setId} says under ${percentText(high)} for ${tier}`
  return `${setId} says ${percentText(low)}${high === null ? ' and more' : ` to ${percentText(high)}`} for ${tier}`
}

/** Likes for each comment: bought likes bring no comments, and comment rings bring too many. */
export function likesToCommentsSignal(figures: readonly Figures[], peers: Signal['peers']): Signal {
  const mute = newestWith(figures, ({ avgLikes, avgComments }) =>
    avgLikes === null || avgComments === null ? null : { avgLikes, avgComments },
  )
  if (mute && mute.value.avgComments === 0 && mute.value.avgLikes >= 100) {
    const sentence = `${countText(mute.value.avgLikes)} likes a post and no comment.`
    const evidence = () => [snapshotOf(mute.row, figuresWords(mute.row))]
    return signalOf({ id: 'likesToComments', verdict: 'look', sentence, thresholds: ratioThresholds, unit: 'times', peers, evidence })
  }
  return ratioSignal({
    id: 'likesToComments',
    found: newestWith(figures, likesPerComment),
    peers,
    thresholds: ratioThresholds,
    said: (value) => `${ratioText(value)} likes for each comment`,
    missing: 'Likes and comments of one day are not on file.',
    words: figuresWords,
    isOdd: () => false,
  })
}

const outlying = { words: `More than ${OUTLIER} robust deviations from the peers needs a look.`, source: 'Iglewicz and Hoaglin 1993' }
const ratioThresholds: readonly Threshold[] = [outlying, { words: '100 likes or more without a comment need a look.', source: OURS }]

/** Followers for each account followed: who follows more than follow back collects followers by following. */
export function followerToFollowingSignal(figures: readonly Figures[], peers: Signal['peers']): Signal {
  return ratioSignal({
    id: 'followerToFollowing',
    found: newestWith(figures, followersPerFollowing),
    peers,
    thresholds: [{ words: 'Following more accounts than follow back needs a look.', source: OURS }, outlying],
    said: (value) => `${ratioText(value)} followers for each account followed`,
    missing: 'Followers and following of one day are not on file.',
    words: ({ followers, following }) => `${countText(followers ?? 0)} followers, ${countText(following ?? 0)} following`,
    isOdd: (value) => value < 1,
  })
}

interface Ratio {
  id: SignalId
  found: { row: Figures; value: number } | null
  peers: Signal['peers']
  thresholds: readonly Threshold[]
  said(value: number): string
  missing: string
  words(row: Figures): string
  isOdd(value: number): boolean
}

function ratioSignal({ id, found, peers, thresholds, said, missing, words, isOdd }: Ratio): Signal {
  const base = { id, thresholds, peers, unit: 'times' } as const
  if (!found) return signalOf({ ...base, verdict: 'not enough data', sentence: missing })
  const { row, value } = found
  const away = deviation(value, peers?.spread)
  // Followed by many and following few is nothing odd.
  const isFar = away !== null && (id === 'followerToFollowing' ? -away : Math.abs(away)) > OUTLIER
  const given = { ...base, value, evidence: () => [snapshotOf(row, words(row))] }
  const among = peers
    ? `the middle half of ${peers.spread.count} ${peers.tier} peers has ${ratioText(peers.spread.q1)} to ${ratioText(peers.spread.q3)}`
    : ''
  if (isOdd(value) || isFar) return signalOf({ ...given, verdict: 'look', sentence: `${said(value)}${among && `; ${among}`}.` })
  if (id === 'likesToComments' && !peers)
    return signalOf({ ...given, verdict: 'not enough data', sentence: `${said(value)}, but too few peers on file to say what is usual.` })
  return signalOf({ ...given, verdict: 'fine', sentence: `${said(value)}${among && `; ${among}`}.` })
}

function ratioText(value: number): string {
  return value >= 10 ? countText(value) : value.toFixed(1)
}

export function snapshotOf({ id, takenOn }: Figures, words: string): Evidence {
  return { kind: 'snapshot', id, on: takenOn, words }
}

export function figuresWords(row: Figures): string {
  const parts: [number | null, string][] = [
    [row.followers, 'followers'],
    [row.avgLikes, 'likes'],
    [row.avgComments, 'comments'],
    [row.avgShares, 'shares'],
    [row.avgSaves, 'saves'],
  ]
  const known = parts.flatMap(([count, word]) => (count === null ? [] : [`${countText(count)} ${word}`]))
  const stated = row.avgLikes === null && row.statedEngagementBp !== null ? [`${percentText(row.statedEngagementBp)} as stated`] : []
  return [...known, ...stated].join(', ')
}
