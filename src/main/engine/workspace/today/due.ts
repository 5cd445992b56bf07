import type { z } from 'zod'
import type { TodayItem } from '#src/shared/contract/workspace.ts'
import { addDays } from '#src/shared/domain/dates.ts'

export type Item = z.infer<typeof TodayItem>
export type Due = Omit<Item, 'column'>

/** How far ahead the page looks. */
export const daysAhead = 7

/** Where an item stands on the day; null when it is not yet near. What has no date waits for a person now, and so do a draft and
 *  a contract to approve: somebody waits for an answer, however far off the post is. */
function columnOf({ kind, dueOn }: Due, on: string): Item['column'] | null {
  if (dueOn !== null && dueOn < on) return 'overdue'
  if (dueOn === null || dueOn === on || kind === 'draft to review' || kind === 'contract to approve') return 'today'
  return dueOn <= addDays(on, daysAhead) ? 'next seven days' : null
}

/** The items that need somebody by now or soon, the oldest first. */
export function inColumns(items: readonly Due[], on: string): Item[] {
  return items
    .flatMap((item) => {
      const column = columnOf(item, on)
      return column ? [{ ...item, column }] : []
    })
    .toSorted((a, b) => (a.dueOn ?? on).localeCompare(b.dueOn ?? on) || a.title.localeCompare(b.title))
}
