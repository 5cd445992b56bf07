import { expect, test } from 'vitest'
import { featuresTouchedBy } from '#src/renderer/api/invalidation.ts'

test('a payout touches what is made from payouts, and the history', () => {
  expect([...(featuresTouchedBy(['payout']) ?? [])].toSorted()).toEqual(['campaigns', 'measurement', 'payouts', 'workspace'])
})

test('nothing given, or a table that nobody listed, may touch anything', () => {
  expect(featuresTouchedBy([])).toBeNull()
  expect(featuresTouchedBy(['payout', 'a_table_of_tomorrow'])).toBeNull()
})

test('settings touch everything, because tiers and the currency stand everywhere', () => {
  expect(featuresTouchedBy(['setting'])).toBeNull()
})
