import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import german from '../../../resources/contracts/de/language.json' with { type: 'json' }
import english from '../../../resources/contracts/en/language.json' with { type: 'json' }
import { amountInFiguresAndWords, amountInWords, countInFiguresAndWords, rateInFiguresAndWords } from '#src/shared/domain/amount-words.ts'
import { money } from '#src/shared/domain/money.ts'
import { numberInWords, type NumberSpelling } from '#src/shared/domain/number-words.ts'

// Seventy and ninety count on in French; the rules are Unicode's, shortened.
const french: NumberSpelling = {
  start: 'cardinal',
  sets: {
    cardinal: ['0: zéro', '1: un', '2: deux', '3: trois', '4: quatre', '11: onze', '12: douze', '17: dix-sept', '60/20: soixante[->>]'],
  },
}

describe('numbers in words', () => {
  test.each([
    [0, 'zero', 'null'],
    [1, 'one', 'ein'],
    [13, 'thirteen', 'dreizehn'],
    [16, 'sixteen', 'sechzehn'],
    [17, 'seventeen', 'siebzehn'],
    [21, 'twenty-one', 'einundzwanzig'],
    [30, 'thirty', 'dreißig'],
    [77, 'seventy-seven', 'siebenundsiebzig'],
    [100, 'one hundred', 'einhundert'],
    [101, 'one hundred one', 'einhundertein'],
    [1_000, 'one thousand', 'eintausend'],
    [1_234, 'one thousand two hundred thirty-four', 'eintausendzweihundertvierunddreißig'],
    [21_000, 'twenty-one thousand', 'einundzwanzigtausend'],
    [100_000, 'one hundred thousand', 'einhunderttausend'],
    [999_999, 'nine hundred ninety-nine thousand nine hundred ninety-nine', 'neunhundertneunundneunzigtausendneunhundertneunundneunzig'],
    [1_000_000, 'one million', 'eine Million'],
    [1_000_001, 'one million one', 'eine Million ein'],
    [2_500_000, 'two million five hundred thousand', 'zwei Millionen fünfhunderttausend'],
    [21_000_000, 'twenty-one million', 'einundzwanzig Millionen'],
    [3_000_000_000, 'three billion', 'drei Milliarden'],
  ])('%i is spelled as both languages spell it', (value, inEnglish, inGerman) => {
    expect(numberInWords(value, english.numbers)).toBe(inEnglish)
    expect(numberInWords(value, german.numbers)).toBe(inGerman)
  })

  test('a language that counts by twenties is no more than other rules', () => {
    expect([61, 71, 72, 77].map((value) => numberInWords(value, french))).toEqual([
      'soixante-un',
      'soixante-onze',
      'soixante-douze',
      'soixante-dix-sept',
    ])
  })

  test.each([
    ['English', english.numbers],
    ['German', german.numbers],
  ])('%s: no two amounts are spelled alike, and no rule shows through', (_, spelling) => {
    const largest = 100_000_000_000
    assert(
      property(integer({ min: 0, max: largest }), integer({ min: 0, max: largest }), (a, b) => {
        const [one, other] = [numberInWords(a, spelling), numberInWords(b, spelling)]
        expect(one === other).toBe(a === b)
        expect(one).not.toMatch(/[<>=%[\]\d]| {2}|^ | $/)
      }),
    )
    const small = Array.from({ length: 10_001 }, (__, value) => numberInWords(value, spelling))
    expect(new Set(small).size).toBe(small.length)
  })

  test('what is no amount, and rules that lead nowhere, are refused', () => {
    for (const value of [-1, 1.5, Number.NaN, 2 ** 60]) expect(() => numberInWords(value, english.numbers)).toThrow(RangeError)
    expect(() => numberInWords(5, { start: 'a', sets: { a: ['1: =%b='] } })).toThrow(RangeError)
    expect(() => numberInWords(5, { start: 'a', sets: { a: ['one'] } })).toThrow(RangeError)
    expect(() => numberInWords(0, { start: 'a', sets: { a: ['1: one'] } })).toThrow(RangeError)
  })
})

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

describe('amounts in figures and words', () => {
  test('whole amounts and cents, in both languages', () => {
    expect(plain(amountInFiguresAndWords(money(50_000, 'EUR'), english))).toBe('EUR 500.00 (five hundred euros)')
    expect(plain(amountInFiguresAndWords(money(50_000, 'EUR'), german))).toBe('500,00 EUR (fünfhundert Euro)')
    expect(plain(amountInFiguresAndWords(money(123_450, 'EUR'), english))).toBe(
      'EUR 1,234.50 (one thousand two hundred thirty-four and 50/100 euros)',
    )
    expect(plain(amountInFiguresAndWords(money(123_450, 'EUR'), german))).toBe(
      '1.234,50 EUR (eintausendzweihundertvierunddreißig 50/100 Euro)',
    )
  })

  test('one of a kind, and currencies with other cents', () => {
    expect(amountInWords(money(100, 'EUR'), english)).toBe('one euro')
    expect(amountInWords(money(101, 'USD'), english)).toBe('one and 01/100 US dollars')
    expect(amountInWords(money(25_000, 'JPY'), english)).toBe('twenty-five thousand Japanese yen')
    expect(amountInWords(money(1_005, 'KWD'), german)).toBe('ein 005/1000 Kuwait-Dinar')
    expect(amountInWords(money(0, 'EUR'), german)).toBe('null Euro')
  })
})

describe('shares and counts in figures and words', () => {
  test.each([
    [500, '5% (five per cent)', '5 % (fünf Prozent)'],
    [100, '1% (one per cent)', '1 % (ein Prozent)'],
    [110, '1.1% (one point one per cent)', '1,1 % (eins Komma eins Prozent)'],
    [1205, '12.05% (twelve point zero five per cent)', '12,05 % (zwölf Komma null fünf Prozent)'],
    [25, '0.25% (zero point two five per cent)', '0,25 % (null Komma zwei fünf Prozent)'],
    [10_000, '100% (one hundred per cent)', '100 % (einhundert Prozent)'],
  ])('%i basis points', (basisPoints, inEnglish, inGerman) => {
    expect(plain(rateInFiguresAndWords(basisPoints, english))).toBe(inEnglish)
    expect(plain(rateInFiguresAndWords(basisPoints, german))).toBe(inGerman)
  })

  test('a count', () => {
    expect(countInFiguresAndWords(1_000, english)).toBe('1,000 (one thousand)')
    expect(countInFiguresAndWords(1_000, german)).toBe('1.000 (eintausend)')
  })
})
