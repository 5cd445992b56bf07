import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBands } from '#src/shared/domain/tier-checks.ts'
import { DEFAULT_TIER_SET, TIERS, TIER_SETS, followersOfTier, tierOf, tierSet, type TierBand } from '#src/shared/domain/tiers.ts'

function bandsOf(id: string): readonly TierBand[] {
  return tierSet(id)?.bands ?? []
}

describe('the tier sets of the sources', () => {
  test('five sets ship, each with its source and year', () => {
    expect(TIER_SETS.map(({ id, source, year }) => [id, source, year])).toEqual([
      ['S0', 'InfluenceFlow, how to work with nano and micro', 2026],
      ['S1', 'InfluenceFlow, complete guide', 2025],
      ['S2', 'impact.com, micro-influencer marketing', 2026],
      ['S3', 'REACH, what is a nano influencer', 2026],
      ['S4', 'Flinque, nano and micro creators', 2025],
    ])
    expect(DEFAULT_TIER_SET).toBe('S1')
    expect(tierSet('S9')).toBeNull()
  })

  test.each(TIER_SETS.map((set) => [set.id, set.bands] as const))('%s has bands that need no mending', (_, bands) => {
    expect(checkBands(bands)).toEqual([])
  })

  test.each([
    [
      'S0',
      [
        [999, 'below nano'],
        [1_000, 'nano'],
        [9_999, 'nano'],
        [10_000, 'micro'],
        [99_999, 'micro'],
        [100_000, 'macro'],
        [50_000_000, 'macro'],
      ],
    ],
    [
      'S1',
      [
        [0, 'below nano'],
        [999, 'below nano'],
        [1_000, 'nano'],
        [9_999, 'nano'],
        [10_000, 'micro'],
        [99_999, 'micro'],
        [100_000, 'mid'],
        [999_999, 'mid'],
        [1_000_000, 'macro'],
        [9_999_999, 'macro'],
        [10_000_000, 'mega'],
      ],
    ],
    [
      'S2',
      [
        [0, 'nano'],
        [14_999, 'nano'],
        [15_000, 'micro'],
        [74_999, 'micro'],
        [75_000, null],
        [5_000_000, null],
      ],
    ],
    [
      'S3',
      [
        [999, 'below nano'],
        [99_999, 'micro'],
        [100_000, 'macro'],
        [999_999, 'macro'],
        [1_000_000, 'mega'],
      ],
    ],
    [
      'S4',
      [
        [1_000, 'nano'],
        [10_000, 'micro'],
        [100_000, 'macro'],
      ],
    ],
  ] as const)('%s tiers accounts by its own bounds and invents no tier it lacks', (id, cases) => {
    for (const [followers, tier] of cases) expect(tierOf(followers, bandsOf(id))).toBe(tier)
  })
})

describe('the tier of an account', () => {
  test('is not known where the followers are not', () => {
    expect(tierOf(null, bandsOf('S1'))).toBeNull()
    expect(tierOf(undefined, bandsOf('S1'))).toBeNull()
    expect(tierOf(5_000, [])).toBeNull()
  })

  test('is none in a gap that edited bands leave', () => {
    const bands: TierBand[] = [
      { tier: 'nano', from: 1_000, to: 5_000 },
      { tier: 'micro', from: 10_000, to: null },
    ]
    expect(tierOf(7_000, bands)).toBeNull()
    expect(tierOf(10_000, bands)).toBe('micro')
  })

  test('never falls as followers rise, in any set', () => {
    const rank = ['below nano', ...TIERS]
    fc.assert(
      fc.property(fc.constantFrom(...TIER_SETS), fc.nat(20_000_000), fc.nat(20_000_000), (set, a, b) => {
        const tiers = [a, b].toSorted((x, y) => x - y).flatMap((followers) => tierOf(followers, set.bands) ?? [])
        expect(tiers).toEqual(tiers.toSorted((x, y) => rank.indexOf(x) - rank.indexOf(y)))
      }),
    )
  })

  test('agrees with the range of followers of that tier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIER_SETS), fc.nat(20_000_000), (set, followers) => {
        const tier = tierOf(followers, set.bands)
        for (const other of ['below nano', ...TIERS] as const) {
          const range = followersOfTier(other, set.bands)
          const isInside = range !== null && followers >= range.from && (range.to === null || followers < range.to)
          expect(isInside).toBe(other === tier)
        }
      }),
    )
  })

  test('has no range where the set lacks the tier', () => {
    expect(followersOfTier('mid', bandsOf('S3'))).toBeNull()
    expect(followersOfTier('below nano', bandsOf('S2'))).toBeNull()
    expect(followersOfTier('below nano', bandsOf('S1'))).toEqual({ from: 0, to: 1_000 })
    expect(followersOfTier('mega', bandsOf('S1'))).toEqual({ from: 10_000_000, to: null })
  })
})

describe('edited bands', () => {
  const nano: TierBand = { tier: 'nano', from: 1_000, to: 10_000 }
  const micro: TierBand = { tier: 'micro', from: 10_000, to: null }

  test.each([
    ['no bands', [], 'At least one tier needs a band.'],
    ['an overlap', [{ ...nano, to: 12_000 }, micro], 'Nano and micro overlap between 10,000 and 12,000 followers.'],
    ['an open band below another', [{ ...nano, to: null }, micro], 'Nano has no upper bound, so no micro can follow it.'],
    ['a descending order', [micro, nano], 'The bands must ascend: nano stands after micro, so it must be larger.'],
    ['a band that ends where it begins', [{ ...nano, to: 1_000 }], 'Nano must end above where it begins, at more than 1,000 followers.'],
    ['a negative bound', [{ ...nano, from: -1 }], 'The lower bound of nano must be a whole number, 0 or more.'],
    ['a fraction', [{ ...nano, to: 10.5 }], 'The upper bound of nano must be a whole number, or empty for no upper bound.'],
    ['a tier twice', [nano, { ...nano, from: 10_000, to: 20_000 }], 'Nano has two bands; a tier has one.'],
  ])('with %s are refused with a sentence', (_, bands, sentence) => {
    expect(checkBands(bands)).toContainEqual(expect.objectContaining({ problem: sentence, stops: true }))
  })

  test('with a gap are allowed, with a warning', () => {
    expect(checkBands([{ ...nano, to: 5_000 }, micro])).toEqual([
      { tier: 'micro', problem: 'Accounts with 5,000 to 9,999 followers would have no tier.', stops: false },
    ])
  })

  test('made of ascending bounds are accepted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(10_000_000), { minLength: 6, maxLength: 6 }), (bounds) => {
        const sorted = bounds.toSorted((a, b) => a - b)
        const bands = TIERS.map((tier, place) => ({ tier, from: sorted[place] ?? 0, to: sorted[place + 1] ?? null }))
        expect(checkBands(bands)).toEqual([])
      }),
    )
  })
})
