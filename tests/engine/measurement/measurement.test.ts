import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'
import { campaignWith, euros } from '../campaigns/setup.ts'

const orderedAt = '2026-11-20T12:00:00Z'
const gone = '01900000-0000-7000-8000-000000000000'

test('an order finds its creator by the discount code in any case; refunds lower the revenue', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: { discountCode: 'ANA10', compensation: { model: 'commission', rateBp: 1_000 } },
  })
  const first = await call.measurement.addOrder({ campaignId, number: '1001', orderedAt, discountCode: ' ana10 ', total: euros(80) })
  expect(first.collaborationId).toBe(ana)
  const second = await call.measurement.addOrder({
    campaignId,
    number: '1002',
    orderedAt,
    discountCode: 'ANA10',
    total: euros(50),
    refundedMinor: 1_000,
  })
  expect(
    (await call.measurement.addOrder({ campaignId, number: '1003', orderedAt, discountCode: 'SOMEBODY', total: euros(20) }))
      .collaborationId,
  ).toBeNull()
  await call.measurement.addOrder({ campaignId, number: '1004', orderedAt, collaborationId: ana, total: euros(30), refundedMinor: 3_000 })
  const roi = await call.measurement.roi({ campaignId })
  expect(roi.rows[0]).toMatchObject({
    creatorName: 'Ana',
    orders: 3,
    resultCount: 3,
    measures: { revenue: euros(120), conversions: 2 },
    spendParts: { commissionMinor: 1_200 },
  })
  expect(roi).toMatchObject({ unassignedRevenueMinor: 2_000, total: { revenue: euros(140), conversions: 3 } })
  await call.measurement.updateOrder({ id: second.id, changes: { refundedMinor: 5_000 } })
  expect((await call.measurement.roi({ campaignId })).rows[0]?.measures).toMatchObject({ revenue: euros(80), conversions: 1 })
  await expect(call.measurement.updateOrder({ id: second.id, changes: { refundedMinor: 5_001 } })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  })
  expect((await call.measurement.orders({ collaborationId: ana })).map(({ number }) => number).toSorted()).toEqual(['1001', '1002', '1004'])
})

test('the same order twice changes nothing, another one with its number is a conflict', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { campaignId } = await campaignWith(workspace, ['Ana'])
  const order = { campaignId, number: '1001', orderedAt, total: euros(80) }
  const { id } = await call.measurement.addOrder(order)
  expect(await call.measurement.addOrder(order)).toEqual({ id, collaborationId: null, entryId: null })
  await expect(call.measurement.addOrder({ ...order, total: euros(81) })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.measurement.addOrder({ ...order, number: '2', total: euros(-1) })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.measurement.addOrder({ ...order, number: '2', refundedMinor: 8_001 })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await call.measurement.removeOrders({ ids: [id] })
  await expect(call.measurement.removeOrders({ ids: [id] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await call.measurement.orders({ campaignId })).toEqual([])
})

test('results by hand are added to what the orders show; expenses to what the terms say', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'], { budgetMinor: 900_000 })
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: { compensation: { model: 'gifting', productValue: euros(200) }, trackingLink: 'https://tee.example/a', notes: 'Kind' },
  })
  await call.measurement.addOrder({ campaignId, collaborationId: ana, number: '1', orderedAt, total: euros(300) })
  await call.measurement.addResult({
    collaborationId: ana,
    revenueMinor: 10_000,
    conversions: 4,
    likes: 90,
    notes: 'Many asked where to buy',
  })
  await call.measurement.addExpense({ campaignId, collaborationId: ana, kind: 'shipping', amount: euros(12.5) })
  await call.measurement.addExpense({ campaignId, collaborationId: ana, kind: 'product', amount: euros(20) })
  await call.measurement.addExpense({ campaignId, kind: 'internal time', amount: euros(100), description: 'Two hours' })
  await call.measurement.addExpense({ campaignId, kind: 'other', amount: euros(7) })
  await call.payouts.create({ collaborationId: bo, description: 'Idea', amount: euros(40) })
  const roi = await call.measurement.roi({ campaignId })
  expect(roi.rows[0]).toMatchObject({
    trackingLink: 'https://tee.example/a',
    contentStatus: 'nothing planned',
    notes: 'Kind',
    orders: 1,
    resultCount: 2,
    spendParts: {
      feesMinor: 0,
      commissionMinor: null,
      productMinor: 22_000,
      shippingMinor: 1_250,
      internalTimeMinor: null,
      otherMinor: null,
    },
    measures: { revenue: euros(400), conversions: 5, spend: euros(232.5), interactions: 90, reach: null },
  })
  expect(roi.rows[1]).toMatchObject({ creatorName: 'Bo', spendParts: { feesMinor: 4_000 }, measures: { revenue: null, spend: euros(40) } })
  expect(roi).toMatchObject({
    budgetMinor: 900_000,
    spendParts: { feesMinor: 4_000, productMinor: 22_000, shippingMinor: 1_250, internalTimeMinor: 10_000, otherMinor: 700 },
    total: { spend: euros(379.5) },
  })
  await call.campaigns.updateCollaborations({ ids: [ana], changes: { notes: null } })
  expect((await call.measurement.roi({ campaignId })).rows[0]?.notes).toBe('Many asked where to buy')
  const shipping = (await call.measurement.expenses({ collaborationId: ana })).find(({ kind }) => kind === 'shipping')
  await call.measurement.removeExpenses({ ids: [shipping?.id ?? ''] })
  expect((await call.measurement.roi({ campaignId })).spendParts.shippingMinor).toBeNull()
  expect((await call.measurement.expenses({ campaignId })).map(({ creatorName, kind }) => `${kind}: ${creatorName}`).toSorted()).toEqual([
    'internal time: null',
    'other: null',
    'product: Ana',
  ])
})

