import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedParts } from '#src/renderer/ui/drafts.ts'

const form = fc.record({ name: fc.string(), tags: fc.array(fc.string()), due: fc.option(fc.string(), { nil: null }) })

test('what is kept of a form, put over what it began with, is the form', () => {
  fc.assert(
    fc.property(form, form, (initial, typed) => {
      expect({ ...initial, ...changedParts(initial, typed) }).toEqual(typed)
    }),
  )
})

test('nothing is kept of a form that nobody touched, and no field that nobody touched', () => {
  fc.assert(
    fc.property(form, fc.string(), (initial, name) => {
      expect(changedParts(initial, { ...initial, tags: [...initial.tags] })).toEqual({})
      expect(changedParts(initial, { ...initial, name: `${initial.name}${name}.` })).toEqual({ name: `${initial.name}${name}.` })
    }),
  )
})
