import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { rowSchemas } from '#src/main/engine/exchange/format/row-schemas.ts'
import { campaignTables, withoutPrivate } from '#src/main/engine/exchange/format/tables.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { addRoster } from '../campaigns/setup.ts'
import { busyCampaign, contentOf, exported, imported, journalLength, rowsIn, signedContract } from './setup.ts'

test('a campaign goes whole into an empty workspace, and the file made there holds the same rows', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [ana = ''],
  } = await busyCampaign(here)
  await signedContract(here, ana)
  const file = await exported(here, campaignId)
  const there = await testWorkspace()
  const report = await imported(there, file)
  expect(report).toMatchObject({
    campaignId,
    campaignName: 'Herbstlese',
    attachments: { added: 3, present: 0 },
    entryId: expect.any(String),
  })
  expect(report.rows.every(({ created, updated, unchanged, keptOurs }) => created > 0 && updated + unchanged + keptOurs === 0)).toBe(true)
  expect(await contentOf(there)).toEqual(await contentOf(here))
  const again = rowsIn(await exported(there, campaignId))
  expect(Object.keys(again)).toHaveLength(campaignTables.length)
  expect(again).toEqual(rowsIn(file))
  expect(await there.call.campaigns.show({ id: campaignId })).toEqual(await here.call.campaigns.show({ id: campaignId }))
  expect(await there.call.measurement.roi({ campaignId })).toEqual(await here.call.measurement.roi({ campaignId }))
  expect(
    (await there.engine.contextFor('test').read.selectFrom('roster_row').select('name_key').execute()).map(({ name_key }) => name_key),
  ).toContain('ana martins')
})

test('the same file twice changes nothing', async () => {
  const here = await testWorkspace()
  const { campaignId } = await busyCampaign(here)
  const file = await exported(here, campaignId)
  const there = await testWorkspace()
  await imported(there, file)
  const [before, entries] = [await contentOf(there), await journalLength(there)]
  const second = await imported(there, file)
  expect(second.entryId).toBeNull()
  expect(second.rows.every(({ created, updated, keptOurs }) => created + updated + keptOurs === 0)).toBe(true)
  expect([await contentOf(there), await journalLength(there)]).toEqual([before, entries])
  expect((await imported(here, file)).entryId).toBeNull()
})

test('the same state gives the same bytes', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [, bo = ''],
  } = await busyCampaign(here)
  const first = await exported(here, campaignId)
  expect((await exported(here, campaignId)).equals(first)).toBe(true)
  await here.call.campaigns.updateCollaborations({ ids: [bo], changes: { notes: 'New' } })
  expect((await exported(here, campaignId)).equals(first)).toBe(false)
})

test('private notes on creators stay at home, in the rows and in their history', async () => {
  const here = await testWorkspace()
  const { campaignId, creatorIds } = await busyCampaign(here)
  const file = await exported(here, campaignId)
  expect(Object.values(unzipSync(file)).some((content) => Buffer.from(content).includes('Never to leave this house'))).toBe(false)
  const there = await testWorkspace()
  await imported(there, file)
  expect(
    (
      await there.engine
        .contextFor('test')
        .read.selectFrom('creator')
        .select('notes')
        .where('id', '=', creatorIds[0] ?? '')
        .executeTakeFirst()
    )?.notes,
  ).toBeNull()
})

test('undoing an import removes all of it, and it can be taken in again', async () => {
  const here = await testWorkspace()
  const {
    campaignId,
    ids: [ana = ''],
  } = await busyCampaign(here)
  await signedContract(here, ana)
  const file = await exported(here, campaignId)
  const there = await testWorkspace()
  await addRoster(there, ['Bo Lind'])
  const before = await contentOf(there)
  const { entryId } = await imported(there, file)
  await there.call.workspace.undo({ entryId: entryId ?? undefined })
  expect(await contentOf(there)).toEqual(before)
  expect((await imported(there, file)).attachments).toEqual({ added: 3, present: 0 })
})

test('what a file may hold is what the tables have, but for what stays at home', async () => {
  const { engine } = await testWorkspace()
  const { reader } = engine.contextFor('test').workspace
  const inTables = campaignTables.map((table) => {
    const columns = reader.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
    return [table, Object.keys(withoutPrivate(table, Object.fromEntries(columns.map((column) => [column, null])))).toSorted()]
  })
  expect(campaignTables.map((table) => [table, Object.keys(rowSchemas[table].shape).toSorted()])).toEqual(inTables)
})
