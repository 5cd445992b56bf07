import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interactionsAtRate } from '#src/shared/domain/engagement.ts'
import { scaleMoney } from '#src/shared/domain/money.ts'
import { exchangeRate } from '#src/shared/domain/rate-card/exchange.ts'
import { suggestRate } from '#src/shared/domain/rate-card/suggest.ts'
import { dollars, question } from './support.ts'

const suggestedMinor = (followers: number, engagementBp: number, setId = 'S1') =>
  suggestRate(question(followers, engagementBp, { setId })).range?.suggested?.amountMinor

describe('a price from a benchmark set', () => {
  test.each([
    ['S0', 5_000, 50, 300],
    ['S1', 5_000, 100, 500],
    ['S1', 50_000, 500, 5_000],
    ['S2', 5_000, 500, 2_000],
    ['S2', 50_000, 2_000, 8_000],
    ['S3', 5_000, 25, 175],
  ])('%s at %i followers ranges from %i to %i dollars', (setId, followers, low, high) => {
    const { basis, range } = suggestRate(question(followers, null, { setId }))
    expect(basis).toBe('benchmark')
    expect(range).toMatchObject({ low: dollars(low), high: dollars(high) })
  })

  test('followers count by orders of size: half way from 10,000 to 100,000 is 31,623', () => {
    expect(suggestRate(question(10_000, null)).range?.suggested).toEqual(dollars(500))
    expect(suggestRate(question(31_623, null)).range?.suggested).toEqual(dollars(2_750))
  })

  test('usual engagement at the middle of a tier leaves the price by followers as it is', () => {
    expect(suggestedMinor(31_623, 350)).toBeCloseTo(275_000, -3)
  })

  test.each(['S0', 'S1', 'S2'])('by %s, 50,000 followers at 1,000 basis points are worth more than 100,000 at 200', (setId) => {
    expect(suggestedMinor(50_000, 1_000, setId)).toBeGreaterThan(suggestedMinor(100_000, 200, setId) ?? Infinity)
  })

  test('a tier that a set does not price is priced where its engagement places it', () => {
    expect(suggestRate(question(100_000, null))).toMatchObject({ basis: 'not known', tier: 'mid', range: null })
    expect(suggestRate(question(100_000, 200))).toMatchObject({ tier: 'mid', range: { low: dollars(500), high: dollars(5_000) } })
  })

  test('engagement of 8 % earns a premium, 7.99 % does not', () => {
    const [premium, none] = [800, 799].map((bp) => suggestRate(question(5_000, bp)).steps.find(({ id }) => id === 'high-engagement'))
    expect(premium).toMatchObject({ factor: { numerator: 11_000, denominator: 10_000 }, source: { kind: 'sources' } })
    expect(none).toBeUndefined()
  })
})

describe('what is not known', () => {
  test('no followers, no price', () => {
    const answer = suggestRate(question(null, null))
    expect(answer).toMatchObject({ basis: 'not known', range: null, steps: [] })
    expect(answer.missing.map(({ about }) => about)).toEqual(['followers'])
  })

  test('no engagement, a price by followers that says so', () => {
    const answer = suggestRate(question(31_623, null))
    expect(answer.range?.suggested).toEqual(dollars(2_750))
    expect(answer.missing.map(({ about }) => about)).toEqual(['engagement'])
    expect(suggestRate(question(31_623, null, { usesEngagement: false })).missing).toEqual([])
  })

  test('below the lowest tier, and where the set gives no price', () => {
    expect(suggestRate(question(999, 900)).missing.map(({ about }) => about)).toEqual(['tier'])
    expect(suggestRate(question(5_000, 900, { setId: 'S4' })).missing.map(({ about }) => about)).toEqual(['price'])
    expect(suggestRate(question(50_000, 300, { setId: 'S3' })).range).toBeNull()
  })

  test('a tier without an upper bound has a range, and no place in it', () => {
    const macro = suggestRate(question(2_000_000, null, { setId: 'S0' }))
    expect(macro.range).toEqual({ low: dollars(5_000), suggested: null, high: dollars(50_000) })
    expect(macro.missing.map(({ about }) => about)).toEqual(['engagement', 'position'])
    expect(suggestRate(question(20_000_000, null)).range).toEqual({ low: dollars(5_000), suggested: null, high: null })
  })
})

