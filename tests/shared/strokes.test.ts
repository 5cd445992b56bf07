import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SignatureMark } from '#src/shared/contract/contracts-signing.ts'
import { pointIn, strokePath } from '#src/shared/strokes.ts'

const box = { left: 100, top: 50, width: 320, height: 100 }

test('wherever the pen is, its point is one that a signature may have', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (x, y) => {
      const mark = { kind: 'drawn', aspect: 3.2, strokes: [[pointIn(box, x, y)]] }
      expect(SignatureMark.safeParse(mark).success).toBe(true)
    }),
  )
})

test("the pad's corners are the corners", () => {
  expect(pointIn(box, 100, 50)).toEqual([0, 0])
  expect(pointIn(box, 420, 150)).toEqual([1, 1])
  expect(pointIn(box, 260, 100)).toEqual([0.5, 0.5])
})

test('a dot is drawn, and a line ends where the pen ended', () => {
  expect(strokePath([[0.5, 0.5]], 320, 100)).toBe('M 160.0 50.0 l 0.01 0')
  expect(
    strokePath(
      [
        [0, 0],
        [0.5, 0.5],
        [1, 1],
      ],
      320,
      100,
    ),
  ).toMatch(/L 320\.0 100\.0$/)
  expect(strokePath([], 320, 100)).toBe('')
})
