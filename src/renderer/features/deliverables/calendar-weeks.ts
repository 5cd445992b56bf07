import { addDays, addMonths } from '#src/shared/domain/dates.ts'

/** The weeks that show a month (`2026-03`), Monday first, each seven plain days. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const afterLast = addMonths(first, 1)
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: string[][] = []
  for (let monday = addDays(first, -weekday); monday < afterLast; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)))
  }
  return weeks
}

/** The month `step` months after `month`. */
export function monthAfter(month: string, step: number): string {
  return addMonths(`${month}-01`, step).slice(0, 7)
}
