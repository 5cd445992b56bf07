import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'
import { campaignWith, euros } from '../campaigns/setup.ts'

test('planning covers what the agreed cash still lacks, to the cent, and nothing twice', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = '', cem = '', dora = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo', 'Cem', 'Dora'])
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: { compensation: { model: 'per post', posts: 3, pricePerPost: { amountMinor: 33_333, currency: 'EUR' } } },
  })
  await call.campaigns.updateCollaborations({
    ids: [bo],
    changes: { compensation: { model: 'flat plus commission', fee: euros(200), rateBp: 500 } },
  })
  await call.campaigns.updateCollaborations({ ids: [cem], changes: { compensation: { model: 'commission', rateBp: 1_000 } } })
  await call.payouts.create({ collaborationId: ana, description: 'In advance', amount: euros(333.34) })
  expect(await call.payouts.plan({ collaborationIds: [ana, bo, cem, dora, ana] })).toMatchObject({
    planned: 2,
    alreadyPlanned: 0,
    withoutFixedFee: 2,
  })
  expect(await call.payouts.plan({ collaborationIds: [ana, bo] })).toEqual({
    planned: 0,
    alreadyPlanned: 2,
    withoutFixedFee: 0,
    entryId: null,
  })
  const { rows, totals } = await call.payouts.list({ campaignId })
  expect(
    rows
      .filter(({ collaborationId }) => collaborationId === ana)
      .map(({ amount }) => amount.amountMinor)
      .toSorted((a, b) => a - b),
  ).toEqual([33_334, 66_665])
  expect(totals).toEqual([{ currency: 'EUR', plannedMinor: 99_999 + 20_000, paidMinor: 0, overdueMinor: 0 }])
  await call.campaigns.updateCollaborations({
    ids: [bo],
    changes: { compensation: { model: 'flat fee', fee: { amountMinor: 50_000, currency: 'USD' } } },
  })
  await expect(call.payouts.plan({ collaborationIds: [bo] })).rejects.toMatchObject({
    code: 'MONEY_MISMATCH',
    message: expect.stringMatching(/^Bo was agreed in USD, but has payouts in EUR/),
  })
})

test('a payout is due the brief’s payment days after the last post, else the campaign’s end, else today', async () => {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = '', cem = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo', 'Cem'])
  await call.campaigns.updateCollaborations({ ids: [ana, bo, cem], changes: { compensation: { model: 'flat fee', fee: euros(500) } } })
  await call.payouts.plan({ collaborationIds: [cem] })
  await call.briefs.save({ campaignId, changes: { paymentDays: 14 } })
  await call.deliverables.create({ collaborationId: ana, platform: 'tiktok', format: 'video', title: 'A', dueOn: '2026-12-01' })
  await call.deliverables.create({
    collaborationId: ana,
    platform: 'tiktok',
    format: 'video',
    title: 'B',
    dueOn: '2026-12-02',
    status: 'posted',
    postedAt: '2026-12-05T08:00:00Z',
  })
  await call.campaigns.update({ id: campaignId, changes: { endsOn: '2026-12-31' } })
  await call.payouts.plan({ collaborationIds: [ana, bo] })
  const { rows } = await call.payouts.list({ campaignId })
  expect(rows.map(({ creatorName, dueOn, description }) => [creatorName, dueOn, description])).toEqual([
    ['Ana', '2026-12-19', 'Fee for Herbstlese'],
    ['Cem', '2026-12-21', 'Fee for Herbstlese'],
    ['Bo', '2027-01-14', 'Fee for Herbstlese'],
  ])
})

test('a retainer is paid by the month, and what was paid covers the first months', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { campaignId, ids } = await campaignWith(workspace, ['Ana'], { startsOn: '2026-11-01', endsOn: '2027-01-31' })
  await call.campaigns.updateCollaborations({
    ids,
    changes: { compensation: { model: 'retainer plus commission', retainerPerMonth: euros(1_000), rateBp: 300 } },
  })
  await call.briefs.save({ campaignId, changes: { paymentDays: 10 } })
  await call.payouts.create({ collaborationId: ids[0] ?? '', description: 'Advance', amount: euros(1_400), dueOn: '2026-11-01' })
  expect(await call.payouts.plan({ collaborationIds: ids })).toMatchObject({ planned: 1 })
  const { rows, totals } = await call.payouts.list({ campaignId })
  expect(rows.map(({ amount, dueOn }) => [amount.amountMinor, dueOn])).toEqual([
    [140_000, '2026-11-01'],
    [60_000, '2027-01-10'],
    [100_000, '2027-02-10'],
  ])
  expect(totals[0]?.plannedMinor).toBe(300_000)
})

