/** How many months have begun from one day to another, both included (`YYYY-MM-DD`): 1 to 30 November is one, 15 November to 15
 *  December two, none before it begins. A retainer is owed for each. */
export function monthsBegun(from: string, to: string): number {
  if (to < from) return 0
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return Math.max(1, (toYear - fromYear) * 12 + toMonth - fromMonth + (toDay >= fromDay ? 1 : 0))
}
