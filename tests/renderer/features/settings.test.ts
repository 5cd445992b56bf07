import { expect, test } from 'vitest'
import { bandsOf, toBands, toTyped } from '#src/renderer/features/workspace/settings/bands.ts'
import { engagementRange, priceRange } from '#src/renderer/features/workspace/settings/ranges.ts'
import { TIER_SETS } from '#src/shared/domain/tiers.ts'

test('bands survive the form they are edited in', () => {
  for (const { bands } of TIER_SETS) expect(toBands(toTyped(bands))).toEqual(bands)
})

test('an empty lower bound means the tier is not used', () => {
  expect(toBands({ nano: { from: 1000, to: '' }, micro: { from: '', to: 5000 } })).toEqual([{ tier: 'nano', from: 1000, to: null }])
})

test("a chosen set has its own bands, the agency's own set those that were kept", () => {
  const own = [{ tier: 'nano' as const, from: 5, to: null }]
  const sets = TIER_SETS.map((set) => ({ ...set, bands: [...set.bands] }))
  expect(bandsOf('custom', sets, { customBands: own })).toEqual(own)
  expect(bandsOf('S1', sets, { customBands: own })).toEqual(TIER_SETS.find(({ id }) => id === 'S1')?.bands)
})

test('a range says only what the source says', () => {
  expect(engagementRange({ lowBp: 500, highBp: 1000, averageBp: null })?.replaceAll(/\s/g, '')).toBe('5–10%')
  expect(engagementRange({ lowBp: null, highBp: 100, averageBp: null })).toContain('up to')
  expect(engagementRange({ lowBp: null, highBp: null, averageBp: 274 })).toContain('on average')
  expect(engagementRange({ lowBp: null, highBp: null, averageBp: null })).toBeNull()
  expect(priceRange({ low: { amountMinor: 500_000, currency: 'USD' }, high: null })).toContain('from')
})
