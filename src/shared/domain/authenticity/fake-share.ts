import { THRESHOLD, type Metrics } from './logistic.ts'

/** Of fewer judged accounts no share is told: even without one fake among 30, one in nine may be fake (Wilson's upper 95 % limit). */
export const FEWEST_ACCOUNTS = 30
/** The normal deviate that leaves 2.5 % on either side. */
const Z = 1.959964

/** The estimated share of fake accounts, all of it 0 to 1. */
export interface FakeShare {
  /** Share that the classifier calls fake. */
  readonly called: number
  /** The same, freed of the classifier's known errors. */
  readonly share: number
  /** Between these the share lies with 95 % confidence. */
  readonly interval: readonly [low: number, high: number]
}

/**
 * The share of fakes among accounts with these scores; null below FEWEST_ACCOUNTS. The share that is called fake is corrected for
 * sensitivity and specificity: (p + Sp − 1) ÷ (Se + Sp − 1), Rogan and Gladen 1978, American Journal of Epidemiology 107, 71–76. The limits
 * are Wilson's score limits (1927, JASA 22, 209–212) of p, corrected in the same way. All are held between 0 and 1.
 */
export function shareOfFakes(
  scores: readonly number[],
  { recall, specificity }: Pick<Metrics, 'recall' | 'specificity'>,
): FakeShare | null {
  if (scores.length < FEWEST_ACCOUNTS) return null
  const called = scores.filter((score) => score >= THRESHOLD).length / scores.length
  const [low, high] = wilson(called, scores.length)
  const corrected = (share: number) => round(Math.min(1, Math.max(0, (share + specificity - 1) / (recall + specificity - 1))))
  return { called: round(called), share: corrected(called), interval: [corrected(low), corrected(high)] }
}

/** Wilson's 95 % score limits of a share found among `count`. */
export function wilson(share: number, count: number): [low: number, high: number] {
  const middle = share + Z ** 2 / (2 * count)
  const reach = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))
  const scale = 1 + Z ** 2 / count
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)]
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
