/** Robust measures: a few odd values do not move them. */

/** The value below which this share (0 to 1) of ascending values lies, between neighbours in a straight line. NaN for none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}

export function median(values: readonly number[]): number {
  return quantile(ascending(values), 0.5)
}

/** What makes the median absolute deviation an estimate of the standard deviation of normal values. */
const NORMAL = 1.4826

/** How far values usually lie from `middle`: the median absolute deviation, scaled to a standard deviation. */
export function scatter(values: readonly number[], middle = median(values)): number {
  return NORMAL * median(values.map((value) => Math.abs(value - middle)))
}

/** The middle of the slopes between all pairs of points (Theil 1950, Sen 1968): a trend that one odd value cannot make. */
export function theilSenSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes: number[] = []
  for (const [at, [x1, y1]] of points.entries())
    for (const [x2, y2] of points.slice(at + 1)) if (x2 !== x1) slopes.push((y2 - y1) / (x2 - x1))
  return slopes.length === 0 ? 0 : median(slopes)
}

/** How sure a rise (above 0) or fall (below 0) of values in order of time is, as a normal deviate (Mann 1945, Kendall 1975). */
export function mannKendall(values: readonly number[]): number {
  let sum = 0
  for (const [at, one] of values.entries()) for (const later of values.slice(at + 1)) sum += Math.sign(later - one)
  const count = values.length
  const deviation = Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18)
  return sum === 0 || deviation === 0 ? 0 : (sum - Math.sign(sum)) / deviation
}

/** The sorted copy of a list of numbers; typed arrays sort several times as fast as lists. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort()
}
