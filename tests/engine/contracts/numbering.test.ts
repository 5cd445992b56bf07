import { expect, test } from 'vitest'
import { agencyWithDraft, signByBoth } from './setup.ts'

test('numbers follow the pattern of the settings and count within what stands around them', async () => {
  const { call, collaborationIds, campaignId, clientId } = await agencyWithDraft()
  await call.workspace.updateSettings({ changes: { contractNumbering: '{client}/{year}/{number:3}' } })
  expect((await call.contracts.create({ collaborationIds })).numbers).toEqual(['Oat-Ember/2026/001', 'Oat-Ember/2026/002'])
  const { id: second } = await call.campaigns.create({ clientId, name: 'Zweite Kampagne – groß' })
  await call.workspace.updateSettings({ changes: { contractNumbering: '{campaign}-{number}' } })
  const order = { templateId: 'insertion-order' }
  expect((await call.contracts.create({ campaignIds: [second, campaignId], ...order })).numbers).toEqual([
    'Zweite-Kampagne-groß-1',
    'Spring-breakfast-1',
  ])
  expect((await call.contracts.create({ campaignIds: [second], ...order })).numbers).toEqual(['Zweite-Kampagne-groß-2'])
})

test('no number is ever given out twice, whatever became of its contract', async () => {
  const { call, first, collaborationIds, campaignId, clientId } = await agencyWithDraft()
  const { numbers, entryId } = await call.contracts.create({ collaborationIds: [first] })
  expect(numbers).toEqual(['2026-0003'])
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect((await call.contracts.create({ collaborationIds: [first] })).numbers).toEqual(['2026-0004'])
  await call.campaigns.removeCollaborations({ ids: collaborationIds })
  expect(await call.contracts.list({})).toEqual([])
  expect((await call.contracts.create({ campaignIds: [campaignId], templateId: 'insertion-order' })).numbers).toEqual(['2026-0005'])
  // Making one is undone though another was made since.
  const { id: other } = await call.campaigns.create({ clientId, name: 'Other' })
  const one = await call.contracts.create({ campaignIds: [other], templateId: 'insertion-order' })
  await call.contracts.create({ campaignIds: [other], templateId: 'insertion-order' })
  await call.workspace.undo({ entryId: one.entryId ?? undefined })
  expect((await call.contracts.list({ campaignId: other })).map(({ number }) => number)).toEqual(['2026-0007'])
})

test('two who make contracts at the same moment get different numbers', async () => {
  const { call, first } = await agencyWithDraft()
  const made = await Promise.all([1, 2, 3].map(() => call.contracts.create({ collaborationIds: [first] })))
  expect(made.flatMap(({ numbers }) => numbers).toSorted()).toEqual(['2026-0003', '2026-0004', '2026-0005'])
})

test.each([
  ['{year}', '{number} once'],
  ['{number}-{number:3}', '{number} once'],
  ['{number:0}', 'one to nine digits'],
  ['{year}:{number}', 'may have'],
  ['{month}-{number}', 'may have'],
  [String.raw`..\{number}`, 'may have'],
])('the pattern %s is refused', async (contractNumbering, reason) => {
  const { call } = await agencyWithDraft()
  await expect(call.workspace.updateSettings({ changes: { contractNumbering } })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(reason),
  })
})

test('a number with a slash still makes a file name', async () => {
  const workspace = await agencyWithDraft()
  const { call, first } = workspace
  await call.workspace.updateSettings({ changes: { contractNumbering: '{year}/{client}/{number:2}' } })
  const {
    ids: [id = ''],
  } = await call.contracts.create({ collaborationIds: [first] })
  await signByBoth(workspace, id)
  expect((await call.contracts.show({ id })).documents.map(({ name }) => name)).toEqual([
    'contract-2026-Oat-Ember-01.pdf',
    'contract-2026-Oat-Ember-01-signed.pdf',
    'contract-2026-Oat-Ember-01-countersigned.pdf',
  ])
})
