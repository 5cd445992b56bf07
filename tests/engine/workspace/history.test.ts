import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

test("a creator's history tells of accounts, figures and rates too, also of those that were taken back, and of nobody else's", async () => {
  const { call } = await testWorkspace()
  const other = await call.creators.create({
    name: 'Bo Lind',
    accounts: [{ platform: 'tiktok', handle: 'bo', values: { followers: 900 } }],
  })
  const { id } = await call.creators.create({ name: 'Ana Reis', accounts: [{ platform: 'instagram', handle: 'ana' }] })
  const [account] = (await call.creators.show({ id })).accounts
  await call.creators.addSnapshot({ accountId: account!.id, takenOn: '2026-11-02', values: { followers: 8100 } })
  await call.creators.setRate({ creatorId: id, platform: 'instagram', format: 'reel', price: { amountMinor: 18_000, currency: 'EUR' } })
  await call.creators.setRate({ creatorId: other.id, platform: null, format: 'story', price: { amountMinor: 5000, currency: 'EUR' } })
  const added = await call.creators.addAccount({
    creatorId: id,
    account: { platform: 'tiktok', handle: 'ana.reis', values: { followers: 300 } },
  })
  await call.workspace.undo({ entryId: added.entryId! })

  const before = await call.workspace.history({ limit: 500 })
  const told = await call.workspace.history({ rowId: id })
  expect(told).toEqual(before.filter(({ id: entry }) => told.some((one) => one.id === entry)))
  expect(told.map(({ procedure }) => procedure)).toEqual([
    'workspace.undo',
    'creators.addAccount',
    'creators.setRate',
    'creators.addSnapshot',
    'creators.create',
  ])
  expect(told[1]?.undoneBy).toBe(told[0]?.id)
  expect((await call.workspace.history({ rowId: other.id })).map(({ procedure }) => procedure)).toEqual([
    'creators.setRate',
    'creators.create',
  ])
})
