import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCount, parseRate } from '#src/shared/domain/numbers.ts'

function count(cell: string, style?: 'point' | 'comma') {
  const read = parseCount(cell, style)
  return read.kind === 'value' ? read.value : read.kind === 'missing' ? read.reason : read.problem
}

function rate(cell: string, style?: 'point' | 'comma', unit?: 'percent' | 'fraction') {
  const read = parseRate(cell, style, unit)
  return read.kind === 'value' ? read.value : read.kind === 'missing' ? read.reason : read.problem
}

const NBSP = '\u00a0'
const NARROW = '\u202f'

describe('counts', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['50700000', 50_700_000],
    ['48.5M', 48_500_000],
    ['475.8m', 475_800_000],
    ['10.4K', 10_400],
    ['12 500', 12_500],
    [`12${NBSP}500`, 12_500],
    [`12${NARROW}500`, 12_500],
    [`1${NBSP}234${NBSP}567`, 1_234_567],
    ['12.500', 12_500],
    ['1,234', 1_234],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ["1'234'567", 1_234_567],
    ['12,34,567', 1_234_567],
    ['1.2 Mio', 1_200_000],
    ['1,2 Mio.', 1_200_000],
    ['2 тыс', 2_000],
    ['3,4 млн', 3_400_000],
    ['1.2B', 1_200_000_000],
    ['5万', 50_000],
    ['1.234,5', 1_235],
    ['1,234.5', 1_235],
    ['12.5', 13],
    ['0.4', 0],
    ['0,123', 0],
    ['.5', 1],
    ['1.2E+06', 1_200_000],
    ['4,85E+07', 48_500_000],
    ['  42 ', 42],
    ['~12k', 12_000],
    ['10K+', 10_000],
    ['12.5K followers', 12_500],
    ['1,234 subscribers', 1_234],
    ["'53122", 53_122],
    ['+1,234', 1_234],
    ['٤٨٫٥', 49],
    ['１２３', 123],
    ['\ufeff1,000', 1_000],
    ['12.345K', 12_345],
    ['1,234M', 1_234_000],
    ['12,5 mil', 12_500],
    ['1.050.000,00', 1_050_000],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['ca. 12k', 12_000],
    ['約1.2万', 12_000],
    ['> 1M', 1_000_000],
    ['12万人', 120_000],
    ['1.2w', 12_000],
    ['12 ألف', 12_000],
    ['1,5 tis.', 1_500],
    ['12,500*', 12_500],
    ['698[a]', 698],
  ])('%j is %d', (cell, expected) => {
    expect(count(cell)).toBe(expected)
  })

  test.each([
    ['', 'blank'],
    ['   ', 'blank'],
    [NBSP, 'blank'],
    ['N/A', 'placeholder'],
    ["N/A'", 'placeholder'],
    ['n.a.', 'placeholder'],
    ['-', 'placeholder'],
    ['--', 'placeholder'],
    ['—', 'placeholder'],
    ['–', 'placeholder'],
    ['nan', 'placeholder'],
    ['NAN', 'placeholder'],
    ['NaN', 'placeholder'],
    ['null', 'placeholder'],
    ['н/д', 'placeholder'],
    ['?', 'placeholder'],
    ['...', 'placeholder'],
    ['#N/A', 'placeholder'],
    ['#NV', 'placeholder'],
    ['#VALOR!', 'formula error'],
    ['#¡VALOR!', 'formula error'],
    ['#REF!', 'formula error'],
    ['#DIV/0!', 'formula error'],
    ['#NAME?', 'formula error'],
    ['#ЗНАЧ!', 'formula error'],
    ['########', 'formula error'],
  ])('%j is missing: %s', (cell, reason) => {
    expect(count(cell)).toBe(reason)
  })

  test.each([
    ['-5', 'A count can’t be negative.'],
    ['(1,234)', 'A count can’t be negative.'],
    ['−12', 'A count can’t be negative.'],
    ['4.2%', 'This is a percentage; a count is needed.'],
    ['many', 'This is not a number.'],
    ['1.2.3', 'This is not a number.'],
    ['1,23,4', 'This is not a number.'],
    ['12 apples', 'This is not a number.'],
    ['@ana', 'This is not a number.'],
    ['=1+1', 'This is not a number.'],
    ['3.апр', 'A spreadsheet has turned this number into a date; its value is lost.'],
    ['10-Dec', 'A spreadsheet has turned this number into a date; its value is lost.'],
    ['2025-01-31', 'A spreadsheet has turned this number into a date; its value is lost.'],
    ['12万円', 'This is not a number.'],
    ['10K-50K', 'This is a range; one number is needed.'],
    ['1,000 – 5,000', 'This is a range; one number is needed.'],
    ['2 mil', '“mil” can mean a thousand or a million; write K or M.'],
    ['9007199254740993', 'This number is too large.'],
    ['9999999999B', 'This number is too large.'],
    ['1e999', 'This number is too large.'],
  ])('%j is a problem: %s', (cell, sentence) => {
    expect(count(cell)).toBe(sentence)
  })

  test('the style of the column settles what one cell leaves open', () => {
    expect(count('12.500', 'point')).toBe(13)
    expect(count('12.500', 'comma')).toBe(12_500)
    expect(count('12,500', 'point')).toBe(12_500)
    expect(count('12,500', 'comma')).toBe(13)
    expect(count('12.500K', 'comma')).toBe(12_500_000)
  })

  test('a cell that can be read one way only is read that way in any column', () => {
    for (const style of ['point', 'comma', undefined] as const) {
      expect(count('1.234,56', style)).toBe(1_235)
      expect(count('1,234.56', style)).toBe(1_235)
      expect(count('12,5', style)).toBe(13)
      expect(count('48.5M', style)).toBe(48_500_000)
    }
  })

  test('a count written in any customary way is read back', () => {
    const ways = [
      (value: number) => String(value),
      (value: number) => value.toLocaleString('en-US'),
      (value: number) => value.toLocaleString('de-DE'),
      (value: number) => value.toLocaleString('fr-FR'),
      (value: number) => value.toLocaleString('de-CH'),
      (value: number) => value.toLocaleString('en-IN'),
      (value: number) => value.toLocaleString('ar-EG'),
      (value: number) => value.toLocaleString('en-US').replaceAll(',', ' '),
    ]
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom(...ways), (value, write) => {
        expect(count(write(value))).toBe(value)
      }),
    )
  })

  test('thousands and millions are exact, whatever a float would make of them', () => {
    const units = fc.constantFrom({ sign: 'K', factor: 1_000 }, { sign: 'M', factor: 1_000_000 })
    fc.assert(
      fc.property(fc.nat(99_999), units, (tenths, { sign, factor }) => {
        expect(count(`${Math.floor(tenths / 10)}.${tenths % 10}${sign}`)).toBe((tenths * factor) / 10)
      }),
    )
  })

  test('no text at all breaks the reading or gives anything but a whole count', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,  '-+%kKmME€$#N/A()x")) })
    fc.assert(
      fc.property(text, fc.constantFrom('point' as const, 'comma' as const, undefined), (cell, style) => {
        const read = parseCount(cell, style)
        expect(read.kind !== 'value' || (Number.isSafeInteger(read.value) && read.value >= 0)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('rates', () => {
  test.each([
    ['4,2%', 420],
    ['4.2 %', 420],
    ['4.2', 420],
    ['0.042', 420],
    ['0,042', 420],
    ['%4,2', 420],
    ['10.25%', 1_025],
    ['0.5%', 50],
    ['0%', 0],
    ['0', 0],
    ['12', 1_200],
    ['1', 100],
    ['4.256%', 426],
    ['4.255%', 426],
    ['0.00425', 43],
    ['102.5%', 10_250],
    ['4.250', 425],
    ['4,2E-02', 420],
    ['４.2％', 420],
    ['-', 'placeholder'],
    ['#DIV/0!', 'formula error'],
    ['', 'blank'],
    ['-4%', 'A rate can’t be negative.'],
    ['4K', 'This is not a number.'],
    ['high', 'This is not a number.'],
  ])('%j is %s', (cell, expected) => {
    expect(rate(cell)).toBe(expected)
  })

  test('the unit of the column says what a bare number means, and a % sign overrides it', () => {
    expect(rate('0.8', undefined, 'percent')).toBe(80)
    expect(rate('0.8', undefined, 'fraction')).toBe(8_000)
    expect(rate('1', undefined, 'fraction')).toBe(10_000)
    expect(rate('0.8%', undefined, 'fraction')).toBe(80)
  })

  test('every rate of two decimals is read back', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (bp) => {
        const decimal = `${Math.floor(bp / 100)}.${String(bp % 100).padStart(2, '0')}`
        expect(rate(`${decimal}%`)).toBe(bp)
        expect(rate(`${decimal.replace('.', ',')} %`)).toBe(bp)
      }),
    )
  })
})
