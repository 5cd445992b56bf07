import type { AccountTier } from '../tiers.ts'
import type { Spread } from './peer-group.ts'

/** What is looked at when a creator is vetted (facts.md §6), in the order of the three steps. */
export const SIGNALS = [
  'growth',
  'followerToFollowing',
  'followerSample',
  'comments',
  'audienceFit',
  'sponsoredShare',
  'rhythm',
  'engagement',
  'likesToComments',
  'engagementTrend',
] as const
export type SignalId = (typeof SIGNALS)[number]

export const SIGNAL_VERDICTS = ['fine', 'look', 'red flag', 'not enough data'] as const
export type SignalVerdict = (typeof SIGNAL_VERDICTS)[number]

/** `percent` is in basis points, `times` a ratio to one, `per week` a count. */
export type SignalUnit = 'percent' | 'times' | 'per week'

/** A row on file that a signal was computed from. */
export interface Evidence {
  readonly kind: 'snapshot' | 'post' | 'audience' | 'sample'
  readonly id: string
  readonly on: string | null
  readonly words: string
}

/** From which value on it is no longer fine, and who says so. */
export interface Threshold {
  readonly words: string
  readonly source: string
}

/** What a benchmark set says of a tier, basis points. */
export interface BenchmarkRange {
  readonly setId: string
  readonly tier: AccountTier
  readonly low: number | null
  readonly high: number | null
  readonly average: number | null
}

export interface Signal {
  readonly id: SignalId
  readonly verdict: SignalVerdict
  readonly value: number | null
  readonly unit: SignalUnit
  /** The limits between which the value lies with 95 % confidence, where it is an estimate. */
  readonly interval: readonly [low: number, high: number] | null
  /** Creators of the roster on the same platform and in the nearest band; null where they are too few. */
  readonly peers: { readonly tier: AccountTier; readonly spread: Spread } | null
  /** What the chosen benchmark set says; null where it is silent. */
  readonly benchmark: BenchmarkRange | null
  readonly thresholds: readonly Threshold[]
  readonly sentence: string
  /** Made when it is asked for: most who compute signals want the verdicts alone. */
  readonly evidence: () => readonly Evidence[]
  /** 0 to 100, for the credibility; null without enough data. */
  readonly points: number | null
}

export const OURS = 'Troupe (docs/vetting.md)'
export const STEPS_OF_VETTING = 'the field’s three vetting steps (docs/vetting.md)'
/** A deviate beyond this is an outlier: Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers. */
export const OUTLIER = 3.5
/** Few peers say badly how far they scatter: the limit is wider by so many of their number (15 peers: by a third). */
const FEW = 5

const pointsOf: Readonly<Record<SignalVerdict, number | null>> = { fine: 100, look: 50, 'red flag': 0, 'not enough data': null }

const noEvidence = () => []

type Given = Partial<Signal> & Pick<Signal, 'id' | 'verdict' | 'sentence' | 'thresholds'>

/** A signal with what it leaves out filled in: points go by the verdict. */
export function signalOf(given: Given): Signal {
  const nothing = { value: null, unit: 'percent', interval: null, peers: null, benchmark: null, evidence: noEvidence } as const
  return { ...nothing, points: pointsOf[given.verdict], ...given }
}

/** How far a value lies from the middle of its peers, in scatters of the logarithms, which few peers make wider; null where they are too
 *  few or too alike to say. */
export function deviation(value: number, spread: Spread | undefined): number | null {
  if (!spread || spread.logMiddle === null || !spread.logScatter || value <= 0) return null
  return (Math.log(value) - spread.logMiddle) / (spread.logScatter * (1 + FEW / spread.count))
}
