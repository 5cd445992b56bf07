import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'
import { addRoster, campaignWith, euros } from '../campaigns/setup.ts'
import { busyCampaign, contentOf, exported, imported, journalLength } from './setup.ts'

test('a colleague’s edits come back, and edits on the other side are brought up to date', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [ana = '', bo = ''],
  } = await busyCampaign(here)
  const there = await testWorkspace()
  await imported(there, await exported(here, campaignId))
  await there.call.campaigns.updateCollaborations({ ids: [ana], changes: { notes: 'Wants a longer deadline' } })
  await there.call.deliverables.create({ collaborationId: bo, platform: 'tiktok', format: 'video', title: 'Extra' })
  await here.call.campaigns.update({ id: campaignId, changes: { name: 'Herbstlese II' } })
  const back = await imported(here, await exported(there, campaignId))
  expect(back.rows.find(({ table }) => table === 'collaboration')).toMatchObject({ updated: 1, unchanged: 2, keptOurs: 0 })
  expect(back.rows.find(({ table }) => table === 'deliverable')).toMatchObject({ created: 1 })
  expect(back.rows.find(({ table }) => table === 'campaign')).toMatchObject({ keptOurs: 1 })
  expect(await here.call.campaigns.show({ id: campaignId })).toMatchObject({
    name: 'Herbstlese II',
    collaborations: [{ notes: 'Wants a longer deadline' }, { deliverables: { total: 3 } }, {}],
  })
  expect((await imported(there, await exported(here, campaignId))).rows.find(({ table }) => table === 'campaign')).toMatchObject({
    updated: 1,
  })
  expect(await contentOf(there)).toEqual(await contentOf(here))
})

test('where both sides changed one row, ours is kept and counted', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [ana = ''],
  } = await busyCampaign(here)
  const old = await exported(here, campaignId)
  const there = await testWorkspace()
  await imported(there, old)
  await here.call.campaigns.updateCollaborations({ ids: [ana], changes: { notes: 'Ours' } })
  await there.call.campaigns.updateCollaborations({ ids: [ana], changes: { notes: 'Theirs' } })
  const theirs = await exported(there, campaignId)
  const back = await imported(here, theirs)
  expect(back.entryId).toBeNull()
  expect(back.rows.find(({ table }) => table === 'collaboration')).toMatchObject({ updated: 0, keptOurs: 1 })
  expect((await here.call.campaigns.show({ id: campaignId })).collaborations[0]?.notes).toBe('Ours')
  // An older state never replaces a newer one.
  expect((await imported(there, old)).entryId).toBeNull()
  expect((await there.call.campaigns.show({ id: campaignId })).collaborations[0]?.notes).toBe('Theirs')
})

test('a creator who is here already is found by an account and stays ours', async () => {
  const here = await testWorkspace()
  const { campaignId, creatorIds } = await busyCampaign(here)
  const file = await exported(here, campaignId)
  const there = await testWorkspace()
  const [ourBo = ''] = await addRoster(there, ['Bo Lind'], { followers: 12_000 })
  const report = await imported(there, file)
  expect(report.rows.find(({ table }) => table === 'creator')).toMatchObject({ created: 2, keptOurs: 1 })
  expect(report.rows.find(({ table }) => table === 'snapshot')).toMatchObject({ created: 2, keptOurs: 1 })
  const { collaborations } = await there.call.campaigns.show({ id: campaignId })
  expect(collaborations.find(({ creatorName }) => creatorName === 'Bo Lind')).toMatchObject({ creatorId: ourBo, followers: 12_000 })
  expect(collaborations.map(({ creatorId }) => creatorId)).not.toContain(creatorIds[1])

  const entries = await journalLength(there)
  expect((await imported(there, file)).entryId).toBeNull()
  await renameHandle(there, ourBo)
  expect((await imported(there, file)).entryId).toBeNull()
  expect(await journalLength(there)).toBe(entries + 1)

  const before = await contentOf(here)
  expect((await imported(here, await exported(there, campaignId))).entryId).toBeNull()
  expect(await contentOf(here)).toEqual(before)

  await there.call.campaigns.updateCollaborations({
    ids: [collaborations.find(({ creatorId }) => creatorId === ourBo)?.id ?? ''],
    changes: { stage: 'contracted' },
  })
  await imported(here, await exported(there, campaignId))
  expect(
    (await here.call.campaigns.show({ id: campaignId })).collaborations.find(({ creatorId }) => creatorId === creatorIds[1])?.stage,
  ).toBe('contracted')
})

async function renameHandle({ engine }: Awaited<ReturnType<typeof testWorkspace>>, creatorId: string): Promise<void> {
  await engine
    .contextFor('test')
    .workspace.writer.transact({ procedure: 'test', actor: 'test' }, (db) =>
      db.updateTable('account').set({ handle: 'bo.new', handle_key: 'bo.new' }).where('creator_id', '=', creatorId).execute(),
    )
}

test('what both sides entered on their own is one thing, not two', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    creatorIds: [ana = ''],
  } = await campaignWith(here, ['Ana'])
  const there = await testWorkspace()
  await imported(there, await exported(here, campaignId))
  for (const { call } of [here, there]) {
    await call.briefs.save({ campaignId, changes: { goal: 'The same idea' } })
    await call.measurement.addOrder({ campaignId, number: '7', orderedAt: '2026-11-20T12:00:00Z', total: euros(10) })
  }
  const added = await addRoster(here, ['Cem'])
  await here.call.campaigns.addCreators({ id: campaignId, creatorIds: added })
  const [cem = ''] = await addRoster(there, ['Cem'])
  await there.call.campaigns.addCreators({ id: campaignId, creatorIds: [cem] })
  const report = await imported(there, await exported(here, campaignId))
  expect(report.rows.filter(({ created }) => created > 0).map(({ table }) => table)).toEqual([])
  expect((await there.call.campaigns.show({ id: campaignId })).creatorCount).toBe(2)
  expect(await there.call.measurement.orders({ campaignId })).toHaveLength(1)
  expect(ana).not.toBe(cem)
})

test('two contracts with one number can live side by side', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [ana = ''],
  } = await busyCampaign(here)
  await here.call.contracts.create({ collaborationIds: [ana] })
  const there = await testWorkspace()
  const other = await busyCampaign(there)
  await there.call.contracts.create({ collaborationIds: other.ids.slice(0, 1) })
  await imported(there, await exported(here, campaignId))
  const numbers = (await there.call.contracts.list({})).map(({ number }) => number)
  expect(numbers).toHaveLength(2)
  expect(new Set(numbers).size).toBe(1)
})
