import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

const content = {
  filter: { tiers: ['nano' as const], countries: ['DE'], archived: false },
  sort: 'city' as const,
  direction: 'descending' as const,
  columns: [{ id: 'name', width: 240 }, { id: 'credibility' }],
}

test('a view is saved as it is, renamed, replaced and deleted, and each of these can be undone', async () => {
  const { call } = await testWorkspace()
  const own = async () => (await call.views.list({})).filter(({ isStarting }) => !isStarting)
  const { id } = await call.views.create({ name: 'Nano in Germany', content })
  expect(await own()).toEqual([{ id, name: 'Nano in Germany', content, isStarting: false }])
  await call.views.update({ id, name: 'German nano' })
  await call.views.update({ id, content: { filter: { archived: false } } })
  expect(await own()).toEqual([{ id, name: 'German nano', content: { filter: { archived: false } }, isStarting: false }])
  expect(await call.views.update({ id, name: 'German nano' })).toEqual({ entryId: null })
  await call.workspace.undo({})
  await call.workspace.undo({})
  expect(await own()).toEqual([{ id, name: 'Nano in Germany', content, isStarting: false }])
  const { entryId } = await call.views.delete({ ids: [id] })
  expect(await own()).toEqual([])
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await own()).toHaveLength(1)
  expect((await call.workspace.history({})).map(({ summary }) => summary)).toContain('Renamed the view Nano in Germany to German nano')
})

test('the views that come with Troupe are there in a new workspace, and the roster answers them', async () => {
  const { call } = await testWorkspace()
  const views = await call.views.list({})
  expect(views.map(({ name }) => name)).toContain('Ready to work with')
  await call.creators.create({ name: 'Ana', stage: 'active' })
  await call.creators.create({ name: 'Bo' })
  const ready = views.find(({ id }) => id === 'ready-to-work-with')?.content
  expect((await call.creators.list({ ...ready?.filter, sort: ready?.sort })).rows.map(({ name }) => name)).toEqual(['Ana'])
})

test('two views of one name, a view that went and columns of no width are refused', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.views.create({ name: 'Café', content })
  await expect(call.views.create({ name: 'cafe', content })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.views.create({ name: 'ready to work with', content })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.views.create({ name: 'X', content: { ...content, columns: [{ id: 'name', width: 0 }] } })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  })
  await call.views.delete({ ids: [id] })
  await expect(call.views.update({ id, name: 'X' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
