import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

async function withCreators(names: readonly string[]) {
  const workspace = await testWorkspace()
  const ids: string[] = []
  for (const name of names) ids.push((await workspace.call.creators.create({ name })).id)
  const { id: clientId } = await workspace.call.clients.create({ name: 'Nordlicht' })
  const { id: campaignId } = await workspace.call.campaigns.create({ name: 'Spring', clientId })
  const namesOn = async (id: string) => (await workspace.call.shortlists.show({ id })).entries.map(({ creator }) => creator.name)
  return { ...workspace, ids, clientId, campaignId, namesOn }
}

test('a shortlist keeps its order, its notes and what it is for', async () => {
  const { call, ids, clientId, campaignId, namesOn } = await withCreators(['Ana', 'Bo', 'Cy'])
  const [ana = '', bo = '', cy = ''] = ids
  const { id } = await call.shortlists.create({ name: 'Tea people', campaignId, need: { niches: ['tea'] }, creatorIds: [cy, ana, cy] })
  expect(await call.shortlists.addCreators({ id, creatorIds: [ana, bo] })).toMatchObject({ added: 1, alreadyIn: 1 })
  expect(await namesOn(id)).toEqual(['Cy', 'Ana', 'Bo'])
  const { entryId } = await call.shortlists.move({ id, creatorIds: [bo, cy], to: 0 })
  expect(await namesOn(id)).toEqual(['Bo', 'Cy', 'Ana'])
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await namesOn(id)).toEqual(['Cy', 'Ana', 'Bo'])
  await call.shortlists.setNote({ id, creatorId: ana, note: ' Asks for 300 EUR ' })
  await call.shortlists.removeCreators({ id, creatorIds: [cy] })
  expect(await call.shortlists.show({ id })).toMatchObject({
    name: 'Tea people',
    clientId,
    clientName: 'Nordlicht',
    campaignName: 'Spring',
    creatorCount: 2,
    need: { niches: ['tea'] },
    entries: [{ note: 'Asks for 300 EUR', isArchived: false, isInCampaign: false, creator: { id: ana } }, { note: null }],
  })
  expect((await call.shortlists.move({ id, creatorIds: [bo], to: 9 })).entryId).toBeNull()
})

test('creators of a shortlist become collaborations of a campaign', async () => {
  const { call, ids, campaignId } = await withCreators(['Ana', 'Bo', 'Cy'])
  const { id } = await call.shortlists.create({ name: 'Tea', campaignId, creatorIds: ids })
  expect(await call.shortlists.toCampaign({ id, campaignId, creatorIds: ids.slice(0, 1) })).toMatchObject({ added: 1, alreadyIn: 0 })
  expect((await call.shortlists.show({ id })).entries.map(({ isInCampaign }) => isInCampaign)).toEqual([true, false, false])
  const { entryId } = await call.shortlists.toCampaign({ id, campaignId })
  expect((await call.campaigns.show({ id: campaignId })).creatorCount).toBe(3)
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await call.campaigns.show({ id: campaignId })).creatorCount).toBe(1)
})

test('shortlists are found by name, client and creator, renamed, and deleted with undo', async () => {
  const { call, ids, clientId, campaignId } = await withCreators(['Ana', 'Bo'])
  const { id } = await call.shortlists.create({ name: 'Frühling', clientId, creatorIds: ids.slice(0, 1) })
  await call.shortlists.create({ name: 'Other' })
  expect(await call.shortlists.list({ search: 'fruhling' })).toMatchObject([{ id, creatorCount: 1 }])
  expect(await call.shortlists.list({ search: 'nordlicht' })).toMatchObject([{ id }])
  expect(await call.shortlists.list({ creatorId: ids[0] ?? '' })).toMatchObject([{ id }])
  expect(await call.shortlists.list({ creatorId: ids[1] ?? '' })).toEqual([])
  await call.shortlists.update({ id, changes: { name: 'Spring', campaignId, notes: 'For Ruth' } })
  expect(await call.shortlists.list({ campaignId })).toMatchObject([{ name: 'Spring', clientId, notes: 'For Ruth' }])
  await call.shortlists.update({ id, changes: { clientId: null } })
  expect(await call.shortlists.show({ id })).toMatchObject({ clientId: null, campaignId: null })
  const { entryId } = await call.shortlists.delete({ ids: [id] })
  await expect(call.shortlists.show({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await call.shortlists.show({ id })).entries).toHaveLength(1)
})

test('what cannot be is refused in one sentence, and nobody is added', async () => {
  const { call, ids, clientId, campaignId } = await withCreators(['Ana'])
  const gone = '01900000-0000-7000-8000-000000000000'
  const { id: other } = await call.clients.create({ name: 'Südwind' })
  const { id } = await call.shortlists.create({ name: 'Tea' })
  await expect(call.shortlists.create({ name: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.shortlists.create({ name: 'X', clientId: other, campaignId })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.shortlists.create({ name: 'X', clientId: gone })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.shortlists.addCreators({ id, creatorIds: [...ids, gone] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.shortlists.setNote({ id, creatorId: ids[0] ?? '', note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.shortlists.move({ id, creatorIds: ids, to: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const many = Array.from({ length: 5001 }, (_, at) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`)
  await expect(call.shortlists.addCreators({ id, creatorIds: many })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('5,000'),
  })
  expect(await call.shortlists.list({ clientId })).toEqual([])
  expect((await call.shortlists.show({ id })).entries).toEqual([])
})
