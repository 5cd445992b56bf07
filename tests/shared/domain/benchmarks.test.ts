import { describe, expect, test } from 'vitest'
import {
  ENGAGEMENT_BENCHMARKS,
  PRICE_ADJUSTMENTS,
  PRICE_BENCHMARKS,
  compareWithBenchmark,
  engagementBenchmark,
  priceBenchmark,
} from '#src/shared/domain/benchmarks.ts'
import { interactionsAtRate } from '#src/shared/domain/engagement.ts'
import { money } from '#src/shared/domain/money.ts'
import { looksStingy, usualCounter } from '#src/shared/domain/offers.ts'
import { TIERS, TIER_SETS, tierSet } from '#src/shared/domain/tiers.ts'
import { platformById } from '#src/shared/domain/platforms.ts'

describe('engagement benchmarks', () => {
  test.each([
    ['S0', 'nano', 800, 1_500],
    ['S0', 'micro', 300, 800],
    ['S0', 'macro', 100, 200],
    ['S1', 'nano', 500, 1_000],
    ['S1', 'micro', 200, 500],
    ['S1', 'mega', 50, 200],
    ['S2', 'nano', 170, 1_300],
    ['S2', 'micro', 122, 1_300],
    ['S2', 'macro', null, 100],
    ['S2', 'mega', null, 100],
    ['S3', 'nano', 350, 800],
    ['S3', 'macro', null, 200],
  ] as const)('%s says of %s: %s to %s basis points', (setId, tier, lowBp, highBp) => {
    expect(engagementBenchmark(setId, tier)).toMatchObject({ setId, tier, platform: null, lowBp, highBp })
  })

  test('a platform’s own figure comes before the general one, and is not mixed with it', () => {
    expect(engagementBenchmark('S3', 'nano', 'instagram')).toMatchObject({ platform: 'instagram', lowBp: null, averageBp: 274 })
    expect(engagementBenchmark('S3', 'nano', 'tiktok')).toMatchObject({ averageBp: 1_030 })
    expect(engagementBenchmark('S3', 'nano', 'youtube')).toMatchObject({ platform: null, lowBp: 350 })
    expect(engagementBenchmark('S3', 'macro')).toMatchObject({ averageBp: 130, highBp: 200 })
  })

  test('where a source says nothing, there is no figure', () => {
    expect(engagementBenchmark('S3', 'micro')).toBeNull()
    expect(engagementBenchmark('S1', 'macro')).toBeNull()
    expect(engagementBenchmark('S4', 'nano')).toBeNull()
    expect(engagementBenchmark('S9', 'nano')).toBeNull()
  })

  test('a rate is compared with the bounds that are given', () => {
    const nano = engagementBenchmark('S1', 'nano')
    const macro = engagementBenchmark('S2', 'macro')
    if (nano === null || macro === null) throw new Error('Both sets have these tiers.')
    expect([499, 500, 1_000, 1_001].map((rateBp) => compareWithBenchmark(rateBp, nano))).toEqual(['below', 'within', 'within', 'above'])
    expect([50, 101].map((rateBp) => compareWithBenchmark(rateBp, macro))).toEqual([null, 'above'])
  })
})

describe('price benchmarks', () => {
  test.each([
    ['S0', 'nano', 50, 300],
    ['S0', 'micro', 300, 2_000],
    ['S0', 'macro', 5_000, 50_000],
    ['S1', 'nano', 100, 500],
    ['S1', 'micro', 500, 5_000],
    ['S2', 'nano', 500, 2_000],
    ['S2', 'micro', 2_000, 8_000],
    ['S2', 'macro', 15_000, 49_000],
    ['S3', 'nano', 25, 175],
  ] as const)('%s says a post of %s costs %d to %d dollars', (setId, tier, low, high) => {
    expect(priceBenchmark(setId, tier)).toMatchObject({ low: money(low * 100, 'USD'), high: money(high * 100, 'USD') })
  })

  test('an open end stays open, and where a source says nothing there is no price', () => {
    expect(priceBenchmark('S1', 'mega')).toMatchObject({ low: money(500_000, 'USD'), high: null })
    expect(priceBenchmark('S1', 'macro')).toBeNull()
    expect(priceBenchmark('S3', 'micro')).toBeNull()
    expect(priceBenchmark('S4', 'nano')).toBeNull()
    expect(PRICE_ADJUSTMENTS).toHaveLength(6)
  })

  test('500 asked is countered with 350', () => {
    expect(usualCounter(money(50_000, 'USD'))).toEqual(money(35_000, 'USD'))
  })

  test('an offer 20 % under the standard looks stingy', () => {
    const standard = money(10_000, 'USD')
    expect([8_001, 8_000, 7_999].map((cents) => looksStingy(money(cents, 'USD'), standard))).toEqual([false, true, true])
    expect(() => looksStingy(money(1, 'EUR'), standard)).toThrow(RangeError)
  })

  test('50,000 followers at 10 % bring more than 100,000 at 2 %', () => {
    expect(interactionsAtRate(50_000, 1_000)).toBe(5_000)
    expect(interactionsAtRate(100_000, 200)).toBe(2_000)
  })
})

describe('the data', () => {
  test('names the same source and year for a set everywhere, and only known tiers and platforms', () => {
    for (const row of [...ENGAGEMENT_BENCHMARKS, ...PRICE_BENCHMARKS]) {
      const set = tierSet(row.setId)
      expect([row.source, row.year]).toEqual([set?.source, set?.year])
    }
    for (const { platform } of ENGAGEMENT_BENCHMARKS) expect(platform === null || platformById(platform) !== null).toBe(true)
  })

  test('has at most one row for a set, tier and platform, with bounds that ascend', () => {
    const keys = ENGAGEMENT_BENCHMARKS.map(({ setId, tier, platform }) => `${setId} ${tier} ${platform}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { lowBp, highBp } of ENGAGEMENT_BENCHMARKS) expect((lowBp ?? 0) < (highBp ?? 10_000)).toBe(true)
    for (const { id } of TIER_SETS) {
      for (const tier of TIERS) {
        const price = priceBenchmark(id, tier)
        expect((price?.low.amountMinor ?? 0) < (price?.high?.amountMinor ?? Number.MAX_SAFE_INTEGER)).toBe(true)
      }
    }
  })
})
