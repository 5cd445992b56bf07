import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainPng } from '#tests/engine/documents/support/images.ts'
import { textOf } from '#tests/engine/documents/support/poppler.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { richCreator } from './rich-creator.ts'

async function workspaceWithShortlist() {
  const workspace = await testWorkspace()
  const rich = await richCreator(workspace, plainPng(80, 80), plainPng(60, 40))
  const path = join(workspace.folder, 'proposal.pdf')
  const write = () => workspace.engine.grants.toWrite(path)
  return { ...workspace, ...rich, path, write, textNow: () => textOf(readFileSync(path), ['-layout']) }
}

test('a proposal from a shortlist says for whom, the notes, the reach and what it costs', async () => {
  const { call, write, textNow, creatorId, plainId } = await workspaceWithShortlist()
  expect(await call.reports.proposalDraft({ shortlist: 'breakfast PEOPLE' })).toEqual({
    title: 'Breakfast people',
    client: 'Oat & Ember',
    creators: [
      { id: creatorId, name: 'Ana Martins', reason: 'Her followers bake at home.' },
      { id: plainId, name: 'Юлия 한지민 王 سارة', reason: null },
    ],
  })
  const answer = await call.reports.proposal({ shortlist: 'Breakfast people', file: write(), intro: 'Two who cook.' })
  expect(answer).toMatchObject({ fileName: 'proposal.pdf', creators: 2, notices: [] })
  const text = textNow()
  const parts = ['Proposal for Oat & Ember', 'Two who cook.', 'Her followers bake at home.', 'Prepared by Harbour Lane', 'Next steps']
  // Nano: 8,200 followers; micro: 23,400. The lowest price of the one who has any is that of a story.
  const figures = [
    'Nano 1 8,200',
    'Micro 1 23,400',
    'All 2 31,600',
    'Instagram 2 31,600',
    'EUR 120.00',
    'Story on Instagram',
    '1 without a price',
  ]
  for (const part of [...parts, ...figures]) expect(text).toContain(part)
  expect(text.indexOf('Why Ana')).toBeGreaterThan(0)
})

test('reasons, title and client given for it stand in place of the shortlist’s; prices can be left out', async () => {
  const { call, write, textNow, creatorId, shortlistId } = await workspaceWithShortlist()
  const reasons = { [creatorId]: 'She is believed.' }
  await call.reports.proposal({
    shortlist: shortlistId,
    file: write(),
    title: 'Autumn',
    client: null,
    reasons,
    showPrices: false,
    perPage: 2,
  })
  const text = textNow()
  expect(text).toContain('She is believed.')
  expect(text).not.toMatch(/bake at home|Oat & Ember|EUR|Breakfast people/)
})

test('sums stay apart by currency, and followers that are not known are counted, not added as 0', async () => {
  const { call, write, textNow, creatorId, plainId } = await workspaceWithShortlist()
  const unknown = await call.creators.create({ name: 'Nobody Yet', accounts: [{ platform: 'tiktok', handle: 'yet' }] })
  await call.creators.setRate({
    creatorId: plainId,
    platform: 'instagram',
    format: 'reel',
    price: { amountMinor: 30_000, currency: 'USD' },
  })
  await call.reports.proposal({ creatorIds: [creatorId, plainId, unknown.id, creatorId], file: write(), client: 'Casa' })
  const text = textNow()
  for (const part of ['Creators for Casa', 'EUR 120.00', 'USD 300.00', 'All 3 31,600 (1 not known)', 'TikTok 1 Not known'])
    expect(text).toContain(part)
})

test('what cannot be a proposal is refused in one sentence', async () => {
  const { call, write, creatorId, shortlistId, ports, engine } = await workspaceWithShortlist()
  const refusal = (input: object) => call.reports.proposal({ file: write(), ...input }).catch((error: unknown) => error)
  expect(await refusal({})).toMatchObject({ code: 'BAD_INPUT', message: 'Give either creators or a shortlist.' })
  expect(await refusal({ creatorIds: [creatorId], shortlist: shortlistId })).toMatchObject({ code: 'BAD_INPUT' })
  expect(await refusal({ shortlist: 'No such' })).toMatchObject({ code: 'NOT_FOUND', message: 'There is no shortlist "No such".' })
  const many = Array.from({ length: 101 }, () => ports.newId())
  expect(await refusal({ creatorIds: many })).toMatchObject({ message: 'A proposal holds at most 100 creators; these are 101.' })
  const now = ports.clock.now()
  const list = { client_id: null, campaign_id: null, need: null, notes: null, created_at: now, updated_at: now }
  const again = ['Breakfast people', 'Empty'].map((name) => ({ ...list, id: ports.newId(), name }))
  const { writer } = engine.contextFor('test').workspace
  await writer.transact({ procedure: 'test.lists', actor: 'test' }, (db) => db.insertInto('shortlist').values(again).execute())
  expect(await refusal({ shortlist: 'Empty' })).toMatchObject({ code: 'NOT_FOUND', message: 'The shortlist Empty has no creators yet.' })
  expect(await refusal({ shortlist: 'Breakfast people' })).toMatchObject({ code: 'CONFLICT' })
})
