import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestPeers, growthCourse, middleHalf, monthlyGrowthBp } from '#src/shared/domain/peer-growth.ts'

test('growth over months is the steady growth that leads there', () => {
  expect(monthlyGrowthBp(10_000, 11_025, 2)).toBe(500)
  expect(monthlyGrowthBp(8000, 8000, 5)).toBe(0)
  expect([monthlyGrowthBp(0, 500, 3), monthlyGrowthBp(100, 200, 0)]).toEqual([null, null])
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 1_000_000 }),
      fc.integer({ min: -500, max: 2000 }),
      fc.integer({ min: 1, max: 12 }),
      (first, growth, months) => {
        const course = growthCourse(first, growth, months + 1)
        expect(course).toHaveLength(months + 1)
        expect(course[0]).toBe(first)
        expect(monthlyGrowthBp(first, course.at(-1) ?? 0, months)).toBe(growth)
      },
    ),
  )
})

test('a quarter of the values lies on either side of the middle half, and too few values have none', () => {
  expect(middleHalf([5, 1, 4, 2, 3])).toEqual({ low: 2, high: 4 })
  expect(middleHalf([10, 20, 30, 40, 50, 60])).toEqual({ low: 23, high: 48 })
  expect(middleHalf(Array<number>(fewestPeers - 1).fill(7))).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: fewestPeers }), (values) => {
      const { low, high } = middleHalf(values)!
      expect(values.filter((value) => value <= low + 1).length * 4).toBeGreaterThanOrEqual(values.length)
      expect(values.filter((value) => value >= high - 1).length * 4).toBeGreaterThanOrEqual(values.length)
      expect(Math.min(...values)).toBeLessThanOrEqual(low)
      expect(Math.max(...values)).toBeGreaterThanOrEqual(high)
    }),
  )
})
