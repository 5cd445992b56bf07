/** A change of less than this, up or down, is called steady. Ours: the sources say "steady" and "growing" without a figure. In basis points. */
const STEADY_WITHIN_BP = 1_000

export type Direction = 'rising' | 'steady' | 'falling'

export interface Trend {
  direction: Direction
  /** From the earlier half of the window to the later, in basis points. */
  changeBp: number
  earlier: number
  later: number
}

/** How the later half of a window stands against the earlier: the mean of what is known in each. Null where one half knows nothing, or the
 *  earlier one is all zero. `values` are months, oldest first, null where not known. */
export function trendOf(values: readonly (number | null)[]): Trend | null {
  const middle = Math.ceil(values.length / 2)
  const earlier = meanOf(values.slice(0, middle))
  const later = meanOf(values.slice(middle))
  if (earlier === null || later === null || earlier <= 0) return null
  const changeBp = Math.round((later / earlier - 1) * 10_000)
  return { direction: directionOf(changeBp), changeBp, earlier, later }
}

function directionOf(changeBp: number): Direction {
  if (Math.abs(changeBp) <= STEADY_WITHIN_BP) return 'steady'
  return changeBp > 0 ? 'rising' : 'falling'
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