test('a selection is recorded as paid once, and a payment is only changed by undoing it', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  const { id: first } = await call.payouts.create({ collaborationId: ana, description: 'Fee', amount: euros(100), dueOn: '2026-11-20' })
  const { id: second } = await call.payouts.create({ collaborationId: bo, description: 'Fee', amount: euros(50) })
  await call.payouts.record({ ids: [first], paidOn: '2026-11-19' })
  const { entryId, ...counts } = await call.payouts.record({
    ids: [first, second],
    paidOn: '2026-11-21',
    method: 'PayPal',
    reference: 'P-7',
  })
  expect(counts).toEqual({ paid: 1, alreadyPaid: 1 })
  const paid = (await call.payouts.list({ campaignId, status: 'paid' })).rows
  expect(paid.map(({ id, paidOn, method, timing }) => [id, paidOn, method, timing])).toEqual([
    [first, '2026-11-19', 'bank transfer', 'paid'],
    [second, '2026-11-21', 'PayPal', 'paid'],
  ])
  await expect(call.payouts.update({ id: second, changes: { notes: 'x' } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Undo the payment'),
  })
  await expect(call.payouts.cancel({ ids: [second] })).rejects.toMatchObject({ code: 'CONFLICT' })
  await call.workspace.undo({ entryId: entryId ?? undefined })
  await call.payouts.update({ id: second, changes: { amount: euros(55), invoiceNumber: 'R-1' } })
  expect(await call.payouts.update({ id: second, changes: { amount: euros(55) } })).toEqual({ entryId: null })
  await call.payouts.cancel({ ids: [second] })
  await expect(call.payouts.record({ ids: [second], paidOn: '2026-11-21' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Bo is cancelled'),
  })
  expect((await call.payouts.list({ campaignId })).totals).toEqual([
    { currency: 'EUR', plannedMinor: 0, paidMinor: 10_000, overdueMinor: 0 },
  ])
})

test('timing follows from the day, and totals are kept apart by currency', async () => {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = ''],
    creatorIds,
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29', null]
  for (const dueOn of days) await call.payouts.create({ collaborationId: ana, description: 'Fee', amount: euros(10), dueOn })
  await call.payouts.create({ collaborationId: bo, description: 'Fee', amount: { amountMinor: 700, currency: 'USD' }, dueOn: '2026-11-01' })
  const { rows, totals } = await call.payouts.list({ campaignId })
  expect(rows.filter(({ creatorName }) => creatorName === 'Ana').map(({ timing }) => timing)).toEqual([
    'overdue',
    'today',
    'next seven days',
    'next seven days',
    'later',
    'no date',
  ])
  expect(totals).toEqual([
    { currency: 'EUR', plannedMinor: 6_000, paidMinor: 0, overdueMinor: 1_000 },
    { currency: 'USD', plannedMinor: 700, paidMinor: 0, overdueMinor: 700 },
  ])
  expect((await call.payouts.list({ creatorId: creatorIds[1] })).rows).toHaveLength(1)
  expect((await call.payouts.list({ collaborationId: ana, dueBy: '2026-11-22' })).rows).toHaveLength(3)
})

test('amounts that make no sense are refused', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana'])
  await expect(call.payouts.create({ collaborationId: ana, description: 'Fee', amount: euros(0) })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  })
  await expect(
    call.payouts.create({ collaborationId: ana, description: 'Fee', amount: { amountMinor: 10.5, currency: 'EUR' } }),
  ).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await call.campaigns.updateCollaborations({ ids: [ana], changes: { compensation: { model: 'flat fee', fee: euros(500) } } })
  await expect(
    call.payouts.create({ collaborationId: ana, description: 'Fee', amount: { amountMinor: 1_000, currency: 'USD' } }),
  ).rejects.toMatchObject({ code: 'MONEY_MISMATCH' })
})
