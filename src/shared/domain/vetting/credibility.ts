import type { Signal, SignalId } from './signal.ts'

/** What each signal weighs; ours (docs/vetting.md). Without a target the fit of the audience is not asked for. */
const WEIGHTS: Readonly<Record<SignalId, number>> = {
  engagement: 20,
  growth: 20,
  followerSample: 20,
  comments: 15,
  engagementTrend: 8,
  likesToComments: 5,
  followerToFollowing: 4,
  rhythm: 4,
  sponsoredShare: 4,
  audienceFit: 15,
}
/** Of the weight that was asked for, so much has to have data. Percent. */
const FEWEST_CONFIDENCE = 25
/** No more than this with so many red flags: the rest being fine does not make them good. */
const ceilings = [100, 60, 40, 20] as const

export interface Credibility {
  /** 0 to 100; null is "not enough data". */
  readonly score: number | null
  /** How much of the weight has data, percent. */
  readonly confidence: number
  /** What the score would be without the ceiling. */
  readonly mean: number | null
  /** The ceiling that red flags set; 100 without. */
  readonly ceiling: number
  readonly redFlags: readonly SignalId[]
  readonly parts: readonly { readonly id: SignalId; readonly weight: number; readonly points: number | null }[]
}

/** The mean of the signals' points by their weights, held under a ceiling by red flags; signals without data are left out. */
export function credibility(signals: readonly Signal[]): Credibility {
  const parts = signals.map(({ id, points }) => ({ id, weight: WEIGHTS[id], points }))
  const known = parts.filter(({ points }) => points !== null)
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  const weight = known.reduce((sum, part) => sum + part.weight, 0)
  const confidence = total === 0 ? 0 : Math.round((weight * 100) / total)
  const redFlags = signals.filter(({ verdict }) => verdict === 'red flag').map(({ id }) => id)
  const ceiling = ceilings[Math.min(redFlags.length, ceilings.length - 1)] ?? 100
  const isEnough = confidence >= FEWEST_CONFIDENCE
  const mean = isEnough ? Math.round(known.reduce((sum, part) => sum + part.weight * (part.points ?? 0), 0) / weight) : null
  return { score: mean === null ? null : Math.min(mean, ceiling), confidence, mean, ceiling, redFlags, parts }
}
