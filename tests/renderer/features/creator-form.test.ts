import { expect, test } from 'vitest'
import { changesBetween, emptyCreator, fromForm, toForm } from '#src/renderer/features/creators/creator-form.ts'

const ana = { ...emptyCreator, name: 'Ana Martins', city: 'Porto', tags: ['Summer'] }

test('what is not known is an empty field, and an empty field is not known', () => {
  const creator = fromForm(ana)
  expect(creator).toMatchObject({ city: 'Porto', country: null, notes: null })
  expect(toForm(creator)).toEqual(ana)
})

test('only what was edited is sent', () => {
  expect(changesBetween(ana, { ...ana, city: ' ', tags: ['Summer', 'Winter'] })).toEqual({ city: null, tags: ['Summer', 'Winter'] })
  expect(changesBetween(ana, { ...ana, name: ' Ana Martins ' })).toEqual({})
})
