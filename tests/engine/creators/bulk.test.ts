import { expect, test } from 'vitest'
import type { Job } from '#src/main/engine/jobs.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('a selection is set to a stage in one step, which can be undone', async () => {
  const { call } = await testWorkspace()
  const { id: ana } = await call.creators.create({ name: 'Ana' })
  const { id: bo } = await call.creators.create({ name: 'Bo', stage: 'active' })
  const { changed, entryId } = await call.creators.setStage({ ids: [ana, bo], stage: 'active' })
  expect(changed).toBe(1)
  expect((await call.creators.list({ stages: ['active'] })).total).toBe(2)
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await call.creators.list({ stages: ['active'] })).rows.map(({ name }) => name)).toEqual(['Bo'])
  expect(await call.creators.setStage({ ids: [bo], stage: 'active' })).toEqual({ changed: 0, entryId: null })
})

test('a selection is given to somebody at the agency, who may already look after some', async () => {
  const { call, engine } = await testWorkspace()
  const { id: ana } = await call.creators.create({ name: 'Ana' })
  const { id: bo } = await call.creators.create({ name: 'Bo' })
  const owners = async () =>
    (await engine.contextFor('test').read.selectFrom('creator_profile').select(['id', 'owner']).orderBy('id').execute()).map(
      ({ owner }) => owner,
    )
  await call.creators.setOwner({ ids: [ana], owner: 'Mira' })
  expect(await call.creators.setOwner({ ids: [ana, bo], owner: 'Mira' })).toMatchObject({ changed: 1 })
  expect(await call.creators.setOwner({ ids: [ana, bo], owner: 'Ruth' })).toMatchObject({ changed: 2 })
  expect(await owners()).toEqual(['Ruth', 'Ruth'])
  await call.workspace.undo({})
  expect(await owners()).toEqual(['Mira', 'Mira'])
  expect(await call.creators.setOwner({ ids: [bo], owner: null })).toMatchObject({ changed: 1 })
  expect(await owners()).toEqual(['Mira', null])
})

test('a change of thousands is shown among the work under way and can be cancelled; then nothing was changed', async () => {
  const { call, engine } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana' })
  const ids = [id, ...Array.from({ length: 2000 }, (_, at) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`)]
  const { bus, jobs } = engine.contextFor('test')
  const seen: Job[] = []
  const following = (async () => {
    for await (const event of bus.subscribe()) {
      if (event.type !== 'job') continue
      seen.push(event.job)
      if (event.job.state !== 'running') return
      jobs.cancel(event.job.id)
    }
  })()
  await expect(call.creators.setStage({ ids, stage: 'active' })).rejects.toMatchObject({ code: 'CANCELLED' })
  await following
  expect(seen.map(({ label, state }) => [label, state])).toEqual([
    ['Changing 2,001 rows', 'running'],
    ['Changing 2,001 rows', 'cancelled'],
  ])
  expect((await call.creators.list({ stages: ['active'] })).total).toBe(0)
  expect(await call.creators.setStage({ ids, stage: 'active' })).toMatchObject({ changed: 1 })
})
