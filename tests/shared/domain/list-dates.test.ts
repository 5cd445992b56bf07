import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectDateOrder, parseListDate, type DateOrder } from '#src/shared/domain/list-dates.ts'

function read(cell: string, order?: DateOrder): string {
  const parsed = parseListDate(cell, order)
  if (parsed.kind !== 'value') return parsed.kind === 'missing' ? parsed.reason : parsed.problem
  const { date, time, offsetMinutes } = parsed.value
  return [date, time, offsetMinutes].filter((part) => part !== null).join(' ')
}

describe('dates in lists and exports', () => {
  test.each([
    ['2025-10-31', '2025-10-31'],
    ['2025/10/31', '2025-10-31'],
    ['2025.1.5', '2025-01-05'],
    ['20250101', '2025-01-01'],
    ['2025/10/31 18:19:10', '2025-10-31 18:19:10'],
    ['2025-10-31T18:19:10Z', '2025-10-31 18:19:10 0'],
    ['2025-10-31T18:19:10.123+02:00', '2025-10-31 18:19:10 120'],
    ['2025-10-31 18:19:10 UTC', '2025-10-31 18:19:10 0'],
    ['2025-10-31 18:19:10 -0330', '2025-10-31 18:19:10 -210'],
    ['Dec 15, 2023', '2023-12-15'],
    ['December 15th, 2023', '2023-12-15'],
    ['15 Dec 2023', '2023-12-15'],
    ['15-Dec-23', '2023-12-15'],
    ['15-Dec-99', '1999-12-15'],
    ['Fri, 15 Dec 2023', '2023-12-15'],
    ['Dec 15, 2023, 9:48 PM', '2023-12-15 21:48:00'],
    ['Dec 15, 2023 at 12:05 a.m.', '2023-12-15 00:05:00'],
    ['15. Dezember 2023', '2023-12-15'],
    ['15 de diciembre de 2023', '2023-12-15'],
    ['15 декабря 2023 г.', '2023-12-15'],
    ['2 квіт. 2024 р.', '2024-04-02'],
    ['31.12.2025', '2025-12-31'],
    ['1. 2. 2025', '2025-02-01'],
    ['2025年10月31日', '2025-10-31'],
    ['2025. 10. 31.', '2025-10-31'],
    ['03/18/2025 09:48', '2025-03-18 09:48:00'],
    ['18/03/2025 9:48', '2025-03-18 09:48:00'],
    ['05/05/2025', '2025-05-05'],
    ['12/31/25', '2025-12-31'],
    ['\ufeff2025-10-31 ', '2025-10-31'],
  ])('%j is %s', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })

  test.each([
    ['', 'blank'],
    ['--', 'placeholder'],
    ['N/A', 'placeholder'],
    ['#REF!', 'formula error'],
    ['Lifetime', 'This is not a date.'],
    ['3.апр', 'This has no year; a spreadsheet may have made it from a number.'],
    ['3-Apr', 'This has no year; a spreadsheet may have made it from a number.'],
    ['31.02.2025', 'There is no such day.'],
    ['2025-13-01', 'There is no such day.'],
    ['13/13/2025', 'There is no such day.'],
    ['45291', 'This is not a date.'],
    ['2025-10-31 25:00', 'This is not a date.'],
    ['2025-10-31 13:00 pm', 'This is not a date.'],
    ['03/04/2025', 'Day and month can’t be told apart; say which comes first in this column.'],
    ['March', 'This is not a date.'],
    [`${'1 '.repeat(5_000)}x`, 'This is not a date.'],
  ])('%j is not: %s', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })

  test('the column settles which of day and month comes first', () => {
    expect(read('03/04/2025', 'day first')).toBe('2025-04-03')
    expect(read('03/04/2025', 'month first')).toBe('2025-03-04')
    expect(read('03.04.2025', 'month first')).toBe('2025-04-03')
    expect(detectDateOrder(['03/04/2025', '03/18/2025 09:48', ''])).toBe('month first')
    expect(detectDateOrder(['03/04/2025', '18/03/2025', '05/05/2025'])).toBe('day first')
    expect(detectDateOrder(['03/04/2025', '05/05/2025', '2025-10-31'])).toBeUndefined()
    expect(detectDateOrder(['18/03/2025', '03/18/2025'])).toBeUndefined()
  })

  test('a day written in any of these ways is read back', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
    const languages = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'pt-BR', 'nl-NL', 'ru-RU', 'uk-UA', 'pl-PL', 'sv-SE', 'ja-JP']
    const locales = fc.constantFrom(...languages)
    const styles = fc.constantFrom('medium' as const, 'long' as const, 'short' as const)
    fc.assert(
      fc.property(days, locales, styles, (day, locale, dateStyle) => {
        const written = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(day)
        expect(read(written, locale === 'en-US' ? 'month first' : 'day first').slice(0, 10)).toBe(day.toISOString().slice(0, 10))
      }),
      { numRuns: 500 },
    )
  })

  test('no text at all breaks the reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/. :,TZapmDec')) }), (cell) => {
        expect(read(cell)).toMatch(/^(?:\d{4}-\d{2}-\d{2}.*|blank|placeholder|formula error|.*\.)$/)
      }),
      { numRuns: 2_000 },
    )
  })
})
