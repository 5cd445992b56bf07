import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyToDecimal } from '#src/shared/domain/money.ts'
import { parseAmount, parseMoney, parsePrice } from '#src/shared/domain/money-text.ts'

function show(read: ReturnType<typeof parsePrice>): string {
  if (read.kind === 'value') return `${read.value.currency} ${read.value.amountMinor}`
  return read.kind === 'missing' ? read.reason : read.problem
}

describe('typed amounts', () => {
  test.each([
    ['1,234.50', 'EUR 123450'],
    ['1.234,50', 'EUR 123450'],
    ['1 234,50', 'EUR 123450'],
    ["1'234.50", 'EUR 123450'],
    ['1234.5', 'EUR 123450'],
    ['€ 300', 'EUR 30000'],
    ['300€', 'EUR 30000'],
    ['-20', 'EUR -2000'],
    ['€ -20,50', 'EUR -2050'],
    ['(20.00)', 'EUR -2000'],
    ['.99', 'EUR 99'],
    ['0,5', 'EUR 50'],
    ['1.234', 'EUR 123400'],
    ['12.50000', 'EUR 1250'],
    ['500,-', 'EUR 50000'],
    ['500,- EUR', 'EUR 50000'],
    ['1.5k', 'EUR 150000'],
    ['12.345', 'EUR 1234500'],
    ['12.3456', 'EUR has 2 decimals at most.'],
    ['', 'blank'],
    ['abc', 'This is not a number.'],
    ['0', 'EUR 0'],
  ])('%j is %s', (text, expected) => {
    expect(show(parseMoney(text, 'EUR'))).toBe(expected)
  })

  test('what a currency can’t hold is said, not rounded away', () => {
    expect(show(parseMoney('12.5', 'JPY'))).toBe('JPY has no decimals.')
    expect(show(parseMoney('1,234', 'JPY'))).toBe('JPY 1234')
    expect(show(parseMoney('1.2345', 'KWD'))).toBe('KWD has 3 decimals at most.')
  })

  test.each([
    ['12.345 KWD', 'EUR', 'KWD 12345'],
    ['KWD 12.345', 'EUR', 'KWD 12345'],
    ['12.345', 'KWD', 'KWD 12345'],
    ['-1.234', 'TND', 'TND -1234'],
    ['12.3450', 'KWD', 'KWD 12345'],
    ['1,234.500 KWD', 'EUR', 'KWD 1234500'],
    ['1.234,500 TND', 'EUR', 'TND 1234500'],
    ['250000 IQD', 'EUR', 'IQD 250000000'],
    ['1,234,567 IQD', 'EUR', 'IQD 1234567000'],
    ['1.234k KWD', 'EUR', 'KWD 1234000'],
    ['1,234 EUR', 'KWD', 'EUR 123400'],
    ['1.234 EUR', 'KWD', 'EUR 123400'],
    ['1,234 EUR', 'EUR', 'EUR 123400'],
  ])('a point stands before decimals where the currency has three of them: %j beside %s is %s', (text, currency, expected) => {
    expect(show(parseMoney(text, currency))).toBe(expected)
  })

  test('what is written as a plain decimal is read back as the same amount, in any currency', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom('EUR', 'JPY', 'KWD', 'TND', 'IQD'), (amountMinor, currency) => {
        const text = moneyToDecimal({ amountMinor, currency })
        expect(show(parseMoney(text, currency))).toBe(`${currency} ${amountMinor}`)
        expect(show(parseMoney(`${text} ${currency}`, 'USD'))).toBe(`${currency} ${amountMinor}`)
      }),
      {
        examples: [
          [12_345, 'KWD'],
          [999_999, 'TND'],
        ],
      },
    )
  })

  test('a lone comma before three digits can be either there, so the person is asked', () => {
    for (const text of ['250,000 IQD', '12,345 TND', '1,234 KWD'])
      expect(show(parseMoney(text, 'EUR'))).toMatch(/thousands or as decimals; leave the comma out/)
    expect(show(parseMoney('1,234', 'KWD', 'comma'))).toBe('KWD 1234')
    expect(show(parseMoney('1.234', 'KWD', 'point'))).toBe('KWD 1234')
    expect(show(parseMoney('1.234', 'KWD', 'comma'))).toBe('KWD 1234000')
    expect(show(parseMoney('0.234', 'KWD'))).toBe('KWD 234')
  })
})

describe('prices in lists', () => {
  test.each([
    ['€300', 'EUR 30000'],
    ['300 EUR', 'EUR 30000'],
    ['EUR 300', 'EUR 30000'],
    ['eur300', 'EUR 30000'],
    ['$1,200', 'USD 120000'],
    ['R$ 500', 'BRL 50000'],
    ['US$ 1,200.50', 'USD 120050'],
    ['£1.2k', 'GBP 120000'],
    ['1,5k €', 'EUR 150000'],
    ['1.2K USD / post', 'USD 120000'],
    ['300€ per post', 'EUR 30000'],
    ['€ 1.200,00', 'EUR 120000'],
    ['1 200 zł', 'PLN 120000'],
    ['2 500 грн', 'UAH 250000'],
    ['₹12,34,567', 'INR 123456700'],
    ['¥5万', 'JPY 50000'],
    ['1200 TL', 'TRY 120000'],
    ['300 USD', 'USD 30000'],
    ['$300 CAD', 'CAD 30000'],
    ['Rs. 5,000', 'INR 500000'],
    ['$12.345678', 'USD 1235'],
    ["CHF 1'200.00", 'CHF 120000'],
    ['1.2 Mio ₫', 'VND 1200000'],
    ['3kUSD', 'USD 300000'],
    ['$ .50', 'USD 50'],
    ['-$5', 'A price can’t be negative.'],
    ['N/A', 'placeholder'],
    ['#REF!', 'formula error'],
    ['300', 'The amount has no currency; choose one for the column.'],
    ['500 kr', '“kr” doesn’t tell the currency; write its code, such as USD.'],
    ['$300-500', 'This is a range; one number is needed.'],
    ['300 bananas', 'This is not a number.'],
    ['free', 'This is not a number.'],
    ['$99999999999999999', 'This amount is too large.'],
  ])('%j is %s', (cell, expected) => {
    expect(show(parsePrice(cell, null))).toBe(expected)
  })

  test('the column’s currency applies where none is written, and settles signs that several share', () => {
    expect(show(parsePrice('300', 'EUR'))).toBe('EUR 30000')
    expect(show(parsePrice('$300', 'CAD'))).toBe('CAD 30000')
    expect(show(parsePrice('$300', 'EUR'))).toBe('USD 30000')
    expect(show(parsePrice('500 kr', 'SEK'))).toBe('SEK 50000')
    expect(show(parsePrice('1.200', 'EUR', 'comma'))).toBe('EUR 120000')
    expect(show(parsePrice('1.200', 'EUR', 'point'))).toBe('EUR 120')
  })

  test('amounts of exports keep their sign', () => {
    expect(show(parseAmount('-12.40', 'USD'))).toBe('USD -1240')
    expect(show(parseAmount('($1,234.56)', null))).toBe('USD -123456')
    expect(show(parseAmount('-0.00', 'USD'))).toBe('USD 0')
  })

  test('no text at all breaks the reading or gives a fraction of a cent', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,  '-+%kM€$R£złEURusd#/()¥")) })
    fc.assert(
      fc.property(text, fc.constantFrom(null, 'EUR', 'JPY'), (cell, currency) => {
        const read = parsePrice(cell, currency)
        expect(read.kind !== 'value' || (Number.isSafeInteger(read.value.amountMinor) && read.value.amountMinor >= 0)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
