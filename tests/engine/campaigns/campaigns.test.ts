import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'
import { addRoster, campaignWith, euros, openCampaign } from './setup.ts'

test('a campaign begins as a draft in the client’s currency and is found by its name or its client’s', async () => {
  const { call } = await testWorkspace()
  const { campaignId, clientId } = await openCampaign(call)
  const shown = await call.campaigns.show({ id: campaignId })
  expect(shown).toMatchObject({
    name: 'Herbstlese',
    clientName: 'Nordlicht Tee',
    status: 'draft',
    currency: 'EUR',
    creatorCount: 0,
    committedMinor: 0,
    budgetMinor: null,
    collaborations: [],
  })
  expect((await call.campaigns.list({ search: 'nordlicht' })).map(({ id }) => id)).toEqual([campaignId])
  expect(await call.campaigns.list({ clientId, status: 'active' })).toEqual([])
  expect(await call.campaigns.list({ search: 'nothing of this name' })).toEqual([])
})

test('a campaign cannot end before it begins, nor be opened for a client that is gone or archived', async () => {
  const { call } = await testWorkspace()
  const { campaignId, clientId } = await openCampaign(call, { startsOn: '2026-11-01' })
  await expect(call.campaigns.update({ id: campaignId, changes: { endsOn: '2026-10-31' } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.campaigns.create({ clientId: '01900000-0000-7000-8000-000000000000', name: 'x' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await call.clients.setArchived({ ids: [clientId], archived: true })
  await expect(call.campaigns.create({ clientId, name: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('statuses follow the life of a campaign, all of a selection or none', async () => {
  const { call } = await testWorkspace()
  const { campaignId, clientId } = await openCampaign(call)
  const { id: other } = await call.campaigns.create({ clientId, name: 'Winter' })
  await call.campaigns.setStatus({ ids: [campaignId], status: 'active' })
  await expect(call.campaigns.setStatus({ ids: [campaignId, other], status: 'completed' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Winter is draft'),
  })
  expect((await call.campaigns.show({ id: campaignId })).status).toBe('active')
  expect(await call.campaigns.setStatus({ ids: [campaignId], status: 'active' })).toEqual({ entryId: null })
})

test('a budget never silently becomes one of another currency', async () => {
  const { call } = await testWorkspace()
  const { campaignId } = await openCampaign(call, { budgetMinor: 500_000 })
  await expect(call.campaigns.update({ id: campaignId, changes: { currency: 'USD' } })).rejects.toMatchObject({ code: 'MONEY_MISMATCH' })
  await call.campaigns.update({ id: campaignId, changes: { currency: 'USD', budgetMinor: 540_000 } })
  expect(await call.campaigns.show({ id: campaignId })).toMatchObject({ currency: 'USD', budgetMinor: 540_000 })
  await expect(call.campaigns.update({ id: campaignId, changes: { currency: 'ZZZ' } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect(await call.campaigns.update({ id: campaignId, changes: { currency: 'USD' } })).toEqual({ entryId: null })
})

test('adding a selection twice adds nobody twice', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { campaignId } = await openCampaign(call)
  const creatorIds = await addRoster(workspace, ['Ana Martins', 'Bo Lind', 'Cem Aydın'])
  const first = await call.campaigns.addCreators({ id: campaignId, creatorIds: creatorIds.slice(0, 2) })
  expect(first).toMatchObject({ alreadyIn: 0, added: [expect.any(String), expect.any(String)] })
  const second = await call.campaigns.addCreators({ id: campaignId, creatorIds: [...creatorIds, ...creatorIds] })
  expect(second).toMatchObject({ alreadyIn: 2, added: [expect.any(String)] })
  expect(await call.campaigns.addCreators({ id: campaignId, creatorIds })).toEqual({ added: [], alreadyIn: 3, entryId: null })
  const { collaborations, creatorCount } = await call.campaigns.show({ id: campaignId })
  expect(creatorCount).toBe(3)
  expect(collaborations[0]).toMatchObject({
    creatorName: 'Ana Martins',
    handle: 'ana.martins',
    platform: 'instagram',
    followers: 8_000,
    tier: 'nano',
    engagementRateBp: 500,
    stage: 'shortlisted',
    agreedCash: null,
  })
})

test('who must not be contacted is refused by name, and nobody is added', async () => {
  const workspace = await testWorkspace()
  const { call, engine } = workspace
  const { campaignId } = await openCampaign(call)
  const creatorIds = await addRoster(workspace, ['Ana Martins', 'Bo Lind'])
  await engine
    .contextFor('test')
    .workspace.writer.transact({ procedure: 'test', actor: 'test' }, (db) =>
      db.updateTable('creator').set({ do_not_contact: 1 }).where('name', '=', 'Bo Lind').execute(),
    )
  await expect(call.campaigns.addCreators({ id: campaignId, creatorIds })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/^Bo Lind is marked "do not contact"/),
  })
  expect((await call.campaigns.show({ id: campaignId })).creatorCount).toBe(0)
  await call.campaigns.setStatus({ ids: [campaignId], status: 'cancelled' })
  await expect(call.campaigns.addCreators({ id: campaignId, creatorIds: creatorIds.slice(0, 1) })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('is cancelled'),
  })
})

test('sums are in the campaign’s currency and others are listed beside them', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { campaignId, ids } = await campaignWith(workspace, ['Ana', 'Bo', 'Cem', 'Dora'])
  const [ana = '', bo = '', cem = '', dora = ''] = ids
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: { compensation: { model: 'per post', posts: 4, pricePerPost: euros(400) } },
  })
  await call.campaigns.updateCollaborations({ ids: [bo], changes: { compensation: { model: 'gifting', productValue: euros(200) } } })
  await call.campaigns.updateCollaborations({
    ids: [cem],
    changes: { compensation: { model: 'flat fee', fee: { amountMinor: 30_000, currency: 'USD' } } },
  })
  await call.campaigns.updateCollaborations({
    ids: [dora],
    changes: { compensation: { model: 'flat fee', fee: euros(999) }, stage: 'declined' },
  })
  const shown = await call.campaigns.show({ id: campaignId })
  expect(shown).toMatchObject({
    creatorCount: 3,
    committedMinor: 180_000,
    paidMinor: 0,
    otherCurrencies: [{ currency: 'USD', committedMinor: 30_000, paidMinor: 0 }],
  })
  expect(shown.collaborations.find(({ id }) => id === bo)).toMatchObject({
    agreedCash: euros(0),
    compensationText: 'Products worth EUR\u00A0200.00; no cash is paid.',
  })
  expect((await call.campaigns.list({}))[0]).toMatchObject({ committedMinor: 180_000 })
  await expect(
    call.campaigns.updateCollaborations({
      ids: [ana],
      changes: {
        compensation: { model: 'performance bonus', base: euros(300), bonus: { amountMinor: 5_000, currency: 'USD' }, everySales: 1_000 },
      },
    }),
  ).rejects.toMatchObject({ code: 'MONEY_MISMATCH', message: expect.stringContaining('EUR and USD') })
})

test('a retainer is committed for every month of the campaign', async () => {
  const workspace = await testWorkspace()
  const { campaignId, ids } = await campaignWith(workspace, ['Ana'], { startsOn: '2026-10-15', endsOn: '2027-01-14' })
  await workspace.call.campaigns.updateCollaborations({
    ids,
    changes: { compensation: { model: 'retainer plus commission', retainerPerMonth: euros(1_000), rateBp: 300 } },
  })
  expect(await workspace.call.campaigns.show({ id: campaignId })).toMatchObject({ committedMinor: 300_000 })
})

test('an ambassador ladder counts by followers and posts', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana'])
  const rung = { highestPricePerPost: null, productValue: null, discountBp: null }
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: {
      compensation: {
        model: 'ambassador ladder',
        rungs: [
          { ...rung, label: 'Tier 1', from: 1_000, to: 5_000, pricePerPost: euros(100), productValue: euros(50) },
          {
            ...rung,
            label: 'Tier 2',
            from: 5_000,
            to: 50_000,
            pricePerPost: euros(500),
            highestPricePerPost: euros(1_000),
            discountBp: 3_000,
          },
        ],
      },
    },
  })
  for (const title of ['One', 'Two']) await call.deliverables.create({ collaborationId: ana, platform: 'instagram', format: 'reel', title })
  expect(await call.campaigns.show({ id: campaignId })).toMatchObject({
    committedMinor: 100_000,
    collaborations: [{ agreedCash: euros(1_000) }],
  })
})

test('a discount code stands for one creator of a campaign, in any case', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    ids: [ana = '', bo = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  await call.campaigns.updateCollaborations({ ids: [ana], changes: { discountCode: ' ANA10 ' } })
  await expect(call.campaigns.updateCollaborations({ ids: [bo], changes: { discountCode: 'ana10' } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('belongs to Ana'),
  })
  await expect(call.campaigns.updateCollaborations({ ids: [ana, bo], changes: { discountCode: 'TEAM' } })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(await call.campaigns.updateCollaborations({ ids: [ana], changes: { discountCode: 'ANA10' } })).toEqual({ entryId: null })
})

test('creators of a campaign have the tier that the agency’s own bands give them, as in the roster', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { campaignId } = await campaignWith(workspace, ['Ana'])
  const tiers = async () => [
    (await call.campaigns.show({ id: campaignId })).collaborations[0]?.tier,
    (await call.creators.list({})).rows[0]?.tier,
  ]
  expect(await tiers()).toEqual(['nano', 'nano'])
  const customBands = [
    { tier: 'nano' as const, from: 100, to: 5_000 },
    { tier: 'micro' as const, from: 5_000, to: null },
  ]
  await call.workspace.updateSettings({ changes: { tierSetId: 'custom', customBands } })
  expect(await tiers()).toEqual(['micro', 'micro'])
})

test('an account of somebody else is refused', async () => {
  const workspace = await testWorkspace()
  const { call, engine } = workspace
  const {
    ids: [ana = ''],
    creatorIds: [, bo = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  const account = await engine
    .contextFor('test')
    .read.selectFrom('account')
    .select('id')
    .where('creator_id', '=', bo)
    .executeTakeFirstOrThrow()
  await expect(call.campaigns.updateCollaborations({ ids: [ana], changes: { accountId: account.id } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'The account bo does not belong to Ana.',
  })
})

test('what was signed or paid stays in the campaign, and the rest goes and comes back', async () => {
  const workspace = await testWorkspace()
  const { call, engine, ports } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = '', cem = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo', 'Cem'])
  const now = ports.clock.now()
  await engine.contextFor('test').workspace.writer.transact({ procedure: 'test', actor: 'test' }, (db) =>
    db
      .insertInto('contract')
      .values({
        id: ports.newId(),
        campaign_id: campaignId,
        collaboration_id: ana,
        number: '2026-0001',
        template_id: 'paid-post',
        language: 'en',
        jurisdiction: 'any',
        page_size: 'A4',
        status: 'signed by all',
        fields: '{}',
        clauses: '{}',
        signed_at: now,
        created_at: now,
        updated_at: now,
      })
      .execute(),
  )
  const { id: payoutId } = await call.payouts.create({ collaborationId: bo, description: 'Fee', amount: euros(10) })
  await call.payouts.record({ ids: [payoutId], paidOn: '2026-11-20' })
  await expect(call.campaigns.removeCollaborations({ ids: [ana, cem] })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/^Ana cannot be taken out, because a contract was signed/),
  })
  await expect(call.campaigns.removeCollaborations({ ids: [bo, cem] })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/^Bo cannot be taken out, because a payout was paid/),
  })
  await expect(call.campaigns.updateCollaborations({ ids: [ana], changes: { stage: 'declined' } })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await call.deliverables.create({ collaborationId: cem, platform: 'tiktok', format: 'video', title: 'Video' })
  const { entryId } = await call.campaigns.removeCollaborations({ ids: [cem] })
  expect(await call.campaigns.show({ id: campaignId })).toMatchObject({ creatorCount: 2, contractsSigned: 1, contractsOpen: 0 })
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect((await call.campaigns.show({ id: campaignId })).collaborations.find(({ id }) => id === cem)).toMatchObject({
    deliverables: { total: 1, posted: 0, nextDueOn: null },
  })
  await expect(call.campaigns.removeCollaborations({ ids: ['01900000-0000-7000-8000-000000000000'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
