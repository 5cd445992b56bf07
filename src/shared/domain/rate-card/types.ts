import type { Money } from '../money.ts'

/** What a price is multiplied by: an exact fraction of whole numbers. */
export type Factor = { readonly numerator: number; readonly denominator: number }

/** Who says so: a benchmark set, all benchmark sources together, the house, the agency, or the agency's own deals. */
export type StepSource = { readonly kind: 'benchmark' | 'sources' | 'house' | 'agency' | 'deals'; readonly text: string }

/** One step from the price before to the price after; `after` is `before × factor`, half-up to the minor unit. */
export type Step = {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly before: Money
  readonly factor: Factor
  readonly after: Money
  readonly source: StepSource
}

/** A price range for one post; what is not known is null, never 0. */
export type PriceRange = { readonly low: Money; readonly suggested: Money | null; readonly high: Money | null }

/** What kept the answer from being whole. */
export type Missing = {
  readonly about: 'followers' | 'engagement' | 'tier' | 'price' | 'position' | 'exchange rate'
  readonly text: string
}
