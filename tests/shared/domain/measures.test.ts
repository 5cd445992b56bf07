import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clickThroughRate,
  conversionRate,
  costPerClick,
  costPerConversion,
  costPerInteraction,
  costPerLead,
  costPerThousandImpressions,
  returnOnAdSpend,
  returnOnInvestment,
  roasVerdict,
  totalSpend,
} from '#src/shared/domain/measures.ts'
import { money, type Money } from '#src/shared/domain/money.ts'

function dollars(whole: number): Money {
  return money(whole * 100, 'USD')
}

const unknownParts = { fees: null, commission: null, productCost: null, shipping: null, internalTime: null }

describe('the worked examples', () => {
  test('500 → 1,000 is a ROAS of 2.0 and healthy', () => {
    expect(returnOnAdSpend(dollars(1_000), dollars(500))).toBe(200)
    expect(roasVerdict(dollars(1_000), dollars(500))).toBe('healthy')
  })

  test('8,000 → 28,000 is a ROAS of 3.5 and excellent', () => {
    expect(returnOnAdSpend(dollars(28_000), dollars(8_000))).toBe(350)
    expect(roasVerdict(dollars(28_000), dollars(8_000))).toBe('excellent')
  })

  test('8,000 for 820 purchases is 9.76 each', () => {
    expect(costPerConversion(dollars(8_000), 820)).toEqual(money(976, 'USD'))
  })

  test('12,000 for 847 leads is 14.17 each', () => {
    expect(costPerLead(dollars(12_000), 847)).toEqual(money(1_417, 'USD'))
  })

  test('a ROI of 982 % is a ROAS of 10.82', () => {
    expect(returnOnInvestment(dollars(1_082), dollars(100))).toBe(98_200)
    expect(returnOnAdSpend(dollars(1_082), dollars(100))).toBe(1_082)
  })
})

describe('measures', () => {
  test('follow their formulas', () => {
    expect(clickThroughRate(150, 10_000)).toBe(150)
    expect(conversionRate(3, 200)).toBe(150)
    expect(costPerClick(dollars(100), 3)).toEqual(money(3_333, 'USD'))
    expect(costPerInteraction(dollars(100), 6)).toEqual(money(1_667, 'USD'))
    expect(costPerThousandImpressions(dollars(50), 20_000)).toEqual(money(250, 'USD'))
    expect(returnOnInvestment(dollars(50), dollars(100))).toBe(-5_000)
    expect(returnOnAdSpend(dollars(0), dollars(100))).toBe(0)
  })

  test('are not known where a denominator is 0 or a part is unknown', () => {
    expect(clickThroughRate(5, 0)).toBeNull()
    expect(clickThroughRate(null, 10)).toBeNull()
    expect(conversionRate(5, null)).toBeNull()
    for (const measure of [costPerClick, costPerConversion, costPerLead, costPerInteraction, costPerThousandImpressions]) {
      expect([measure(dollars(5), 0), measure(dollars(5), null), measure(null, 5)]).toEqual([null, null, null])
    }
    for (const measure of [returnOnAdSpend, returnOnInvestment, roasVerdict]) {
      expect([measure(dollars(5), dollars(0)), measure(dollars(5), null), measure(null, dollars(5))]).toEqual([null, null, null])
    }
  })

  test('never mix currencies', () => {
    for (const measure of [returnOnAdSpend, returnOnInvestment, roasVerdict]) {
      expect(() => measure(money(100, 'EUR'), dollars(1))).toThrow(RangeError)
    }
  })

  test('are whole numbers or not known, never infinite, whatever goes in', () => {
    const amount = fc.option(fc.maxSafeInteger().map((minor) => money(minor, 'USD')))
    const count = fc.option(fc.maxSafeNat())
    fc.assert(
      fc.property(amount, amount, count, count, (spend, revenue, a, b) => {
        const costs = [costPerClick, costPerConversion, costPerLead, costPerInteraction, costPerThousandImpressions]
        const money = costs.map((cost) => cost(spend, a)?.amountMinor)
        const ratios = [clickThroughRate(a, b), conversionRate(a, b), returnOnAdSpend(revenue, spend), returnOnInvestment(revenue, spend)]
        for (const value of [...money, ...ratios]) expect(value === null || value === undefined || Number.isSafeInteger(value)).toBe(true)
      }),
    )
  })

  test('of return agree with each other: ROI is ROAS less what was spent', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (earned, spent) => {
        const roi = returnOnInvestment(money(earned, 'USD'), money(spent, 'USD')) ?? Number.NaN
        const roas = returnOnAdSpend(money(earned, 'USD'), money(spent, 'USD')) ?? Number.NaN
        expect(Math.abs(roi - (roas * 100 - 10_000))).toBeLessThanOrEqual(51)
      }),
    )
  })
})

describe('the verdict', () => {
  test('follows the exact ratio: under 1, to 2, to 3, and above', () => {
    const verdicts = [0, 99, 100, 199, 200, 299, 300, 5_000].map((earned) => roasVerdict(money(earned, 'USD'), money(100, 'USD')))
    expect(verdicts).toEqual(['loses money', 'loses money', 'weak', 'weak', 'healthy', 'healthy', 'excellent', 'excellent'])
    expect(roasVerdict(money(199_999, 'USD'), money(100_000, 'USD'))).toBe('weak')
    expect(roasVerdict(money(-5, 'USD'), money(100, 'USD'))).toBe('loses money')
  })
})

describe('spend', () => {
  test('is fees, commission, product, shipping and internal time, and says which of them are known', () => {
    const parts = { fees: dollars(500), commission: dollars(50), productCost: dollars(80), shipping: dollars(12), internalTime: null }
    expect(totalSpend(parts)).toEqual({ total: dollars(642), counted: ['fees', 'commission', 'productCost', 'shipping'] })
    expect(totalSpend({ ...parts, internalTime: dollars(100) })?.total).toEqual(dollars(742))
  })

  test('is not known where no part is, and 0 where a part is known to be 0', () => {
    expect(totalSpend(unknownParts)).toBeNull()
    expect(totalSpend({ ...unknownParts, fees: dollars(0) })).toEqual({ total: dollars(0), counted: ['fees'] })
  })

  test('is of one currency', () => {
    expect(() => totalSpend({ ...unknownParts, fees: dollars(1), shipping: money(1, 'EUR') })).toThrow(RangeError)
  })
})
