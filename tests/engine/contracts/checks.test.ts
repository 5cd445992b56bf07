import { expect, test } from 'vitest'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { agencyWithDraft, signByBoth, type Agency } from './setup.ts'

const eur = (major: number) => ({ amountMinor: major * 100, currency: 'EUR' })

/** The checks of the first draft but for blanks and the usual German note. */
async function found({ call }: Agency, id: string) {
  const [answer] = await call.contracts.checks({ ids: [id] })
  return answer?.checks.filter(({ level, message }) => level !== 'missing' && !message.startsWith('German courts')) ?? []
}

async function agreed(terms: Compensation | null, templateId = 'paid-post') {
  const workspace = await agencyWithDraft()
  await workspace.call.campaigns.updateCollaborations({ ids: [workspace.first], changes: { compensation: terms as never } })
  const { ids } = await workspace.call.contracts.create({ collaborationIds: [workspace.first], templateId })
  return { ...workspace, id: ids[0] as string }
}

test('nothing stands against a contract that says what brief and agreement say', async () => {
  const workspace = await agencyWithDraft()
  expect(await found(workspace, workspace.id)).toEqual([])
  const all = await workspace.call.contracts.checks({ ids: workspace.ids })
  expect(all.map(({ number, checks }) => [number, checks.map(({ level, field }) => [level, field])])).toEqual(
    ['2026-0001', '2026-0002'].map((number) => [
      number,
      [
        ['missing', 'exclusivity.category'],
        ['missing', 'law.venue'],
        ['warning', 'disclosure.tags'],
      ],
    ]),
  )
})

test('deliverables that differ from the brief: number, format, day, words', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, first } = workspace
  const add = (format: string, dueOn: string) =>
    call.deliverables.create({ collaborationId: first, platform: 'instagram', format, title: format, dueOn })
  await add('reel', '2026-12-20')
  expect(await found(workspace, id)).toEqual([
    {
      level: 'warning',
      field: 'deliverables.summary',
      message: 'The brief wants Instagram reel on 2026-12-15, the contract on 2026-12-20.',
    },
  ])
  await add('reel', '2026-12-15')
  await add('story', '2026-12-15')
  expect((await found(workspace, id)).map(({ message }) => message)).toEqual([
    'The brief asks for 1 × Instagram reel, the contract has 2.',
    'The brief asks for 0 × Instagram story, the contract has 1.',
  ])
  await call.contracts.update({ id, fields: { 'deliverables.summary': 'a reel' } })
  expect((await found(workspace, id))[0]?.message).toMatch(/^The deliverables in words are typed over/)
})

test('a licence longer or wider than the brief pays for', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, campaignId } = workspace
  await call.briefs.save({ campaignId, changes: { usageChannels: ['Instagram', 'the website'] } })
  expect(await found(workspace, id)).toEqual([])
  await call.contracts.update({ id, fields: { 'usage.months': '18', 'usage.channels': 'Instagram, the website and television' } })
  expect(await found(workspace, id)).toEqual([
    { level: 'problem', field: 'usage.months', message: 'The licence runs 18 months; the brief, and so the fee, is for 6.' },
    { level: 'problem', field: 'usage.channels', message: 'The licence names channels that the brief does not pay for: television.' },
  ])
  await call.contracts.update({ id, fields: { 'usage.months': 'unlimited', 'usage.channels': null } })
  expect(await found(workspace, id)).toMatchObject([{ level: 'problem', field: 'usage.months' }])
})

test.each([
  [{ model: 'flat fee', fee: eur(500) }, '12', '13', 'a fee usually pays for at most 12'],
  [{ model: 'gifting', productValue: eur(200) }, '6', '7', 'a product alone usually pays for at most 6'],
] as const)('where the brief is silent, $0.model pays for $1 months', async (terms, enough, tooMany, reason) => {
  const workspace = await agreed(terms, terms.model === 'gifting' ? 'gifting-only' : 'paid-post')
  const { call, id, campaignId } = workspace
  await call.briefs.save({ campaignId, changes: { usageMonths: null } })
  await call.contracts.update({ id, fields: { 'usage.months': enough } })
  expect(await found(workspace, id)).toEqual([])
  await call.contracts.update({ id, fields: { 'usage.months': tooMany } })
  expect(await found(workspace, id)).toMatchObject([{ level: 'problem', field: 'usage.months', message: expect.stringContaining(reason) }])
})

test('paid use needs money, and pay has to be what was agreed', async () => {
  const gift = await agreed({ model: 'gifting', productValue: eur(200) }, 'gifting-only')
  await gift.call.contracts.update({ id: gift.id, clauses: { 'licence.paid': { included: true } } })
  expect(await found(gift, gift.id)).toMatchObject([{ level: 'problem', field: 'paidUse.days' }])
  const paid = await agreed({ model: 'flat fee', fee: eur(500) }, 'gifting-only')
  expect(await found(paid, paid.id)).toMatchObject([
    { level: 'problem', field: 'compensation.description', message: 'The contract says that no money is paid, but a flat fee is agreed.' },
  ])
  const other = await agreed({ model: 'gifting', productValue: eur(200) })
  expect(await found(other, other.id)).toMatchObject([{ level: 'problem', field: 'compensation.description' }])
})

