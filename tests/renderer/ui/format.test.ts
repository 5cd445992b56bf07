import { describe, expect, test } from 'vitest'
import {
  counted,
  formatAgo,
  formatCompact,
  formatCount,
  formatDay,
  formatMoney,
  formatPercent,
  formatRatio,
  notKnown,
  today,
} from '#src/renderer/ui/format.ts'

const digits = (text: string) => text.replaceAll(/[^\d]/g, '')

describe('what a person reads', () => {
  test('what is not known is a dash and never 0', () => {
    expect([
      formatCount(null),
      formatCompact(undefined),
      formatPercent(null),
      formatMoney(null),
      formatRatio(null),
      formatDay(null),
    ]).toEqual(Array(6).fill(notKnown))
    expect([formatCount(0), formatPercent(0)].map(digits)).toEqual(['0', '0'])
  })

  test("money has its currency's own decimals, and large amounts keep every cent", () => {
    expect(digits(formatMoney({ amountMinor: 123_450, currency: 'EUR' }))).toBe('123450')
    expect(digits(formatMoney({ amountMinor: 5000, currency: 'JPY' }))).toBe('5000')
    expect(digits(formatMoney({ amountMinor: 12_345, currency: 'KWD' }))).toBe('12345')
    expect(digits(formatMoney({ amountMinor: 9_007_199_254_740_991, currency: 'EUR' }))).toBe('9007199254740991')
  })

  test('short money leaves out decimals only where there are none', () => {
    expect(digits(formatMoney({ amountMinor: 50_000, currency: 'USD' }, true))).toBe('500')
    expect(digits(formatMoney({ amountMinor: 50_050, currency: 'USD' }, true))).toBe('50050')
  })

  test('rates are basis points, ratios hundredths', () => {
    expect(digits(formatPercent(1250))).toBe('125')
    expect(digits(formatRatio(350))).toBe('350')
    expect([100, 1250, 90].map((basisPoints) => digits(formatPercent(basisPoints, 1)))).toEqual(['10', '125', '09'])
  })

  test('a plain day is the same day whatever the clock', () => {
    expect(formatDay('2026-01-01', new Date(2025, 5, 1))).toContain('2026')
    expect(formatDay('2026-01-01', new Date(2026, 5, 1))).not.toContain('2026')
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })

  test('how long ago is said in the largest unit that fits', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(formatAgo('2026-11-21T11:59:30Z', now)).toBe('just now')
    expect(formatAgo('2026-11-18T12:00:00Z', now)).toContain('3')
  })

  test('one is one', () => {
    expect(counted(1, 'creator')).toBe('1 creator')
    expect(counted(0, 'entry', 'entries')).toBe('0 entries')
  })
})
