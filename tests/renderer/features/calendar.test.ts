import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { monthAfter, weeksOf } from '#src/renderer/features/deliverables/calendar-weeks.ts'

test('a month is whole weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2026-03')
  expect(weeks[0]?.[0]).toBe('2026-02-23')
  expect(weeks.at(-1)?.[6]).toBe('2026-04-05')
  expect(weeksOf('2027-02')).toHaveLength(4)
})

test('every day of any month stands in it once, under its weekday', () => {
  assert(
    property(integer({ min: 1970, max: 2100 }), integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, '0')}`
      const weeks = weeksOf(month)
      const days = weeks.flat().filter((day) => day.startsWith(month))
      expect(days).toHaveLength(new Date(Date.UTC(year, number, 0)).getUTCDate())
      expect(new Set(days).size).toBe(days.length)
      for (const week of weeks) expect(week.map((day) => new Date(day).getUTCDay())).toEqual([1, 2, 3, 4, 5, 6, 0])
      expect(monthAfter(monthAfter(month, 1), -1)).toBe(month)
    }),
  )
})