describe('another currency', () => {
  test('without a rate the answer stays in dollars and says why', () => {
    const answer = suggestRate(question(31_623, 350, { currency: 'EUR' }))
    expect(answer.range?.low).toEqual(dollars(500))
    expect(answer.missing).toMatchObject([{ about: 'exchange rate', text: expect.stringContaining('EUR') }])
  })

  test('a rate is exact, and minor units follow the currency', () => {
    expect(exchangeRate('0.92')).toEqual({ numerator: 92, denominator: 100 })
    expect(['0', '-1', '1,5', 'x', ''].map(exchangeRate)).toEqual([null, null, null, null, null])
    expect(lowIn('EUR', '0.92')).toEqual({ amountMinor: 46_000, currency: 'EUR' })
    expect(lowIn('JPY', '150.5')).toEqual({ amountMinor: 75_250, currency: 'JPY' })
    expect(lowIn('KWD', '0.307')).toEqual({ amountMinor: 153_500, currency: 'KWD' })
  })
})

describe('for any account', () => {
  const sets = fc.constantFrom('S0', 'S1', 'S2', 'S3')
  const size = fc.integer({ min: 1, max: 3_000_000 })
  const rate = fc.integer({ min: 1, max: 4_000 })

  test('every step is its own sum, begins where the one before ended, and the last is the suggestion', () => {
    fc.assert(
      fc.property(
        sets,
        size,
        rate,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 0, max: 24 }),
        (setId, followers, bp, isB2b, isRush, months) => {
          const asked = { isB2b, isRush, usage: 'paid', usageMonths: months, exclusivityMonths: months, posts: 6, months } as const
          const { range, steps } = suggestRate(question(followers, bp, { setId, asked, currency: 'EUR', rate: exchangeRate('0.917') }))
          const sums = steps.map(({ before, factor }) => scaleMoney(before, factor.numerator, factor.denominator).amountMinor)
          expect(steps.map(({ after }) => after.amountMinor)).toEqual(sums)
          expect(steps.slice(1).map(({ before }) => before)).toEqual(steps.slice(0, -1).map(({ after }) => after))
          expect(steps.at(-1)?.after).toEqual(range?.suggested ?? range?.low)
        },
      ),
    )
  })

  test('the suggestion lies within its range, and what is not known has a reason instead of a 0', () => {
    fc.assert(
      fc.property(sets, size, rate, (setId, followers, bp) => {
        const { range, missing } = suggestRate(question(followers, bp, { setId }))
        const [low, high] = [range?.low.amountMinor ?? 1, range?.high?.amountMinor ?? Infinity]
        const suggested = range?.suggested?.amountMinor ?? low
        expect(0 < low && low <= suggested && suggested <= high).toBe(true)
        expect(missing.length > 0).toBe(!range?.suggested)
      }),
    )
  })

  test('with the same followers, more engagement is never cheaper', () => {
    fc.assert(
      fc.property(sets, size, rate, rate, (setId, followers, one, other) => {
        const prices = [Math.min(one, other), Math.max(one, other)].map((bp) => suggestedMinor(followers, bp, setId))
        fc.pre(prices.every((price) => price !== undefined))
        expect(prices).toEqual(prices.toSorted((a = 0, b = 0) => a - b))
      }),
    )
  })

  test('within one tier, more interactions are never cheaper, however many followers', () => {
    const micro = fc.integer({ min: 10_000, max: 99_999 })
    fc.assert(
      fc.property(micro, micro, rate, rate, (followers, others, bp, othersBp) => {
        const [one, other] = [interactionsAtRate(followers, bp), interactionsAtRate(others, othersBp)]
        const [price, othersPrice] = [withoutPremium(followers, bp), withoutPremium(others, othersBp)]
        expect(Math.sign(one - other) * Math.sign(price - othersPrice)).not.toBe(-1)
      }),
    )
  })
})

function withoutPremium(followers: number, engagementBp: number): number {
  const edits = { factorsBp: {}, off: ['high-engagement'] }
  return suggestRate(question(followers, engagementBp, { edits })).range?.suggested?.amountMinor ?? Number.NaN
}

function lowIn(currency: string, rate: string) {
  return suggestRate(question(31_623, null, { currency, rate: exchangeRate(rate) })).range?.low
}
