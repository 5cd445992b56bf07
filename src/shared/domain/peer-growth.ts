/** Fewer than these say nothing about what is usual. */
export const fewestPeers = 5

/** The growth a month that leads from `first` to `last` in so many months, in basis points: (last ÷ first)^(1 ÷ months) − 1. Null where
 *  there is nothing to grow from or no time to grow in. */
export function monthlyGrowthBp(first: number, last: number, months: number): number | null {
  if (first <= 0 || last < 0 || months < 1) return null
  return Math.round(((last / first) ** (1 / months) - 1) * 10_000)
}

/** Where the middle half of the values lies: the lower and the upper quartile, between neighbours in a straight line. Null for fewer than
 *  `fewestPeers`. */
export function middleHalf(values: readonly number[]): { low: number; high: number } | null {
  if (values.length < fewestPeers) return null
  const sorted = values.toSorted((a, b) => a - b)
  return { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) }
}

/** What `first` becomes, month by month, at this growth; as many values as `steps`, `first` among them. */
export function growthCourse(first: number, growthBp: number, steps: number): number[] {
  return Array.from({ length: steps }, (_, month) => first * (1 + growthBp / 10_000) ** month)
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}
