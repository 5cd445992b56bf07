import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compensationDue, fixedCash } from '#src/shared/domain/compensation.ts'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { money, type Money } from '#src/shared/domain/money.ts'

function usd(cents: number): Money {
  return money(cents, 'USD')
}

const ladder: Compensation = {
  model: 'ambassador ladder',
  rungs: [
    {
      label: 'Tier 1',
      from: 1_000,
      to: 5_000,
      productValue: usd(6_000),
      pricePerPost: usd(10_000),
      highestPricePerPost: null,
      discountBp: null,
    },
    {
      label: 'Tier 2',
      from: 5_000,
      to: 50_000,
      productValue: null,
      pricePerPost: usd(50_000),
      highestPricePerPost: usd(100_000),
      discountBp: 3_000,
    },
  ],
}
const bonus: Compensation = { model: 'performance bonus', base: usd(30_000), bonus: usd(5_000), everySales: 1_000 }
const retainer: Compensation = { model: 'retainer plus commission', retainerPerMonth: usd(100_000), rateBp: 300 }
const share: Compensation = { model: 'revenue share', rateBp: 3_000, pricePerMonth: usd(9_900) }

describe('the worked examples', () => {
  test.each([
    ['flat fee', { model: 'flat fee', fee: usd(50_000) }, {}, 50_000],
    ['4 posts at 400', { model: 'per post', posts: 4, pricePerPost: usd(40_000) }, {}, 160_000],
    ['base 300 plus 50 for every full 1,000 of 2,500 sales', bonus, { sales: 2_500 }, 40_000],
    ['10 % of 3,210.55', { model: 'commission', rateBp: 1_000 }, { revenue: usd(321_055) }, 32_106],
    ['200 plus 5 % of 5,000', { model: 'flat plus commission', fee: usd(20_000), rateBp: 500 }, { revenue: usd(500_000) }, 45_000],
    ['30 % of 99.00 for 5 customers', share, { customers: 5 }, 14_850],
    ['1,000 plus 3 % of 12,000', retainer, { revenue: usd(1_200_000) }, 136_000],
  ] as const)('%s', (_, terms, facts, cents) => {
    const due = compensationDue(terms, facts, 'USD')
    expect(due.cash).toEqual(usd(cents))
    expect(due.productCost).toEqual(usd(0))
  })

  test('products worth 200 are no cash and 200 of product cost', () => {
    const due = compensationDue({ model: 'gifting', productValue: usd(20_000) }, {}, 'USD')
    expect(due).toEqual({ cash: usd(0), productCost: usd(20_000), explanation: ['Products worth USD\u00a0200.00, no cash'] })
  })

  test('the first step of the ladder gives product and 100 a post', () => {
    const due = compensationDue(ladder, { followers: 4_999, posts: 3 }, 'USD')
    expect(due).toMatchObject({ cash: usd(30_000), productCost: usd(6_000) })
    expect(due.cashAtMost).toBeUndefined()
  })

  test('the second step gives 500 to 1,000 a post', () => {
    const due = compensationDue(ladder, { followers: 5_000, posts: 2 }, 'USD')
    expect(due).toMatchObject({ cash: usd(100_000), cashAtMost: usd(200_000), productCost: usd(0) })
  })
})

