import { describe, expect, test } from 'vitest'
import { UsageError } from '#src/main/doors/cli/usage-error.ts'
import { valuesOf } from '#src/main/doors/cli/values.ts'

const given = (value: string) => valuesOf({ x: value }, {})

describe('what is read from the command line', () => {
  test.each([
    ['4.5', 450],
    ['4,5', 450],
    ['4', 400],
    ['0.05', 5],
    ['12.34%', 1234],
    ['100', 10_000],
  ])('the percentage %s is %i basis points', (text, basisPoints) => {
    expect(given(text).percent('x')).toBe(basisPoints)
  })

  test.each(['-1', '4.555', 'four', '', '1e3', '4.5.6'])('the percentage %j is refused, not rounded', (text) => {
    expect(() => given(text).percent('x')).toThrow(UsageError)
  })

  test('amounts are exact in their currency', () => {
    expect(given('1250.50').money('x', 'EUR')).toEqual({ amountMinor: 125_050, currency: 'EUR' })
    expect(given('1250 JPY').money('x', 'EUR')).toEqual({ amountMinor: 1250, currency: 'JPY' })
    expect(() => given('12.345').money('x', 'EUR')).not.toThrow()
    expect(() => given('1250.505').money('x', 'EUR')).toThrow(/amount/)
    expect(() => given('plenty').money('x', 'EUR')).toThrow(/--x "plenty" is not an amount/)
  })

  test('an amount that is a slip of the hand is refused, and a price below nothing', () => {
    expect(() => given('90071992547409').price('x', 'EUR')).toThrow('--x "90071992547409" is too large an amount.')
    expect(given('100000000000').money('x', 'EUR')).toEqual({ amountMinor: 1e13, currency: 'EUR' })
    expect(() => given('100000000000.01').money('x', 'EUR')).toThrow(UsageError)
    expect(() => given('-0.01').price('x', 'EUR')).toThrow('--x takes an amount that is not negative, not "-0.01".')
    expect([given('-5').money('x', 'EUR'), given('0').price('x', 'EUR')]).toEqual([
      { amountMinor: -500, currency: 'EUR' },
      { amountMinor: 0, currency: 'EUR' },
    ])
  })

  test('one of a closed set may be cut short as long as it stays one', () => {
    const stages = ['contacted', 'contracted', 'done'] as const
    expect(given('DONE').oneOf('x', stages)).toBe('done')
    expect(given('contr').oneOf('x', stages)).toBe('contracted')
    expect(() => given('cont').oneOf('x', stages)).toThrow(/is one of: contacted, contracted, done/)
    expect(given('contacted').manyOf('x', stages)).toEqual(['contacted'])
  })

  test('days are days of the calendar', () => {
    expect(given('2028-02-29').date('x')).toBe('2028-02-29')
    for (const text of ['2026-02-29', '2026-13-01', '26-01-01', 'tomorrow']) expect(() => given(text).date('x')).toThrow(UsageError)
  })

  test('what was not given is undefined, and what is needed says so', () => {
    const nothing = valuesOf({}, {})
    expect([nothing.text('x'), nothing.count('x'), nothing.percent('x'), nothing.many('x'), nothing.flag('x')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      false,
    ])
    expect(() => nothing.needed('out')).toThrow('--out is needed.')
  })
})
