/** What a brief asks of one creator: the lines for platforms they have an account on. A brief that names none of their platforms asks all of it,
 *  because then it was written for somebody who will open an account, or for content that the brand posts itself. */
export function fittingFor<Line extends { platform: string }>(asked: readonly Line[], platforms: ReadonlySet<string>): readonly Line[] {
  const fitting = asked.filter(({ platform }) => platforms.has(platform))
  return fitting.length > 0 ? fitting : asked
}