describe('what is due', () => {
  test('recurs where the terms say so', () => {
    expect(compensationDue(share, { customers: 5 }, 'USD').perMonth).toEqual(usd(14_850))
    expect(compensationDue(retainer, { revenue: usd(1_200_000) }, 'USD').perMonth).toEqual(usd(100_000))
  })

  test('is not known, rather than 0, while a fact it depends on is not', () => {
    for (const terms of [bonus, share, retainer, ladder, { model: 'commission', rateBp: 1_000 }] as const) {
      const due = compensationDue(terms, {}, 'USD')
      expect(due.cash).toBeNull()
      expect(due.explanation.at(-1)).toContain('not known yet')
    }
    expect(compensationDue(ladder, { followers: 2_000 }, 'USD')).toMatchObject({ cash: null, productCost: usd(6_000) })
  })

  test('is nothing for an account no step of the ladder is meant for', () => {
    const due = compensationDue(ladder, { followers: 60_000, posts: 1 }, 'USD')
    expect(due).toMatchObject({ cash: usd(0), explanation: ['No step of the ladder is for 60,000 followers'] })
  })

  test('is explained line by line', () => {
    const { explanation } = compensationDue(bonus, { sales: 2_500 }, 'USD')
    expect(explanation.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'Base USD 300.00',
      '2 × USD 50.00 for every full 1,000 of 2,500 sales = USD 100.00',
    ])
  })

  test('is refused where revenue is in another currency than the fee', () => {
    const terms = { model: 'flat plus commission', fee: usd(100), rateBp: 500 } as const
    expect(() => compensationDue(terms, { revenue: money(100, 'EUR') }, 'USD')).toThrow(RangeError)
  })

  test('is a whole number of cents and never falls as revenue rises', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1_000_000_000), fc.nat(1_000_000_000), (rateBp, a, b) => {
        const terms = { model: 'flat plus commission', fee: usd(20_000), rateBp } as const
        const cash = (revenue: number) => compensationDue(terms, { revenue: usd(revenue) }, 'USD').cash?.amountMinor ?? Number.NaN
        expect(Number.isSafeInteger(cash(a))).toBe(true)
        expect(cash(Math.min(a, b))).toBeGreaterThanOrEqual(20_000)
        expect(cash(Math.min(a, b))).toBeLessThanOrEqual(cash(Math.max(a, b)))
      }),
    )
  })
})

test('the cash fixed at agreement leaves out what depends on results', () => {
  const terms: [Compensation, number][] = [
    [{ model: 'flat fee', fee: usd(50_000) }, 50_000],
    [{ model: 'per post', posts: 4, pricePerPost: usd(40_000) }, 160_000],
    [bonus, 30_000],
    [{ model: 'gifting', productValue: usd(20_000) }, 0],
    [{ model: 'commission', rateBp: 1_000 }, 0],
    [{ model: 'flat plus commission', fee: usd(20_000), rateBp: 500 }, 20_000],
    [share, 0],
    [retainer, 100_000],
    [ladder, 0],
  ]
  for (const [agreed, cents] of terms) expect(fixedCash(agreed, 'USD')).toEqual(usd(cents))
})

function words(terms: Compensation, currency = 'USD'): string {
  return describeCompensation(terms, currency).replaceAll('\u00a0', ' ')
}

describe('in the words of a contract', () => {
  test('each model is one plain statement', () => {
    expect(words({ model: 'flat fee', fee: usd(50_000) })).toBe('A flat fee of USD 500.00.')
    expect(words({ model: 'per post', posts: 4, pricePerPost: usd(40_000) })).toBe('USD 400.00 for each of 4 posts, USD 1,600.00 in all.')
    expect(words({ model: 'per post', posts: 1, pricePerPost: usd(40_000) })).toBe('USD 400.00 for one post.')
    expect(words(bonus)).toBe('A base fee of USD 300.00, plus USD 50.00 for every full 1,000 sales attributed to the creator.')
    expect(words({ model: 'gifting', productValue: usd(20_000) })).toBe('Products worth USD 200.00; no cash is paid.')
    expect(words(ladder)).toBe(
      'By the creator’s followers when a post goes out: Tier 1 (1,000 to under 5,000): products worth USD 60.00 and USD 100.00 per post; ' +
        'Tier 2 (5,000 to under 50,000): USD 500.00 to USD 1,000.00, as agreed, per post and a discount of 30% on further products.',
    )
  })

  test('a share always comes with the rule by which it is rounded', () => {
    const rule = 'The amount is rounded to the nearest cent, a half upwards.'
    expect(words({ model: 'commission', rateBp: 1_250 })).toBe(`A commission of 12.5% of the revenue attributed to the creator. ${rule}`)
    expect(words({ model: 'flat plus commission', fee: usd(20_000), rateBp: 500 })).toBe(
      `A flat fee of USD 200.00, plus a commission of 5% of the revenue attributed to the creator. ${rule}`,
    )
    expect(words(share)).toContain(rule)
    expect(words(retainer)).toContain(rule)
    expect(words({ model: 'commission', rateBp: 1_000 }, 'JPY')).toContain('rounded to the smallest unit of the currency, a half upwards.')
  })
})
