import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

const nobody = '01900000-0000-7000-8000-000000000000'

test('a creator is added with accounts and figures, and shown with where each figure comes from', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({
    name: 'Ana Pérez',
    country: 'PT',
    niches: ['Food', 'food', 'travel'],
    stage: 'active',
    accounts: [
      { platform: 'IG', handle: '@Ana.Perez', values: { followers: 5000, avgLikes: 240, avgComments: 10 } },
      { platform: 'tiktok', handle: 'https://www.tiktok.com/@anap', values: { followers: 90_000, statedEngagementBp: 310 } },
      { platform: 'Lemon8', handle: 'ana' },
    ],
  })
  const creator = await call.creators.show({ id })
  expect(creator).toMatchObject({
    name: 'Ana Pérez',
    country: 'PT',
    city: null,
    niches: ['Food', 'travel'],
    tags: [],
    stage: 'active',
    doNotContact: false,
    tier: 'nano',
    archivedAt: null,
    rates: [],
    work: [],
  })
  expect(creator.accounts).toMatchObject([
    {
      platform: 'instagram',
      handle: 'Ana.Perez',
      url: 'https://www.instagram.com/Ana.Perez/',
      isPrimary: true,
      tier: 'nano',
      engagementRateBp: 500,
      engagementBasis: 'computed',
      interactionSet: ['likes', 'comments'],
    },
    {
      platform: 'tiktok',
      handle: 'anap',
      url: 'https://www.tiktok.com/@anap',
      isPrimary: false,
      tier: 'micro',
      engagementRateBp: 310,
      engagementBasis: 'stated',
      interactionSet: [],
    },
    { platform: 'Lemon8', handle: 'ana', url: null, tier: null, engagementRateBp: null, snapshots: [] },
  ])
  expect(creator.accounts[0]?.snapshots).toMatchObject([{ takenOn: '2026-11-21', source: 'manual', followers: 5000, avgShares: null }])
  expect((await call.workspace.platforms({})).at(-1)).toEqual({ id: 'Lemon8', label: 'Lemon8', formats: [] })
})

test('a handle that belongs to somebody is refused with their name, and nothing is half added', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana', accounts: [{ platform: 'instagram', handle: 'ana.p' }] })
  const again = call.creators.create({
    name: 'Somebody',
    accounts: [
      { platform: 'tiktok', handle: 'free' },
      { platform: 'instagram', handle: '@ANA.P' },
    ],
  })
  await expect(again).rejects.toMatchObject({
    code: 'CONFLICT',
    message: '@ANA.P on Instagram already belongs to Ana. Nothing was changed.',
    data: { creatorId: id },
  })
  expect((await call.creators.list({})).total).toBe(1)
  await call.creators.setArchived({ ids: [id], archived: true })
  const { id: other } = await call.creators.create({ name: 'Bea' })
  await expect(call.creators.addAccount({ creatorId: other, account: { platform: 'instagram', handle: 'ana.p' } })).rejects.toMatchObject({
    message: expect.stringContaining('already belongs to Ana, who is archived.'),
  })
  await expect(
    call.creators.create({
      name: 'Twice',
      accounts: [
        { platform: 'x', handle: 'same' },
        { platform: 'x', handle: '@Same' },
      ],
    }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
})

test.each([
  ['an e-mail address', { platform: 'instagram', handle: 'ana@example.org' }, /e-mail address/],
  ['an address on another platform', { platform: 'instagram', handle: 'https://www.tiktok.com/@ana' }, /on TikTok, not on Instagram/],
  ['a placeholder', { platform: 'instagram', handle: 'n/a' }, /no handle/],
  ['a post', { platform: 'instagram', handle: 'https://www.instagram.com/p/Cabc123/' }, /no profile/],
])('%s is not taken for a handle', async (_, account, message) => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana' })
  await expect(call.creators.addAccount({ creatorId: id, account })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringMatching(message),
  })
  expect((await call.creators.show({ id })).accounts).toEqual([])
})

