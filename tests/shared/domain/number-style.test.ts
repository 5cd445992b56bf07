import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectNumberStyle, detectRateUnit } from '#src/shared/domain/number-style.ts'
import { parseCount } from '#src/shared/domain/numbers.ts'

test('cells that can be read one way only tell how a column writes decimals', () => {
  expect(detectNumberStyle(['12.500', '1.234,5', '8.300'])).toBe('comma')
  expect(detectNumberStyle(['12,500', '3.25', '8,300'])).toBe('point')
  expect(detectNumberStyle(['1.234.567', '12.500'])).toBe('comma')
  expect(detectNumberStyle(['4,2%', '3,15%'])).toBe('comma')
  expect(detectNumberStyle(['€ 1.200,00', '€ 12,50'])).toBe('comma')
})

test('a column that leaves it open, or contradicts itself, tells nothing', () => {
  expect(detectNumberStyle(['12.500', '8.300', '101.000'])).toBeUndefined()
  expect(detectNumberStyle(['12', 'N/A', ''])).toBeUndefined()
  expect(detectNumberStyle(['1,5', '2.5'])).toBeUndefined()
  expect(detectNumberStyle([])).toBeUndefined()
})

test('one slip among many doesn’t change a column’s style', () => {
  expect(detectNumberStyle([...Array.from({ length: 20 }, () => '3,25'), '4.75'])).toBe('comma')
})

test('cells with a multiplier don’t turn twelve thousand five hundred into thirteen', () => {
  const column = ['9.5K', '48.5M', '12.500']
  expect(parseCount('12.500', detectNumberStyle(column))).toEqual({ kind: 'value', value: 12_500 })
})

test('a column written in one locale is read back in its own style', () => {
  const locales = [
    ['en-US', 'point'],
    ['de-DE', 'comma'],
    ['fr-FR', 'comma'],
  ] as const
  const values = fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(values, fc.constantFrom(...locales), (cents, [locale, style]) => {
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
      expect(detectNumberStyle(cents.map((value) => format.format(value / 100)))).toBe(style)
    }),
  )
})

test('rates without a sign are fractions where none is above one and the middle one is small', () => {
  expect(detectRateUnit(['0.042', '0.11', '0.08'])).toBe('fraction')
  expect(detectRateUnit(['4.2', '0.9', '11'])).toBe('percent')
  expect(detectRateUnit(['0.9', '0.4', '0.3'])).toBe('percent')
  expect(detectRateUnit(['0,042', '1,2'], 'comma')).toBe('percent')
  expect(detectRateUnit(['4.2%', 'N/A'])).toBeUndefined()
})