test('what is in another currency is never mixed in, but listed', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana'])
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: { compensation: { model: 'flat plus commission', fee: { amountMinor: 30_000, currency: 'USD' }, rateBp: 1_000 } },
  })
  await call.measurement.addOrder({ campaignId, collaborationId: ana, number: '1', orderedAt, total: euros(100) })
  await call.measurement.addOrder({
    campaignId,
    collaborationId: ana,
    number: '2',
    orderedAt,
    total: { amountMinor: 5_000, currency: 'USD' },
  })
  await call.measurement.addResult({ collaborationId: ana, revenueMinor: 900, currency: 'CHF', clicks: 10 })
  await call.measurement.addExpense({ campaignId, kind: 'other', amount: { amountMinor: 100, currency: 'GBP' } })
  const roi = await call.measurement.roi({ campaignId })
  expect(roi.rows[0]).toMatchObject({
    spendParts: { feesMinor: null, commissionMinor: 1_000 },
    measures: { revenue: euros(100), clicks: 10 },
  })
  expect(roi.otherCurrencies).toEqual([
    { currency: 'CHF', spendMinor: 0, revenueMinor: 900 },
    { currency: 'GBP', spendMinor: 100, revenueMinor: 0 },
    { currency: 'USD', spendMinor: 30_000, revenueMinor: 5_000 },
  ])
})

test('fees are what was agreed, whatever was paid so far; who declined costs what was planned or paid', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = '', cem = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo', 'Cem'])
  await call.campaigns.updateCollaborations({ ids: [ana, bo, cem], changes: { compensation: { model: 'flat fee', fee: euros(500) } } })
  await call.payouts.create({ collaborationId: ana, description: 'Half', amount: euros(250) })
  const { id: kept } = await call.payouts.create({ collaborationId: bo, description: 'For the draft', amount: euros(80) })
  const { id: dropped } = await call.payouts.create({ collaborationId: bo, description: 'Rest', amount: euros(420) })
  await call.payouts.record({ ids: [kept], paidOn: '2026-11-20' })
  await call.payouts.cancel({ ids: [dropped] })
  await call.campaigns.updateCollaborations({ ids: [bo, cem], changes: { stage: 'declined' } })
  const roi = await call.measurement.roi({ campaignId })
  expect(roi.rows.map(({ creatorName, spendParts }) => [creatorName, spendParts.feesMinor])).toEqual([
    ['Ana', 50_000],
    ['Bo', 8_000],
  ])
  expect(roi.spendParts.feesMinor).toBe(58_000)
})

test('an open retainer costs the months that have begun', async () => {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const { call } = workspace
  const { campaignId, ids } = await campaignWith(workspace, ['Ana'], { startsOn: '2026-09-01', endsOn: '2027-08-31' })
  await call.campaigns.updateCollaborations({
    ids,
    changes: { compensation: { model: 'retainer plus commission', retainerPerMonth: euros(1_000), rateBp: 300 } },
  })
  expect((await call.measurement.roi({ campaignId })).spendParts.feesMinor).toBe(300_000)
  expect((await call.campaigns.show({ id: campaignId })).committedMinor).toBe(1_200_000)
})

test('the overview says the same as each campaign’s own sheet', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const one = await campaignWith(workspace, ['Ana'])
  const { id: empty } = await call.campaigns.create({ clientId: (await call.clients.list({}))[0]?.id ?? '', name: 'Winter' })
  await call.campaigns.updateCollaborations({ ids: one.ids, changes: { compensation: { model: 'flat fee', fee: euros(500) } } })
  await call.measurement.addResult({ collaborationId: one.ids[0] ?? '', revenueMinor: 150_000, clicks: 40 })
  const overview = await call.measurement.overview({})
  expect(overview).toHaveLength(2)
  for (const id of [one.campaignId, empty]) {
    const { rows: _, ...sheet } = await call.measurement.roi({ campaignId: id })
    expect(overview.find(({ campaignId }) => campaignId === id)).toEqual({ ...sheet, status: 'draft' })
  }
  expect(overview.find(({ campaignId }) => campaignId === empty)?.total).toMatchObject({ spend: null, revenue: null, roasHundredths: null })
})

test('a result is corrected and taken out, and one without figures is refused', async () => {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  const { id: post } = await call.deliverables.create({ collaborationId: bo, platform: 'x', format: 'post', title: 'Post' })
  await expect(call.measurement.addResult({ collaborationId: ana })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.measurement.addResult({ collaborationId: ana, deliverableId: post, clicks: 1 })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  })
  await expect(call.measurement.addResult({ collaborationId: gone, clicks: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.measurement.addResult({ collaborationId: ana, clicks: -1 })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const { id } = await call.measurement.addResult({ collaborationId: bo, deliverableId: post, clicks: 7, views: 100 })
  await call.measurement.updateResult({ id, changes: { clicks: null, revenueMinor: 500 } })
  expect(await call.measurement.updateResult({ id, changes: { revenueMinor: 500 } })).toEqual({ entryId: null })
  expect(await call.measurement.results({ campaignId })).toMatchObject([
    { id, creatorName: 'Bo', recordedOn: '2026-11-21', currency: 'EUR', clicks: null, views: 100, revenueMinor: 500, deliverableId: post },
  ])
  await call.measurement.removeResults({ ids: [id] })
  await expect(call.measurement.updateResult({ id, changes: { clicks: 1 } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.measurement.addExpense({ campaignId, kind: 'other', amount: euros(0) })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})
