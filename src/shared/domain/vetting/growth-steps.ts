import type { Figures } from './figures.ts'
import { median, scatter } from './statistics.ts'

/** From one day with known followers to the next. */
export interface GrowthStep {
  readonly from: Figures
  readonly to: Figures
  readonly before: number
  readonly after: number
  readonly days: number
  /** Growth a day, as a logarithm: steps of different lengths compare. */
  readonly rate: number
}

/** How an account usually grows. */
export interface UsualGrowth {
  /** The middle growth a day, as a logarithm. */
  readonly rate: number
  /** How far a step usually lies from it. */
  readonly scatter: number
}

/** Fewer steps do not say what is usual for an account. */
export const FEWEST_STEPS = 4
const DAYS_A_MONTH = 30.4375

export function growthSteps(figures: readonly Figures[]): GrowthStep[] {
  const known = figures.filter(({ followers }) => (followers ?? 0) > 0)
  return known.slice(1).flatMap((to, at) => {
    const from = known[at]
    const [before, after] = [from?.followers ?? 0, to.followers ?? 0]
    const days = from ? to.day - from.day : 0
    return from && days > 0 ? [{ from, to, before, after, days, rate: Math.log(after / before) / days }] : []
  })
}

/** Null where there are too few steps to say. */
export function usualGrowth(steps: readonly GrowthStep[]): UsualGrowth | null {
  if (steps.length < FEWEST_STEPS) return null
  const rates = steps.map(({ rate }) => rate)
  const rate = median(rates)
  return { rate, scatter: scatter(rates, rate) }
}

/** A growth a day (logarithm) as basis points a month. */
export function monthlyBp(rate: number): number {
  return Math.round((Math.exp(rate * DAYS_A_MONTH) - 1) * 10_000)
}
