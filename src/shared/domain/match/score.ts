/** What creators are chosen by, in this order (facts.md §6). */
export const CRITERIA = ['relevance', 'credibility', 'creative', 'operational'] as const
export type Criterion = (typeof CRITERIA)[number]
export type Weights = Readonly<Record<Criterion, number>>

/** Our own choice: each weighs more than all that come after it together, so that the order of facts.md §6 holds wherever one criterion
 *  is clear; docs/decisions/2026-11-21-match.md. */
export const DEFAULT_WEIGHTS: Weights = { relevance: 8, credibility: 4, creative: 2, operational: 1 }

/** One thing that is known, or not known, of a creator. */
export type Fact = {
  readonly id: string
  /** A whole sentence with the values in it. */
  readonly words: string
  /** 0 to 100; null is not known. */
  readonly points: number | null
  /** Among the facts of one criterion. */
  readonly weight: number
}

/** One criterion, opened into its facts. */
export type Score = {
  /** 0 to 100, one decimal; null where nothing is known. */
  readonly points: number | null
  /** 0 to 1: how much of what it is made from is known. */
  readonly confidence: number
  readonly facts: readonly Fact[]
}

export type Scores = Readonly<Record<Criterion, Score>>

/** What is not known counts as the middle: it neither lifts nor sinks anybody, and learning that something is good always helps. */
export const UNKNOWN_POINTS = 50

/** The mean of the facts by their weight. */
export function scoreOf(facts: readonly Fact[]): Score {
  const all = facts.reduce((sum, { weight }) => sum + weight, 0)
  const known = facts.reduce((sum, { weight, points }) => sum + (points === null ? 0 : weight), 0)
  const sum = facts.reduce((sum, { weight, points }) => sum + weight * (points ?? UNKNOWN_POINTS), 0)
  return { points: known === 0 ? null : oneDecimal(sum / all), confidence: all === 0 ? 0 : known / all, facts }
}

/** The whole score and how sure it is: the mean of the criteria by weight. One without any fact was not asked for and has no say. With
 *  all weights 0 everybody has 0, and the order of the criteria alone decides. */
export function totalOf(scores: Scores, weights: Weights): { points: number; confidence: number } {
  const asked = CRITERIA.filter((criterion) => scores[criterion].facts.length > 0)
  const all = asked.reduce((sum, criterion) => sum + weights[criterion], 0)
  const mean = (value: (score: Score) => number) =>
    all === 0 ? 0 : asked.reduce((sum, criterion) => sum + weights[criterion] * value(scores[criterion]), 0) / all
  return { points: oneDecimal(mean(({ points }) => points ?? UNKNOWN_POINTS)), confidence: mean(({ confidence }) => confidence) }
}

export type Ranked = {
  readonly id: string
  readonly name: string
  readonly scores: Scores
  readonly total: { readonly points: number; readonly confidence: number }
}

/** The best first. Equals by relevance, then credibility, creative fit and operational fit, then who is known better, then by name. */
export function compareRanked(a: Ranked, b: Ranked): number {
  const byCriteria = CRITERIA.map((criterion) => pointsOf(b.scores[criterion]) - pointsOf(a.scores[criterion]))
  const differences = [b.total.points - a.total.points, ...byCriteria, b.total.confidence - a.total.confidence]
  return differences.find((difference) => difference !== 0) ?? (compare(a.name, b.name) || compare(a.id, b.id))
}

function pointsOf({ points }: Score): number {
  return points ?? UNKNOWN_POINTS
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function oneDecimal(points: number): number {
  return Math.round(points * 10) / 10
}
