import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toggled, withAll } from '#src/renderer/ui/table/selection.ts'

test('choosing twice is not choosing, and no other row is touched', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid()), fc.uuid(), (ids, id) => {
      const chosen = new Set(ids)
      expect(toggled(toggled(chosen, id), id)).toEqual(chosen)
      expect([...toggled(chosen, id)].filter((other) => other !== id)).toEqual(ids.filter((other) => other !== id))
    }),
  )
})

test('a range adds to what was chosen, and leaves the old choice as it was', () => {
  const before = new Set(['a'])
  expect(withAll(before, ['a', 'b', 'c'])).toEqual(new Set(['a', 'b', 'c']))
  expect(before).toEqual(new Set(['a']))
})
