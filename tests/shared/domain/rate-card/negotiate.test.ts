import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksStingy } from '#src/shared/domain/offers.ts'
import { dealRange, pricePerPost } from '#src/shared/domain/rate-card/deals.ts'
import { longerTerms } from '#src/shared/domain/rate-card/longer-term.ts'
import { negotiate } from '#src/shared/domain/rate-card/negotiate.ts'
import { suggestRate } from '#src/shared/domain/rate-card/suggest.ts'
import { dollars, noEdits, plain, question } from './support.ts'

const range = { low: dollars(200), suggested: dollars(400), high: dollars(600) }

describe('an answer to an ask', () => {
  test('500 asked, 350 countered', () => {
    expect(negotiate(dollars(500), range)).toEqual({
      askLies: 'within the range',
      counter: dollars(350),
      counterLooksStingy: false,
      betterCounter: null,
      walkAway: dollars(600),
      notes: [],
    })
  })

  test('20 % under the suggestion looks stingy, so a better counter is named', () => {
    expect(negotiate(dollars(400), range)).toMatchObject({
      counter: dollars(280),
      counterLooksStingy: true,
      betterCounter: { amount: dollars(320.01) },
    })
    expect(negotiate(dollars(300), range)).toMatchObject({
      betterCounter: { amount: dollars(300), why: expect.stringContaining('accept') },
    })
  })

  test('a counter that is over the suggestion gives way to it', () => {
    expect(negotiate(dollars(1_000), range)).toMatchObject({
      askLies: 'over the range',
      counter: dollars(700),
      betterCounter: { amount: dollars(400) },
    })
    expect(negotiate(dollars(100), range).askLies).toBe('under the range')
  })

  test('without a range in its currency there is still the usual counter, and the rest is not known', () => {
    const ask = { amountMinor: 50_000, currency: 'EUR' }
    const counter = { amountMinor: 35_000, currency: 'EUR' }
    for (const known of [null, range])
      expect(negotiate(ask, known)).toMatchObject({
        counter,
        askLies: null,
        counterLooksStingy: null,
        walkAway: null,
        notes: [expect.any(String)],
      })
    expect(negotiate(dollars(500), { ...range, suggested: null, high: null })).toMatchObject({ walkAway: null, askLies: null })
  })

  test('a better counter never looks stingy unless it is the ask, and is never over the suggestion', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(cents, cents, (askMinor, minor) => {
        const [ask, suggested] = [dollars(askMinor / 100), dollars(minor / 100)]
        const { betterCounter } = negotiate(ask, { low: suggested, suggested, high: suggested })
        fc.pre(betterCounter !== null)
        const amount = betterCounter?.amount ?? ask
        expect(amount.amountMinor).toBeLessThanOrEqual(suggested.amountMinor)
        expect(amount.amountMinor === ask.amountMinor || !looksStingy(amount, suggested)).toBe(true)
      }),
    )
  })
})

test('a longer term buys a lower price a post', () => {
  expect(longerTerms(dollars(400), plain, noEdits)).toEqual([
    { label: '6 posts over 3 months', posts: 6, months: 3, perPost: dollars(342), total: dollars(2_052), saved: dollars(348) },
    { label: '12 months, one post a month', posts: 12, months: 12, perPost: dollars(306), total: dollars(3_672), saved: dollars(1_128) },
  ])
})

describe('own deals', () => {
  const prices = [100, 500, 200, 300, 400].map(dollars)

  test('median and middle half', () => {
    expect(dealRange(prices)).toEqual({ low: dollars(200), suggested: dollars(300), high: dollars(400) })
    expect(dealRange(prices.slice(0, 2))).toEqual({ low: dollars(200), suggested: dollars(300), high: dollars(400) })
    expect(dealRange([])).toBeNull()
    expect(() => dealRange([dollars(1), { amountMinor: 1, currency: 'EUR' }])).toThrow(RangeError)
  })

  test('override the benchmark once there are enough, and hold platform, format and engagement already', () => {
    const edits = { factorsBp: {}, off: [] }
    const asked = { format: 'reel', isRush: true }
    const enough = suggestRate(question(50_000, 1_000, { asked, edits, deals: { prices, needed: 5 } }))
    expect(enough).toMatchObject({
      basis: 'own deals',
      tier: 'micro',
      missing: [],
      range: { low: dollars(250), suggested: dollars(375), high: dollars(500) },
    })
    expect(enough.steps.map(({ id }) => id)).toEqual(['deals', 'usage:organic', 'rush'])
    expect(suggestRate(question(50_000, 1_000, { deals: { prices: prices.slice(1), needed: 5 } })).basis).toBe('benchmark')
  })

  test('only fees that are for posts have a price per post', () => {
    expect(pricePerPost({ model: 'per post', posts: 4, pricePerPost: dollars(400) }, 0)).toEqual(dollars(400))
    expect(pricePerPost({ model: 'flat fee', fee: dollars(500) }, 3)).toEqual(dollars(166.67))
    expect(pricePerPost({ model: 'flat fee', fee: dollars(500) }, 0)).toBeNull()
    expect(pricePerPost({ model: 'gifting', productValue: dollars(200) }, 1)).toBeNull()
    expect(pricePerPost({ model: 'commission', rateBp: 1_000 }, 1)).toBeNull()
  })

  test('quartiles keep their order, whatever the prices', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 40 }), (amounts) => {
        const found = dealRange(amounts.map((amountMinor) => ({ amountMinor, currency: 'USD' })))
        const [low, middle, high] = [found?.low, found?.suggested, found?.high].map((one) => one?.amountMinor ?? Number.NaN)
        expect(
          Math.min(...amounts) <= (low ?? 0) &&
            (low ?? 0) <= (middle ?? 0) &&
            (middle ?? 0) <= (high ?? 0) &&
            (high ?? 0) <= Math.max(...amounts),
        ).toBe(true)
      }),
    )
  })
})
