import { expect, test } from 'vitest'
import { procedureNames } from '#src/main/engine/engine.ts'
import { contract } from '#src/shared/contract/index.ts'

test('every procedure of the contract is implemented, and nothing else', async () => {
  const promised = Object.entries(contract).flatMap(([feature, procedures]) => Object.keys(procedures).map((name) => `${feature}.${name}`))
  expect(await procedureNames()).toEqual(promised.toSorted())
})
