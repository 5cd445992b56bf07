/** Kept with a model: where it comes from, for whoever has to trust it. */
export interface Provenance {
  readonly dataset: string
  readonly licence: string
  /** The day on which the weights were last trained. */
  readonly trainedOn: string
  readonly script: string
  readonly seed: number
  readonly metrics: Metrics
}

/** How a classifier did on data it had not seen. */
export interface Metrics {
  readonly judged: number
  readonly accuracy: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly rocAuc: number
  /** Share of the true ones among those that are not what is looked for. */
  readonly specificity: number
}

/** From what this much (0 to 1) speaks for it, it is called so. */
export const THRESHOLD = 0.5

/** A probability from log odds, to four decimals, so that what is shown and what is judged are the same number. */
export function probability(logOdds: number): number {
  return Math.round(10_000 / (1 + Math.exp(-logOdds))) / 10_000
}
