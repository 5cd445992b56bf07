import { describe, expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { campaignWith, euros } from '../campaigns/setup.ts'

type Call = TestWorkspace['call']
type Compensation = NonNullable<NonNullable<Parameters<Call['campaigns']['updateCollaborations']>[0]['changes']['compensation']>>
type Result = Omit<Parameters<Call['measurement']['addResult']>[0], 'collaborationId'>

/** One creator under these terms with these results; answers with the sheet's only row. */
async function sheetWith(compensation: Compensation, results: Result | null) {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana'], { startsOn: '2026-11-01', endsOn: '2026-11-30' })
  await call.campaigns.updateCollaborations({ ids: [ana], changes: { compensation } })
  if (results) await call.measurement.addResult({ collaborationId: ana, ...results })
  const {
    rows: [row],
    total,
  } = await call.measurement.roi({ campaignId })
  expect(row?.measures).toEqual(total)
  return row
}

describe('compensation, facts.md §4', () => {
  const cases: [name: string, terms: Compensation, results: Result | null, parts: Record<string, number | null>, spend: number][] = [
    [
      'flat fee: 500 for one post',
      { model: 'flat fee', fee: euros(500) },
      null,
      { feesMinor: 50_000, commissionMinor: null, productMinor: null },
      500,
    ],
    ['per post: 4 posts at 400', { model: 'per post', posts: 4, pricePerPost: euros(400) }, null, { feesMinor: 160_000 }, 1_600],
    [
      'performance bonus: 300 plus 50 for every full 1,000 of 2,500 sales',
      { model: 'performance bonus', base: euros(300), bonus: euros(50), everySales: 1_000 },
      { conversions: 2_500 },
      { feesMinor: 30_000, commissionMinor: 10_000 },
      400,
    ],
    [
      'product exchange: products worth 200',
      { model: 'gifting', productValue: euros(200) },
      null,
      { feesMinor: 0, productMinor: 20_000 },
      200,
    ],
    [
      'commission: 10 % of 3,210.55',
      { model: 'commission', rateBp: 1_000 },
      { revenueMinor: 321_055 },
      { feesMinor: 0, commissionMinor: 32_106 },
      321.06,
    ],
    [
      'flat plus commission: 200 plus 5 % of 5,000',
      { model: 'flat plus commission', fee: euros(200), rateBp: 500 },
      { revenueMinor: 500_000 },
      { feesMinor: 20_000, commissionMinor: 25_000 },
      450,
    ],
    [
      'revenue share: 30 % of 99.00 for 5 customers',
      { model: 'revenue share', rateBp: 3_000, pricePerMonth: euros(99) },
      { conversions: 5 },
      { commissionMinor: 14_850 },
      148.5,
    ],
    [
      'retainer plus commission: 1,000 plus 3 % of 12,000',
      { model: 'retainer plus commission', retainerPerMonth: euros(1_000), rateBp: 300 },
      { revenueMinor: 1_200_000 },
      { feesMinor: 100_000, commissionMinor: 36_000 },
      1_360,
    ],
  ]
  test.each(cases)('%s', async (_, terms, results, parts, spend) => {
    const row = await sheetWith(terms, results)
    expect(row?.spendParts).toMatchObject(parts)
    expect(row?.measures.spend).toEqual(euros(spend))
  })

  test('ambassador ladder: the step of the creator’s followers for each post', async () => {
    const workspace = await testWorkspace()
    const { call } = workspace
    const {
      campaignId,
      ids: [ana = ''],
    } = await campaignWith(workspace, ['Ana'])
    const rung = { highestPricePerPost: null, productValue: null, discountBp: null }
    const rungs = [
      { ...rung, label: 'Tier 1', from: 1_000, to: 5_000, pricePerPost: euros(100), productValue: euros(80) },
      { ...rung, label: 'Tier 2', from: 5_000, to: 50_000, pricePerPost: euros(500), highestPricePerPost: euros(1_000), discountBp: 2_000 },
    ]
    await call.campaigns.updateCollaborations({ ids: [ana], changes: { compensation: { model: 'ambassador ladder', rungs } } })
    await call.deliverables.create({ collaborationId: ana, platform: 'instagram', format: 'reel', title: 'Reel' })
    expect((await call.measurement.roi({ campaignId })).spendParts).toMatchObject({ feesMinor: 50_000, commissionMinor: null })
  })
})

describe('measures, facts.md §5', () => {
  test('500 → 1,000 is a ROAS of 2.0, healthy', async () => {
    const row = await sheetWith({ model: 'flat fee', fee: euros(500) }, { revenueMinor: 100_000 })
    expect(row?.measures).toMatchObject({ roasHundredths: 200, roasVerdict: 'healthy', roiBp: 10_000, profit: euros(500) })
  })
  test('8,000 → 28,000 is a ROAS of 3.5, excellent; 8,000 for 820 purchases is a CPA of 9.76', async () => {
    const row = await sheetWith({ model: 'flat fee', fee: euros(8_000) }, { revenueMinor: 2_800_000, conversions: 820 })
    expect(row?.measures).toMatchObject({ roasHundredths: 350, roasVerdict: 'excellent', cpa: euros(9.76) })
  })
  test('12,000 for 847 leads is a CPL of 14.17', async () => {
    expect((await sheetWith({ model: 'flat fee', fee: euros(12_000) }, { leads: 847 }))?.measures.cpl).toEqual(euros(14.17))
  })
  test('982 % ROI is a ROAS of 10.82', async () => {
    const row = await sheetWith({ model: 'flat fee', fee: euros(1_000) }, { revenueMinor: 1_082_000 })
    expect(row?.measures).toMatchObject({ roiBp: 98_200, roasHundredths: 1_082 })
  })
  test('500 interactions on a reach of 10,000 are 5 % by reach', async () => {
    const row = await sheetWith(
      { model: 'flat fee', fee: euros(100) },
      { likes: 400, comments: 60, shares: 25, saves: 15, reach: 10_000, impressions: 20_000, clicks: 300, conversions: 12 },
    )
    expect(row?.measures).toMatchObject({
      interactions: 500,
      engagementByReachBp: 500,
      ctrBp: 150,
      conversionRateBp: 400,
      cpm: euros(5),
      cpc: euros(0.33),
      cpe: euros(0.2),
    })
  })
  test('500 interactions on 5,000 followers are 10 % by followers', async () => {
    const workspace = await testWorkspace()
    const { campaignId } = await campaignWith(workspace, ['Ana'], {}, { followers: 5_000, likes: 450, comments: 50 })
    expect((await workspace.call.campaigns.show({ id: campaignId })).collaborations[0]?.engagementRateBp).toBe(1_000)
  })
  test('nothing is divided by zero, and what was never entered is not 0', async () => {
    const row = await sheetWith({ model: 'flat fee', fee: euros(0) }, { clicks: 0, impressions: 0, revenueMinor: 0 })
    expect(row?.measures).toMatchObject({
      spend: euros(0),
      revenue: euros(0),
      roasHundredths: null,
      roasVerdict: null,
      roiBp: null,
      ctrBp: null,
      cpc: null,
      cpm: null,
      conversions: null,
      interactions: null,
    })
    const pending = await sheetWith({ model: 'commission', rateBp: 1_000 }, null)
    expect(pending?.spendParts).toMatchObject({ feesMinor: 0, commissionMinor: null })
    expect(pending?.measures).toMatchObject({ revenue: null, profit: null, roasHundredths: null })
  })
})
