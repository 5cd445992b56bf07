const buckets = 1024

/** The items with the most points (0 to 100), `most` of them, without sorting the others; the best first, equals in their order. */
export function bestOf(items: readonly number[], points: readonly number[], most: number): number[] {
  if (most <= 0) return []
  const counts = new Int32Array(buckets)
  const bucketOf = (at: number) => Math.min(buckets - 1, Math.max(0, Math.floor(((points[at] as number) * buckets) / 100)))
  for (let at = 0; at < items.length; at++) (counts[bucketOf(at)] as number) += 1
  let least = buckets
  for (let taken = 0; taken < most && least > 0;) taken += counts[--least] as number
  const chosen: number[] = []
  for (let at = 0; at < items.length; at++) if (bucketOf(at) >= least) chosen.push(at)
  return chosen
    .toSorted((a, b) => (points[b] as number) - (points[a] as number) || a - b)
    .slice(0, most)
    .map((at) => items[at] as number)
}
