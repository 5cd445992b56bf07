import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentOfTables } from '#tests/support/tables.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

async function importList({ call, engine, folder }: TestWorkspace, count: number, followers = 100) {
  const path = join(folder, 'list.csv')
  const rows = Array.from({ length: count }, (_, at) => `Creator ${at},handle${at},${followers + at},food`)
  writeFileSync(path, ['Name,Instagram handle,Followers,Niche', ...rows].join('\n'))
  return call.creators.import({ file: engine.grants.toRead(path), platform: 'instagram' })
}

test('undo, undo again and undo that: the newest change in effect is meant each time', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.clients.create({ name: 'A' })
  await call.clients.update({ id, changes: { name: 'B' } })
  await call.clients.update({ id, changes: { name: 'C' } })
  const nameNow = async () => (await call.clients.show({ id })).name
  const { entryId: undo } = await call.workspace.undo({})
  expect(await nameNow()).toBe('B')
  await call.workspace.undo({})
  expect(await nameNow()).toBe('A')
  await expect(call.workspace.undo({ entryId: undo ?? '' })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
  const [secondUndo] = await call.workspace.history({})
  await call.workspace.undo({ entryId: secondUndo?.id })
  expect(await nameNow()).toBe('B')
  await call.workspace.undo({ entryId: undo ?? '' })
  expect(await nameNow()).toBe('C')
  await call.workspace.undo({})
  expect(await nameNow()).toBe('B')
})

test('a change that was undone cannot be undone again until it has been done again', async () => {
  const { call } = await testWorkspace()
  const { id, entryId } = await call.clients.create({ name: 'A' })
  const { entryId: undo } = await call.workspace.undo({ entryId: entryId ?? '' })
  await expect(call.workspace.undo({ entryId: entryId ?? '' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'This change has been undone already.',
  })
  expect((await call.workspace.history({})).find((entry) => entry.id === entryId)?.undoneBy).toBe(undo)
  await call.workspace.undo({ entryId: undo ?? '' })
  expect((await call.workspace.history({})).find((entry) => entry.id === entryId)?.undoneBy).toBeNull()
  expect((await call.clients.show({ id })).name).toBe('A')
  await call.workspace.undo({ entryId: entryId ?? '' })
  await expect(call.clients.show({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the beginning of the workspace cannot be undone', async () => {
  const { call } = await testWorkspace()
  const [first] = (await call.workspace.history({})).toReversed()
  await expect(call.workspace.undo({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.workspace.undo({ entryId: first?.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.workspace.undo({ entryId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a row that was changed later is not overwritten, and nothing else is either', async () => {
  const { call, ...workspace } = await testWorkspace()
  const ids = [(await call.creators.create({ name: 'A' })).id, (await call.creators.create({ name: 'B' })).id]
  const { entryId } = await call.creators.tag({ ids, add: ['vip'] })
  await call.creators.update({ id: ids[0] ?? '', changes: { notes: 'Later' } })
  const before = contentOfTables({ call, ...workspace })
  await expect(call.workspace.undo({ entryId: entryId ?? '' })).rejects.toMatchObject({
    code: 'UNDO_CONFLICT',
    message: expect.stringContaining('changed again later'),
  })
  expect(contentOfTables({ call, ...workspace })).toEqual(before)
})

test('undoing an addition takes nothing along that was added to it later', async () => {
  const { call, ...workspace } = await testWorkspace()
  const { id, entryId } = await call.creators.create({ name: 'A' })
  const account = await call.creators.addAccount({ creatorId: id, account: { platform: 'x', handle: 'a' } })
  const before = contentOfTables({ call, ...workspace })
  await expect(call.workspace.undo({ entryId: entryId ?? '' })).rejects.toMatchObject({
    code: 'UNDO_CONFLICT',
    message: expect.stringContaining('added later belongs to it'),
  })
  expect(contentOfTables({ call, ...workspace })).toEqual(before)
  await call.workspace.undo({ entryId: account.entryId ?? '' })
  await call.workspace.undo({ entryId: entryId ?? '' })
  await expect(call.creators.show({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('bringing back what would now collide is refused', async () => {
  const { call } = await testWorkspace()
  const { entryId } = await call.creators.create({ name: 'First', accounts: [{ platform: 'x', handle: 'same' }] })
  const { entryId: undo } = await call.workspace.undo({ entryId: entryId ?? '' })
  await call.creators.create({ name: 'Second', accounts: [{ platform: 'x', handle: 'same' }] })
  await expect(call.workspace.undo({ entryId: undo ?? '' })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
})

test('a deleted collaboration comes back with everything that hung on it', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { id: creatorId } = await call.creators.create({ name: 'Ana', accounts: [{ platform: 'instagram', handle: 'ana' }] })
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const { id } = await call.campaigns.create({ clientId, name: 'Spring' })
  const {
    added: [collaborationId = ''],
  } = await call.campaigns.addCreators({ id, creatorIds: [creatorId] })
  await call.deliverables.create({ collaborationId, platform: 'instagram', format: 'reel', title: 'Reel' })
  await call.payouts.create({ collaborationId, description: 'Fee', amount: { amountMinor: 100, currency: 'EUR' } })
  const before = contentOfTables(workspace)
  await call.campaigns.removeCollaborations({ ids: [collaborationId] })
  expect(contentOfTables(workspace).deliverable).toEqual([])
  await call.workspace.undo({})
  expect(contentOfTables(workspace)).toEqual(before)
})

test('an import is undone and done again as one change; the roster and its search follow', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  await call.creators.create({
    name: 'Creator 1 by hand',
    accounts: [{ platform: 'instagram', handle: 'handle1', values: { followers: 5 } }],
  })
  const before = contentOfTables(workspace)
  const { entryId, rows } = await importList(workspace, 2500)
  expect(rows).toMatchObject({ created: 2499, updated: 1 })
  const after = contentOfTables(workspace)
  const { entryId: undo } = await call.workspace.undo({})
  expect(contentOfTables(workspace)).toEqual(before)
  expect((await call.creators.list({ search: 'creator 2400' })).total).toBe(0)
  expect((await call.creators.list({})).total).toBe(1)
  await call.workspace.undo({ entryId: undo ?? '' })
  expect(contentOfTables(workspace)).toEqual(after)
  expect((await call.creators.list({ search: 'creator 2400' })).total).toBe(1)
  const [redone, undone, imported] = await call.workspace.history({})
  expect(redone?.changes).toBe(undone?.changes)
  expect(imported).toMatchObject({ id: entryId, undoneBy: null })
  expect(imported?.changes).toBeGreaterThanOrEqual(7500)
  expect(await call.workspace.check({})).toMatchObject({ ok: true, findings: [] })
}, 60_000)

test('an import cannot be undone once one of its creators has been worked with, and says so', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { entryId } = await importList(workspace, 50)
  const {
    rows: [someone],
  } = await call.creators.list({})
  await call.creators.setRate({ creatorId: someone?.id ?? '', platform: null, format: 'reel', price: { amountMinor: 1, currency: 'EUR' } })
  const before = contentOfTables(workspace)
  await expect(call.workspace.undo({ entryId: entryId ?? '' })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
  expect(contentOfTables(workspace)).toEqual(before)
})

test("a creator's history begins with the import that brought them", async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { entryId } = await importList(workspace, 3)
  const id = (await call.creators.list({})).rows[0]?.id ?? ''
  await call.creators.update({ id, changes: { notes: 'Met' } })
  const history = await call.workspace.history({ rowId: id })
  expect(history.map(({ procedure }) => procedure)).toEqual(['creators.update', 'creators.import'])
  expect(history[1]?.id).toBe(entryId)
})
