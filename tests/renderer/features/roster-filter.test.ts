import { expect, test } from 'vitest'
import { orderedFacet } from '#src/renderer/features/creators/facet-words.ts'
import { filterOf, isFiltered, RosterSearch, withFacet } from '#src/renderer/features/creators/roster-search.ts'

test('an address that makes no sense opens the whole roster', () => {
  expect(RosterSearch.parse({ tiers: 'all', sort: 7 })).toEqual({})
  expect(RosterSearch.parse({ tiers: ['nano'], sort: 'name' })).toEqual({ tiers: ['nano'], sort: 'name' })
})

test("a facet's value goes in and out, and an empty facet is no filter", () => {
  const one = withFacet({}, 'platforms', 'tiktok')
  expect(one.platforms).toEqual(['tiktok'])
  expect(isFiltered(filterOf(one))).toBe(true)
  expect(isFiltered(filterOf(withFacet(one, 'platforms', 'tiktok')))).toBe(false)
})

test('order and archive are no filters', () => {
  expect(isFiltered(filterOf({ sort: 'name', direction: 'ascending', archived: true }))).toBe(false)
})

test('tiers stand by size, other values by frequency, and what is chosen stays when nothing fits any more', () => {
  const tiers = orderedFacet(
    'tiers',
    [
      { value: 'mid', count: 9 },
      { value: 'nano', count: 1 },
      { value: 'mega', count: 0 },
    ],
    [],
  )
  expect(tiers.map(({ value }) => value)).toEqual(['nano', 'mid'])
  const niches = orderedFacet(
    'niches',
    [
      { value: 'Food', count: 2 },
      { value: 'Books', count: 5 },
    ],
    ['Chess'],
  )
  expect(niches).toEqual([
    { value: 'Books', count: 5 },
    { value: 'Food', count: 2 },
    { value: 'Chess', count: 0 },
  ])
})
