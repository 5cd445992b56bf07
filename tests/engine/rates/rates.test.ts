import { expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { campaignWith, euros } from '../campaigns/setup.ts'

const dollars = (amount: number) => ({ amountMinor: amount * 100, currency: 'USD' })

async function addCreator(call: TestWorkspace['call'], name: string, values: Record<string, number>, platform = 'instagram') {
  return (await call.creators.create({ name, accounts: [{ platform, handle: name.replaceAll(' ', '.'), values }] })).id
}

/** Five creators of the micro tier on Instagram, each with one reel agreed at 100, 200, 300, 400 and 500 euros. */
async function fiveDeals(workspace: TestWorkspace) {
  const { call } = workspace
  const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva']
  const { ids, creatorIds, campaignId } = await campaignWith(workspace, names, { startsOn: '2026-03-01' }, { followers: 20_000 })
  for (const [at, id] of ids.entries()) {
    const compensation = { model: 'flat fee', fee: euros(100 * (at + 1)) } as const
    await call.campaigns.updateCollaborations({ ids: [id], changes: { compensation, stage: 'agreed' } })
    await call.deliverables.create({ collaborationId: id, platform: 'instagram', format: 'reel', title: 'Reel' })
  }
  return { ids, creatorIds, campaignId }
}

test('a suggestion opens into its steps, and stays in dollars while nobody gave an exchange rate', async () => {
  const { call } = await testWorkspace()
  const creatorId = await addCreator(call, 'Ana', { followers: 31_623, statedEngagementBp: 350 })
  const suggestion = await call.rates.suggest({ creatorId, isB2b: true })
  expect(suggestion).toMatchObject({
    creatorName: 'Ana',
    platform: 'instagram',
    setId: 'S1',
    tier: 'micro',
    basis: 'benchmark',
    engagementBasis: 'stated',
    low: dollars(625),
    suggested: { amountMinor: 343_806, currency: 'USD' },
    high: dollars(6_250),
    missing: [{ about: 'exchange rate' }],
    deals: { needed: 5, found: 0, isUsed: false, rows: [] },
  })
  expect(suggestion.steps.map(({ id }) => id)).toEqual(['followers', 'engagement', 'platform:instagram', 'b2b', 'usage:organic'])
  expect((await call.rates.suggest({ creatorId, usdRate: '0.5' })).high).toEqual(euros(2_500))
  expect((await call.rates.suggest({ creatorId, setId: 'S0', currency: 'USD' })).high).toEqual(dollars(2_000))
})

test('what is not known is null with its reason, never 0', async () => {
  const { call } = await testWorkspace()
  const unknown = { low: null, suggested: null, high: null, basis: 'not known', steps: [] }
  const without = (await call.creators.create({ name: 'Nobody' })).id
  expect(await call.rates.suggest({ creatorId: without })).toMatchObject({ ...unknown, platform: null, missing: [{ about: 'followers' }] })
  const bare = await addCreator(call, 'Bare', {})
  expect(await call.rates.suggest({ creatorId: bare })).toMatchObject({ ...unknown, followers: null, missing: [{ about: 'followers' }] })
  const ana = await addCreator(call, 'Ana', { followers: 5_000, statedEngagementBp: 500 })
  expect(await call.rates.suggest({ creatorId: ana, setId: 'S4' })).toMatchObject({
    ...unknown,
    tier: 'nano',
    missing: [{ about: 'price' }],
  })
  await expect(call.rates.suggest({ creatorId: ana, setId: 'S9' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.rates.suggest({ creatorId: ana, platform: 'tiktok' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.rates.suggest({ creatorId: ana, usdRate: '-1' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.rates.suggest({ creatorId: ana, factorsBp: { b2b: 0 } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('five own deals of the same kind replace the benchmark, and are listed with campaign and day', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { ids, creatorIds, campaignId } = await fiveDeals(workspace)
  const creatorId = creatorIds[0] ?? ''
  const suggestion = await call.rates.suggest({ creatorId, format: 'Reel', isRush: true })
  expect(suggestion).toMatchObject({
    basis: 'own deals',
    format: 'reel',
    low: euros(250),
    suggested: euros(375),
    high: euros(500),
    missing: [],
  })
  expect(suggestion.deals).toMatchObject({ found: 5, isUsed: true })
  expect(suggestion.deals.rows[0]).toMatchObject({ campaignId, campaignName: 'Herbstlese', on: '2026-03-01' })

  const others = [
    { creatorId, format: 'reel', currency: 'USD' },
    { creatorId, format: 'story' },
    { creatorId, format: 'reel', off: ['deals'] },
    { creatorId: await addCreator(call, 'Small', { followers: 2_000 }), format: 'reel' },
    { creatorId: await addCreator(call, 'Moving', { followers: 20_000 }, 'tiktok'), format: 'reel' },
  ]
  for (const other of others) expect(await call.rates.suggest(other)).toMatchObject({ basis: 'benchmark', deals: { isUsed: false } })

  await call.campaigns.updateCollaborations({ ids: ids.slice(0, 1), changes: { stage: 'declined' } })
  const four = await call.rates.suggest({ creatorId, format: 'reel' })
  expect(four).toMatchObject({ basis: 'benchmark', deals: { found: 4, isUsed: false } })
  expect(four.notes.join(' ')).toContain('4 of 5')
  const { dealsNeeded: _, ...rest } = (await call.workspace.settings({})).rateCard
  await call.workspace.updateSettings({ changes: { rateCard: { ...rest, dealsNeeded: 4 } } })
  expect(await call.rates.suggest({ creatorId, format: 'reel' })).toMatchObject({ basis: 'own deals', suggested: euros(350) })
})

test('posts of another format or number leave a flat fee out, or share it', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { ids, creatorIds } = await fiveDeals(workspace)
  await call.deliverables.create({ collaborationId: ids[0] ?? '', platform: 'instagram', format: 'story', title: 'Story' })
  await call.deliverables.create({ collaborationId: ids[4] ?? '', platform: 'instagram', format: 'reel', title: 'Second reel' })
  const { deals } = await call.rates.suggest({ creatorId: creatorIds[0] ?? '', format: 'reel' })
  expect(deals.rows.map(({ pricePerPost }) => pricePerPost.amountMinor).toSorted((a, b) => a - b)).toEqual([20_000, 25_000, 30_000, 40_000])
})

test('the agency’s factors are kept with the workspace, named as its own, and can be undone; unknown ones are refused', async () => {
  const { call } = await testWorkspace()
  const creatorId = await addCreator(call, 'Ana', { followers: 31_623 })
  const rateCard = { factorsBp: { 'platform:instagram': 12_000 }, dealsNeeded: 5 }
  const { entryId } = await call.workspace.updateSettings({ changes: { rateCard } })
  const [edited] = (await call.rates.suggest({ creatorId })).modifiers
  expect(edited).toMatchObject({
    id: 'platform:instagram',
    factorBp: 12_000,
    shippedBp: 10_000,
    isEdited: true,
    source: { kind: 'agency' },
  })
  expect((await call.rates.suggest({ creatorId })).suggested).toEqual(dollars(3_300))
  expect((await call.rates.suggest({ creatorId, factorsBp: { 'platform:instagram': 11_000 } })).suggested).toEqual(dollars(3_025))
  expect((await call.rates.suggest({ creatorId, off: ['platform:instagram'] })).suggested).toEqual(dollars(2_750))
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect((await call.rates.suggest({ creatorId })).suggested).toEqual(dollars(2_750))
  const changes = { rateCard: { factorsBp: { charm: 12_000 }, dealsNeeded: 5 } }
  await expect(call.workspace.updateSettings({ changes })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('charm'),
  })
})

test('500 asked, 350 countered, with the range, the walk-away and what longer terms buy', async () => {
  const { call } = await testWorkspace()
  const creatorId = await addCreator(call, 'Ana', { followers: 5_000 })
  const { suggestion, negotiation } = await call.rates.negotiate({ creatorId, currency: 'USD', ask: dollars(500) })
  expect(suggestion.suggested).toEqual({ amountMinor: 37_960, currency: 'USD' })
  expect(negotiation).toMatchObject({
    askLies: 'within the range',
    counter: dollars(350),
    counterLooksStingy: false,
    walkAway: dollars(500),
  })
  expect(negotiation.longerTerms).toMatchObject([
    { posts: 6, months: 3, perPost: { amountMinor: 32_456 } },
    { posts: 12, months: 12, perPost: { amountMinor: 29_039 } },
  ])
  const discounted = await call.rates.negotiate({ creatorId, currency: 'USD', ask: dollars(500), posts: 6, months: 12 })
  expect(discounted.negotiation.longerTerms).toEqual(negotiation.longerTerms)
  const inEuros = await call.rates.negotiate({ creatorId, ask: euros(500) })
  expect(inEuros.negotiation).toMatchObject({ counter: euros(350), askLies: null, walkAway: null, notes: [expect.stringContaining('USD')] })
})

test('a price too large to be counted is refused with a sentence, not a failure', async () => {
  const { call } = await testWorkspace()
  const creatorId = await addCreator(call, 'Ana', { followers: 20_000 })
  const slips = [
    { usdRate: '999999.999999', exclusivityMonths: 120 },
    {
      exclusivityMonths: 120,
      usage: 'paid' as const,
      usageMonths: 120,
      factorsBp: { exclusivity: 100_000, 'usage:paid': 100_000, 'platform:instagram': 100_000 },
    },
  ]
  for (const slip of slips) {
    const refused = { code: 'BAD_INPUT', message: expect.stringContaining('too large') }
    await expect(call.rates.suggest({ creatorId, ...slip })).rejects.toMatchObject(refused)
    await expect(call.rates.negotiate({ creatorId, ...slip, ask: euros(100) })).rejects.toMatchObject(refused)
  }
})
