import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, comparePlainDates, daysBetween, nextDue, parsePlainDate, plainDate } from '#src/shared/domain/dates.ts'

const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
const dates = moments.map((date) => date.toISOString().slice(0, 10))

describe('plain dates', () => {
  test('are days that exist, written in one way', () => {
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29')
    const others = ['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '2025-04-31', '1900-02-29', '2025-01-01T00:00Z', '', 'today']
    for (const text of others) expect(parsePlainDate(text)).toBeNull()
    expect(plainDate(5, 1, 2)).toBe('0005-01-02')
    expect(plainDate(2025, 1.5, 2)).toBeNull()
  })

  test('move by days across months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  test('move by months to the last day a month has', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(addMonths('2025-11-15', 14)).toBe('2027-01-15')
  })

  test('are compared and counted as days', () => {
    expect(daysBetween('2025-12-31', '2026-01-02')).toBe(2)
    expect(['2026-01-02', '2025-12-31', '2026-01-01'].toSorted(comparePlainDates)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02'])
  })

  test('come back from any journey by days, and text sorts as they do', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const there = addDays(date, days)
        expect(addDays(there, -days)).toBe(date)
        expect(daysBetween(date, there)).toBe(days)
        expect(Math.sign(days)).toBe(comparePlainDates(there, date))
        expect(there > date).toBe(days > 0)
      }),
    )
  })

  test('moved by months lie in the month meant', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const there = addMonths(date, months)
        expect(monthsBetween(date, there)).toBe(months)
        expect(there.slice(8) <= date.slice(8)).toBe(true)
      }),
    )
  })
})

describe('what is due next', () => {
  test('follows the first date without drifting', () => {
    expect(nextDue('2026-01-31', { months: 1 }, '2026-02-01')).toBe('2026-02-28')
    expect(nextDue('2026-01-31', { months: 1 }, '2026-03-01')).toBe('2026-03-31')
    expect(nextDue('2026-01-31', { months: 1 }, '2026-01-01')).toBe('2026-01-31')
    expect(nextDue('2026-01-01', { days: 14 }, '2026-01-15')).toBe('2026-01-15')
    expect(nextDue('2026-01-01', { days: 14 }, '2026-01-16')).toBe('2026-01-29')
    expect(() => nextDue('2026-01-01', { days: 0 }, '2026-01-16')).toThrow(RangeError)
  })

  test('is the first of its series that isn’t past', () => {
    const lengths = fc.integer({ min: 1, max: 400 })
    const intervals = fc.oneof(fc.record({ days: lengths }), fc.record({ months: lengths }))
    fc.assert(
      fc.property(dates, intervals, fc.nat(20_000), (first, every, later) => {
        const today = addDays(first, later)
        const due = nextDue(first, every, today)
        expect(due >= today).toBe(true)
        const step = 'days' in every ? daysBetween(first, due) / every.days : monthsBetween(first, due) / every.months
        expect(Number.isInteger(step)).toBe(true)
        const before = 'days' in every ? addDays(first, (step - 1) * every.days) : addMonths(first, (step - 1) * every.months)
        expect(step === 0 || before < today).toBe(true)
      }),
    )
  })
})

function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
