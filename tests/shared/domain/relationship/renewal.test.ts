import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { nextCheckIn } from '#src/shared/domain/relationship/check-in.ts'
import { renewalOf, type RenewalFacts } from '#src/shared/domain/relationship/renewal.ts'
import { trendOf } from '#src/shared/domain/relationship/trend.ts'

const silent: RenewalFacts = { engagement: null, conversions: null, dated: 0, onTime: 0, wins: 0, problems: 0 }
const [rising, steady, falling] = [trendOf([10, 10, 10, 12, 12, 12]), trendOf([10, 10, 10, 11, 11, 11]), trendOf([10, 10, 10, 8, 8, 8])]

test('the later three months are held against the earlier three; up to a tenth is steady, and months that are not known count for nothing', () => {
  expect([rising, steady, falling].map((trend) => [trend?.direction, trend?.changeBp])).toEqual([
    ['rising', 2000],
    ['steady', 1000],
    ['falling', -2000],
  ])
  expect(trendOf([null, 10, null, null, null, 20])).toMatchObject({ earlier: 10, later: 20, changeBp: 10_000 })
  expect([trendOf([null, null, null, 1, 2, 3]), trendOf([0, 0, 0, 1, 2, 3]), trendOf([1, 2, 3, null, null, null])]).toEqual([
    null,
    null,
    null,
  ])
})

test.each([
  ['renew', rising, steady],
  ['renew', steady, null],
  ['pause', falling, rising],
  ['pause', null, falling],
  ['end', falling, falling],
  ['not enough data', null, null],
] as const)('the figures say %s', (verdict, engagement, conversions) => {
  expect(renewalOf({ ...silent, engagement, conversions }).verdict).toBe(verdict)
})

test('every fact that is known is said for or against, and what is not known is said as such', () => {
  const { for: pro, against, unknown } = renewalOf({ engagement: rising, conversions: null, dated: 4, onTime: 3, wins: 2, problems: 1 })
  expect(pro).toEqual(['Engagement grew by 20% in the later three of the last six months.', '2 wins are on record.'])
  expect(against).toEqual(['3 of 4 posts went out by their due date.', '1 problem is on record.'])
  expect(unknown).toEqual(['Conversions over the last six months: too little is on file to say.'])
})

test('a better later half never argues more against going on', () => {
  const order = { falling: 0, steady: 1, rising: 2 }
  const month = integer({ min: 1, max: 1000 })
  assert(
    property(array(month, { minLength: 6, maxLength: 6 }), month, (months, more) => {
      const better = trendOf([...months.slice(0, 3), ...months.slice(3).map((value) => value + more)])
      expect(order[better?.direction ?? 'falling']).toBeGreaterThanOrEqual(order[trendOf(months)?.direction ?? 'falling'])
    }),
  )
})

test('the next check-in counts from the last word, and is due now where there was none', () => {
  expect([nextCheckIn('2026-11-01', 21, '2026-11-21'), nextCheckIn(null, 21, '2026-11-21')]).toEqual(['2026-11-22', '2026-11-21'])
})
