import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

async function withTwoAccounts() {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { id } = await call.creators.create({
    name: 'Ana Pérez',
    accounts: [
      { platform: 'instagram', handle: 'ana', values: { followers: 5000 } },
      { platform: 'tiktok', handle: 'ana', values: { followers: 90_000 } },
    ],
  })
  await call.creators.create({ name: 'Bo', accounts: [{ platform: 'tiktok', handle: 'bo' }] })
  const { accounts } = await call.creators.show({ id })
  const [first, second] = accounts
  if (!first || !second) throw new Error('Two accounts were made.')
  return { ...workspace, id, first, second }
}

test('a handle is corrected by a profile address, but never to somebody else’s', async () => {
  const { call, id, second } = await withTwoAccounts()
  await call.creators.updateAccount({ id: second.id, changes: { handle: 'https://www.tiktok.com/@ana.cooks?lang=en' } })
  expect((await call.creators.show({ id })).accounts[1]).toMatchObject({ handle: 'ana.cooks', url: 'https://www.tiktok.com/@ana.cooks' })
  expect((await call.creators.updateAccount({ id: second.id, changes: { handle: '@Ana.Cooks' } })).entryId).not.toBeNull()
  const taken = call.creators.updateAccount({ id: second.id, changes: { handle: 'BO' } })
  await expect(taken).rejects.toMatchObject({ code: 'CONFLICT', message: '@BO on TikTok already belongs to Bo. Nothing was changed.' })
})

test('another account becomes the primary one, and the roster shows it', async () => {
  const { call, second } = await withTwoAccounts()
  const { entryId } = await call.creators.updateAccount({ id: second.id, changes: { isPrimary: true } })
  expect((await call.creators.list({ search: 'ana' })).rows[0]).toMatchObject({ platform: 'tiktok', followers: 90_000, tier: 'micro' })
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await call.creators.list({ search: 'ana' })).rows[0]).toMatchObject({ platform: 'instagram', followers: 5000 })
})

test('an account goes with its figures, the next one becomes primary, and undo brings all of it back', async () => {
  const { call, id, first } = await withTwoAccounts()
  await call.audiences.add({ accountId: first.id, takenOn: '2026-11-01', shares: { country: { PT: 9000 } } })
  const before = [await call.creators.show({ id }), await call.audiences.list({ creatorId: id })]
  const { entryId } = await call.creators.removeAccount({ id: first.id })
  expect((await call.creators.show({ id })).accounts).toMatchObject([{ platform: 'tiktok', isPrimary: true }])
  expect((await call.creators.facets({})).audienceCountries).toEqual([])
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect([await call.creators.show({ id }), await call.audiences.list({ creatorId: id })]).toEqual(before)
  expect((await call.creators.facets({})).audienceCountries).toEqual([{ value: 'PT', count: 1 }])
})

test('figures are corrected and taken out; impossible ones are refused', async () => {
  const { call, id, first } = await withTwoAccounts()
  const snapshotId = first.snapshots[0]?.id ?? ''
  const change = (changes: object) => call.creators.updateSnapshot({ id: snapshotId, changes })
  await change({ followers: 5500, takenOn: '2026-11-01' })
  expect((await call.creators.show({ id })).accounts[0]?.snapshots).toMatchObject([{ followers: 5500, takenOn: '2026-11-01' }])
  await expect(change({ followers: -3 })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(change({ statedEngagementBp: 10_100 })).rejects.toMatchObject({ code: 'BAD_INPUT', message: /above 100 %/ })
  await expect(change({ takenOn: '2030-01-01' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(change({ followers: null })).rejects.toMatchObject({ code: 'BAD_INPUT', message: /No figure would be left/ })
  const added = call.creators.addSnapshot({ accountId: first.id, takenOn: '2026-11-02', values: { statedEngagementBp: 20_000 } })
  await expect(added).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await call.creators.removeSnapshot({ id: snapshotId })
  expect((await call.creators.list({ search: 'ana' })).rows[0]).toMatchObject({ followers: null })
  await call.workspace.undo({})
  expect((await call.creators.list({ search: 'ana' })).rows[0]).toMatchObject({ followers: 5500 })
})
