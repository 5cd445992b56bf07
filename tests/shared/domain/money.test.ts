import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCY_CODES, currencyExponent, isCurrency } from '#src/shared/domain/currencies.ts'
import {
  addMoney,
  allocateMoney,
  compareMoney,
  formatMoney,
  money,
  moneyToDecimal,
  scaleMoney,
  shareOf,
  splitMoney,
  subtractMoney,
  sumMoney,
} from '#src/shared/domain/money.ts'
import { parseMoney } from '#src/shared/domain/money-text.ts'

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')

describe('amounts', () => {
  test('currencies have their own number of decimals, by ISO 4217', () => {
    expect(['EUR', 'JPY', 'KWD', 'IQD', 'RSD', 'HUF', 'CLP'].map(currencyExponent)).toEqual([2, 0, 3, 3, 2, 2, 0])
    expect(CURRENCY_CODES).toContain('USD')
    expect(isCurrency('usd')).toBe(false)
  })

  test('an amount is whole minor units of a known currency, or it is refused', () => {
    expect(() => money(0.5, 'EUR')).toThrow(RangeError)
    expect(() => money(Number.NaN, 'EUR')).toThrow(RangeError)
    expect(() => money(2 ** 53, 'EUR')).toThrow(RangeError)
    expect(() => money(1, 'XYZ')).toThrow('"XYZ" is not a currency code (ISO 4217).')
  })

  test('amounts of two currencies are never put together', () => {
    const euro = money(100, 'EUR')
    const dollar = money(100, 'USD')
    for (const mix of [addMoney, subtractMoney, compareMoney]) {
      expect(() => mix(euro, dollar)).toThrow('Amounts in EUR and USD can’t be put together.')
    }
    expect(() => sumMoney([euro, dollar], 'EUR')).toThrow(RangeError)
  })

  test('nothing to add up is nothing', () => {
    expect(sumMoney([], 'EUR')).toEqual(money(0, 'EUR'))
    expect(sumMoney([money(1, 'EUR'), money(-3, 'EUR')], 'EUR')).toEqual(money(-2, 'EUR'))
  })

  test('halves are rounded away from zero, so that a refund mirrors its sale', () => {
    expect(shareOf(money(321_055, 'USD'), 1_000)).toEqual(money(32_106, 'USD'))
    expect(shareOf(money(-321_055, 'USD'), 1_000)).toEqual(money(-32_106, 'USD'))
    expect(scaleMoney(money(1, 'EUR'), 1, 2)).toEqual(money(1, 'EUR'))
    expect(scaleMoney(money(1, 'EUR'), 1, 3)).toEqual(money(0, 'EUR'))
    expect(() => scaleMoney(money(1, 'EUR'), 1, 0)).toThrow(RangeError)
  })

  test('a share is exact where a float would not be', () => {
    fc.assert(
      fc.property(amounts, fc.nat(100_000), (amountMinor, basisPoints) => {
        const share = BigInt(shareOf(money(amountMinor, 'EUR'), basisPoints).amountMinor)
        const error = share * 10_000n - BigInt(amountMinor) * BigInt(basisPoints)
        expect(error >= -5_000n && error <= 5_000n).toBe(true)
      }),
    )
  })
})

describe('sharing out', () => {
  test('odd cents go to the largest remainders, then to the first', () => {
    expect(splitMoney(money(100, 'EUR'), 3).map(({ amountMinor }) => amountMinor)).toEqual([34, 33, 33])
    expect(allocateMoney(money(100, 'EUR'), [1, 1, 4]).map(({ amountMinor }) => amountMinor)).toEqual([17, 17, 66])
    expect(allocateMoney(money(5, 'EUR'), [3, 7]).map(({ amountMinor }) => amountMinor)).toEqual([2, 3])
    expect(allocateMoney(money(7, 'EUR'), [0, 0]).map(({ amountMinor }) => amountMinor)).toEqual([4, 3])
    expect(() => allocateMoney(money(7, 'EUR'), [])).toThrow(RangeError)
    expect(() => allocateMoney(money(7, 'EUR'), [1, -1])).toThrow(RangeError)
  })

  test('the parts sum exactly to the amount, and none is a cent away from its fair share', () => {
    const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(amounts, weights, (amountMinor, shares) => {
        const parts = allocateMoney(money(amountMinor, 'EUR'), shares)
        expect(sumMoney(parts, 'EUR').amountMinor).toBe(amountMinor)
        const all = shares.reduce((sum, share) => sum + BigInt(share), 0n)
        if (all === 0n) return
        for (const [place, part] of parts.entries()) {
          const fair = BigInt(amountMinor) * BigInt(shares[place] ?? 0)
          const error = BigInt(part.amountMinor) * all - fair
          expect(error > -all && error < all).toBe(true)
        }
      }),
    )
  })

  test('a larger weight never gets less, large amounts included', () => {
    const weights = fc.array(fc.nat(Number.MAX_SAFE_INTEGER), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), weights, (amountMinor, shares) => {
        const parts = allocateMoney(
          money(amountMinor, 'EUR'),
          shares.toSorted((a, b) => b - a),
        )
        const given = parts.map((part) => part.amountMinor)
        expect(given).toEqual(given.toSorted((a, b) => b - a))
        expect(given.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amountMinor))
      }),
    )
  })
})

describe('writing', () => {
  test('each currency is written with its own decimals', () => {
    expect(moneyToDecimal(money(123_450, 'EUR'))).toBe('1234.50')
    expect(moneyToDecimal(money(-5, 'EUR'))).toBe('-0.05')
    expect(moneyToDecimal(money(500, 'JPY'))).toBe('500')
    expect(moneyToDecimal(money(1, 'KWD'))).toBe('0.001')
    expect(formatMoney(money(123_450, 'USD'))).toBe('$1,234.50')
    expect(formatMoney(money(40_000, 'USD'), 'en-US', 'code')).toBe('USD\u00a0400.00')
    expect(formatMoney(money(123_450, 'EUR'), 'de-DE')).toBe('1.234,50\u00a0€')
    expect(formatMoney(money(1_234, 'JPY'))).toBe('¥1,234')
    expect(formatMoney(money(1_234_567, 'KWD'), 'en-US', 'code')).toBe('KWD\u00a01,234.567')
  })

  test('the largest amounts keep their cents', () => {
    expect(formatMoney(money(Number.MAX_SAFE_INTEGER, 'USD'))).toBe('$90,071,992,547,409.91')
  })

  test('an amount written for people in any of these places is read back as typed text', () => {
    const locales = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'pt-BR', 'de-CH', 'pl-PL')
    fc.assert(
      fc.property(amounts, currencies, locales, (amountMinor, currency, locale) => {
        const amount = money(amountMinor, currency)
        const style = locale === 'en-US' || locale === 'de-CH' ? 'point' : 'comma'
        for (const display of ['symbol', 'code'] as const) {
          expect(parseMoney(formatMoney(amount, locale, display), currency, style)).toEqual({ kind: 'value', value: amount })
        }
        expect(parseMoney(moneyToDecimal(amount), currency, 'point')).toEqual({ kind: 'value', value: amount })
      }),
    )
  })
})