test('days in the wrong order', async () => {
  const workspace = await agencyWithDraft({ templateId: 'ambassador' })
  const { call, id, campaignId, first } = workspace
  await call.deliverables.create({ collaborationId: first, platform: 'instagram', format: 'reel', title: 'Reel', dueOn: '2026-12-15' })
  await call.campaigns.update({ id: campaignId, changes: { startsOn: '2026-12-20' } })
  expect((await found(workspace, id)).map(({ level, message }) => [level, message])).toEqual([
    ['problem', '1 × Instagram reel is due on 2026-12-15, before the campaign begins on 2026-12-20.'],
  ])
  await call.contracts.update({ id, startsOn: '2026-12-01', endsOn: '2026-12-10' })
  await call.campaigns.update({ id: campaignId, changes: { startsOn: '2026-12-01', endsOn: '2026-12-12' } })
  expect((await found(workspace, id)).map(({ field, message }) => [field, message])).toEqual([
    ['term.end', 'The contract ends on 2026-12-10, before the last post is due on 2026-12-15.'],
    ['term.notice', 'The time for notice is longer than the contract runs.'],
    ['campaign.end', '1 × Instagram reel is due on 2026-12-15, after the campaign ends on 2026-12-12.'],
  ])
  await call.contracts.update({ id, endsOn: '2026-11-10' })
  expect((await found(workspace, id)).map(({ message }) => message)).toContain(
    'The contract ends on 2026-11-10, before it begins on 2026-12-01.',
  )
})

test('a deliverable due before the contract was made', async () => {
  const workspace = await agencyWithDraft({}, '2026-12-18')
  expect((await found(workspace, workspace.id)).map(({ message }) => message)).toEqual([
    '1 × Instagram reel is due on 2026-12-15, before the contract was made on 2026-12-18.',
  ])
})

test('a duty to disclose that was taken out, emptied or left to English tags in Germany', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, otherId } = workspace
  const [german] = await call.contracts.checks({ ids: [otherId] })
  expect(german?.checks.at(-1)).toEqual({
    level: 'warning',
    field: 'disclosure.tags',
    message: 'German courts want “Werbung” or “Anzeige”; #ad alone has not been enough.',
  })
  await call.contracts.update({ id, clauses: { disclosure: { text: 'As both see fit.' } } })
  expect(await found(workspace, id)).toMatchObject([{ level: 'problem', message: expect.stringContaining('no longer says') }])
  await call.contracts.update({ id, clauses: { disclosure: { included: false, text: null } } })
  expect(await found(workspace, id)).toEqual([
    { level: 'problem', field: null, message: 'The disclosure clause has been taken out; paid and gifted posts must be disclosed.' },
  ])
  const {
    ids: [content = ''],
  } = await call.contracts.create({ collaborationIds: [workspace.first], templateId: 'ugc-only' })
  expect((await found(workspace, content)).map(({ message }) => message)).toEqual([])
})

/** The same creator under contract with another client, its reel due on a day. */
async function withOtherClient(dueOn: string, days: number, category: string | null) {
  const workspace = await agencyWithDraft()
  const { call, creatorIds } = workspace
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht Tee' })
  const { id: campaignId } = await call.campaigns.create({ clientId, name: 'Tea', startsOn: '2026-11-25', endsOn: '2027-12-31' })
  await call.briefs.save({
    campaignId,
    changes: { exclusivityDays: days, deliverables: [{ platform: 'instagram', format: 'reel', quantity: 1, length: null, dueOn }] },
  })
  const { added } = await call.campaigns.addCreators({ id: campaignId, creatorIds: [creatorIds[0] ?? ''] })
  await call.campaigns.updateCollaborations({ ids: added, changes: { compensation: { model: 'flat fee', fee: eur(100) } } })
  const {
    ids: [other = ''],
  } = await call.contracts.create({ collaborationIds: added })
  if (category) await call.contracts.update({ id: other, fields: { 'exclusivity.category': category } })
  await signByBoth(workspace, other)
  return { ...workspace, other }
}

test('exclusivity that clashes with another contract of the creator: same goods at the same time', async () => {
  const workspace = await withOtherClient('2026-12-01', 30, 'oat drinks and cereals')
  const { call, id, otherId } = workspace
  await call.contracts.update({ id, fields: { 'exclusivity.category': 'Oat drink' } })
  expect(await found(workspace, id)).toEqual([
    {
      level: 'problem',
      field: 'exclusivity.category',
      message:
        'Contract 2026-0003 with Nordlicht Tee binds the creator until 2026-12-31 (oat drinks and cereals), in the same category and at the same time.',
    },
  ])
  // The other creator of the campaign has no other contract.
  expect(await found(workspace, otherId)).toEqual([])
})

test('other goods at the same time are for a person to judge; another time is no clash', async () => {
  const workspace = await withOtherClient('2026-12-01', 30, 'black tea')
  const { call, id } = workspace
  await call.contracts.update({ id, fields: { 'exclusivity.category': 'oat drinks' } })
  expect(await found(workspace, id)).toMatchObject([
    { level: 'warning', message: expect.stringContaining('See whether the products compete.') },
  ])
  const before = await withOtherClient('2026-11-28', 10, 'oat drinks')
  await before.call.contracts.update({ id: before.id, fields: { 'exclusivity.category': '' } })
  expect(await found(before, before.id)).toEqual([])
})

test('our own exclusivity meets what the creator is to post for another client; what ended no longer counts', async () => {
  const workspace = await withOtherClient('2027-01-05', 0, null)
  const { call, id, other } = workspace
  await call.contracts.update({ id, fields: { 'exclusivity.category': 'oat drinks' } })
  expect(await found(workspace, id)).toMatchObject([
    { level: 'warning', message: expect.stringMatching(/^This contract’s exclusivity meets contract 2026-0003 with Nordlicht Tee/) },
  ])
  await call.contracts.setStatus({ ids: [other], status: 'terminated' })
  expect(await found(workspace, id)).toEqual([])
})
