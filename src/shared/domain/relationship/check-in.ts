import { addDays, type PlainDate } from '../dates.ts'

/** "Contact every two to four weeks" (facts.md §10): the bounds, and the middle of them for a start. In days. */
export const CHECK_IN_DAYS = { least: 14, most: 28, usual: 21 } as const

/** When to write to somebody again. A word that was exchanged counts from its own day, however late it was written down; without any, the
 *  first check-in is due now. */
export function nextCheckIn(lastContactOn: PlainDate | null, everyDays: number, today: PlainDate): PlainDate {
  return lastContactOn === null ? today : addDays(lastContactOn, everyDays)
}
