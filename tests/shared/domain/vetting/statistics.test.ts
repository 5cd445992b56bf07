import { array, assert, double, property } from 'fast-check'
import { expect, test } from 'vitest'
import { peersFor, peerGroupOf, spreadOf } from '#src/shared/domain/vetting/peer-group.ts'
import { mannKendall, median, quantile, scatter, theilSenSlope } from '#src/shared/domain/vetting/statistics.ts'

const numbers = array(double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })

test('quantiles lie within the values, rise with the share, and halve them in the middle', () => {
  assert(
    property(numbers, double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const sorted = values.toSorted((a, b) => a - b)
      const at = quantile(sorted, share)
      expect(at).toBeGreaterThanOrEqual(sorted[0] ?? 0)
      expect(at).toBeLessThanOrEqual(sorted.at(-1) ?? 0)
      const middle = median(values)
      expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length)
      expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length)
    }),
  )
})

test('one wild value hardly moves middle and scatter', () => {
  const values = [9, 10, 11, 10, 9, 11, 10, 12, 8]
  expect(median([...values, 1e9])).toBe(10)
  expect(scatter([...values, 1e9])).toBeLessThan(3)
})

test('the slope of a line is found though one point lies far off, and its sureness with it', () => {
  const line = Array.from({ length: 9 }, (_, x) => [x, 5 - 2 * x] as const)
  expect(theilSenSlope(line)).toBe(-2)
  expect(theilSenSlope([...line, [9, 4000]])).toBe(-2)
  expect(theilSenSlope([[3, 3]])).toBe(0)
  expect(mannKendall(line.map(([, y]) => y))).toBeLessThan(-3)
  expect(mannKendall([1, 2, 1, 2, 1, 2])).toBeGreaterThan(-1.645)
  expect(mannKendall([3, 3, 3, 3])).toBe(0)
})

const member = (engagement: number) => ({
  engagement,
  growth: null,
  likesToComments: null,
  followerToFollowing: null,
  rhythm: null,
  growthScatter: null,
})

test('peers are those of the own band, else of the nearest that has enough', () => {
  const groups = [
    peerGroupOf('instagram', 'nano', [1, 2, 3, 4, 5].map(member)),
    peerGroupOf('instagram', 'mid', [10, 20, 30, 40, 50].map(member)),
    peerGroupOf('instagram', 'micro', [7, 8].map(member)),
    peerGroupOf('tiktok', 'micro', [6, 6, 6, 6, 6].map(member)),
  ]
  expect(peersFor(groups, 'instagram', 'nano', 'engagement')).toMatchObject({ tier: 'nano', spread: { count: 5, q1: 2, median: 3, q3: 4 } })
  expect(peersFor(groups, 'instagram', 'macro', 'engagement')?.tier).toBe('mid')
  expect(peersFor(groups, 'tiktok', 'micro', 'growth')).toBeNull()
  expect(peersFor(groups, 'youtube', 'micro', 'engagement')).toBeNull()
  expect(peersFor(groups, 'instagram', null, 'engagement')).toBeNull()
  expect(spreadOf([1, 2, 3, 4])).toBeNull()
  expect(spreadOf([0, 1, 2, 3, 4])).toMatchObject({ logMiddle: null })
})
