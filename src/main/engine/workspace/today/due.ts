import type { z } from 'zod'
import type { TodayItem } from '#src/shared/contract/workspace.ts'
import { addDays } from '#src/shared/domain/dates.ts'

export type Item = z.infer<typeof TodayItem>
export type Due = Omit<Item, 'column'>

/** How far ahead the page looks. */
const daysAhead = 7

/** Where an item stands on the day; null when it is not yet near. What has no date waits for a person now. */
export function columnOf(dueOn: string | null, on: string): Item['column'] | null {
  if (dueOn === null || dueOn === on) return 'today'
  if (dueOn < on) return 'overdue'
  return dueOn <= addDays(on, daysAhead) ? 'next seven days' : null
}

/** The items that need somebody by now or soon, the oldest first. */
export function inColumns(items: readonly Due[], on: string): Item[] {
  return items
    .flatMap((item) => {
      const column = columnOf(item.dueOn, on)
      return column ? [{ ...item, column }] : []
    })
    .toSorted((a, b) => (a.dueOn ?? on).localeCompare(b.dueOn ?? on) || a.title.localeCompare(b.title))
}
