import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

test('a client that was renamed has a journal entry that undoes it', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.clients.create({ name: 'Nordlicht Tee' })
  const { entryId } = await call.clients.update({ id, changes: { name: 'Nordlicht' } })
  expect((await call.clients.show({ id })).name).toBe('Nordlicht')
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect((await call.clients.show({ id })).name).toBe('Nordlicht Tee')
  const history = await call.workspace.history({})
  expect(history.map(({ summary }) => summary)).toContain('Undid: Changed the client Nordlicht')
})

test('a change that changes nothing leaves no journal entry', async () => {
  const { call } = await testWorkspace()
  expect(await call.clients.setArchived({ ids: ['01900000-0000-7000-8000-000000000000'], archived: true })).toEqual({ entryId: null })
})

test('bad input is refused with one sentence and its code', async () => {
  const { call } = await testWorkspace()
  await expect(call.clients.create({ name: '  ' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('A name is needed.'),
  })
  await expect(call.clients.show({ id: 'nope' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.clients.show({ id: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