test('only what differs is changed; the same again leaves no entry', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana', notes: 'Likes tea', tags: ['a'] })
  expect((await call.creators.update({ id, changes: { name: 'Ana', notes: 'Likes tea', tags: ['a'] } })).entryId).toBeNull()
  expect((await call.creators.update({ id, changes: { notes: null, doNotContact: true, stage: 'paused' } })).entryId).not.toBeNull()
  expect(await call.creators.show({ id })).toMatchObject({ name: 'Ana', notes: null, doNotContact: true, stage: 'paused', tags: ['a'] })
  await expect(call.creators.update({ id: nobody, changes: { name: 'X' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.creators.show({ id: nobody })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.creators.create({ name: '<script>alert(1)</script>' })).resolves.toMatchObject({ id: expect.any(String) })
})

test('figures typed twice on a day correct each other; a day to come and no figure are refused', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana', accounts: [{ platform: 'instagram', handle: 'ana' }] })
  const accountId = (await call.creators.show({ id })).accounts[0]?.id ?? ''
  const first = await call.creators.addSnapshot({ accountId, takenOn: '2026-11-20', values: { followers: 100, avgLikes: 5 } })
  const second = await call.creators.addSnapshot({ accountId, takenOn: '2026-11-20', values: { followers: 200 } })
  expect(second.id).toBe(first.id)
  expect((await call.creators.show({ id })).accounts[0]?.snapshots).toMatchObject([{ followers: 200, avgLikes: 5 }])
  await expect(call.creators.addSnapshot({ accountId, takenOn: '2026-11-22', values: { followers: 1 } })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  })
  await expect(call.creators.addSnapshot({ accountId, takenOn: '2026-11-20', values: { followers: null } })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  })
  await expect(call.creators.addSnapshot({ accountId: nobody, takenOn: '2026-11-20', values: { followers: 1 } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a price takes the place of the one for the same format and platform', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana' })
  await call.creators.setRate({ creatorId: id, platform: null, format: 'reel', price: { amountMinor: 10_000, currency: 'EUR' } })
  await call.creators.setRate({ creatorId: id, platform: 'instagram', format: 'reel', price: { amountMinor: 20_000, currency: 'EUR' } })
  await call.creators.setRate({ creatorId: id, platform: null, format: 'reel', price: { amountMinor: 15_000, currency: 'USD' } })
  expect((await call.creators.show({ id })).rates).toMatchObject([
    { platform: null, format: 'reel', price: { amountMinor: 15_000, currency: 'USD' } },
    { platform: 'instagram', price: { amountMinor: 20_000, currency: 'EUR' } },
  ])
})

test('tags go on and off a selection whatever their capitals, and come back with undo', async () => {
  const { call } = await testWorkspace()
  const ids: string[] = []
  for (const tags of [['VIP'], [], ['vip', 'press']]) ids.push((await call.creators.create({ name: 'C', tags })).id)
  const tagsNow = async () => Promise.all(ids.map(async (id) => (await call.creators.show({ id })).tags))
  expect(await call.creators.tag({ ids, add: ['Vip'] })).toMatchObject({ changed: 1 })
  expect(await tagsNow()).toEqual([['VIP'], ['Vip'], ['vip', 'press']])
  expect(await call.creators.tag({ ids, add: ['event'], remove: ['vip'] })).toMatchObject({ changed: 3 })
  expect(await tagsNow()).toEqual([['event'], ['event'], ['press', 'event']])
  await call.workspace.undo({})
  expect(await tagsNow()).toEqual([['VIP'], ['Vip'], ['vip', 'press']])
  expect((await call.creators.tag({ ids, add: [], remove: ['nothing'] })).entryId).toBeNull()
})

test('a selection is archived and brought back; those already there are not counted', async () => {
  const { call } = await testWorkspace()
  const ids: string[] = []
  for (const name of ['A', 'B', 'C']) ids.push((await call.creators.create({ name })).id)
  expect(await call.creators.setArchived({ ids: ids.slice(0, 1), archived: true })).toMatchObject({ changed: 1 })
  expect(await call.creators.setArchived({ ids, archived: true })).toMatchObject({ changed: 2 })
  expect((await call.creators.list({})).total).toBe(0)
  expect(await call.creators.setArchived({ ids, archived: false })).toMatchObject({ changed: 3 })
  expect(await call.creators.setArchived({ ids: [nobody], archived: true })).toEqual({ changed: 0, entryId: null })
})

test('a creator shows their work, newest first', async () => {
  const { call } = await testWorkspace()
  const { id } = await call.creators.create({ name: 'Ana' })
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  for (const [name, startsOn] of [
    ['Spring', '2026-03-01'],
    ['Autumn', '2026-09-01'],
  ] as const) {
    const { id: campaignId } = await call.campaigns.create({ clientId, name, startsOn })
    await call.campaigns.addCreators({ id: campaignId, creatorIds: [id] })
  }
  expect((await call.creators.show({ id })).work).toMatchObject([
    { campaignName: 'Autumn', clientName: 'Nordlicht', stage: 'shortlisted' },
    { campaignName: 'Spring' },
  ])
})
