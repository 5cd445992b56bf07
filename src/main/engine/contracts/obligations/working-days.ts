import { addDays } from '#src/shared/domain/dates.ts'

/** The working day (Monday to Friday) that lies so many working days before a day. Public holidays count, because they differ by place. */
export function workingDaysBefore(day: string, count: number): string {
  let found = day
  for (let left = count; left > 0;) {
    found = addDays(found, -1)
    if (isWorkingDay(found)) left--
  }
  return found
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
