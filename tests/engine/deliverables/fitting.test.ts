import { expect, test } from 'vitest'
import { fittingFor } from '#src/main/engine/deliverables/fitting.ts'

const asked = [{ platform: 'instagram' }, { platform: 'tiktok' }]

test('a brief for several platforms asks each creator for theirs', () => {
  expect(fittingFor(asked, new Set(['tiktok', 'youtube']))).toEqual([{ platform: 'tiktok' }])
})

test('where no platform fits, all of it is asked', () => {
  expect(fittingFor(asked, new Set(['linkedin']))).toEqual(asked)
  expect(fittingFor(asked, new Set())).toEqual(asked)
})
