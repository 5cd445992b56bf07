import { expect, test } from 'vitest'
import { agencyWithDraft, signByBoth } from '#tests/engine/contracts/setup.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

type Call = TestWorkspace['call']

async function roster() {
  const workspace = await testWorkspace()
  const { call } = workspace
  const add = async (name: string, followers: number | null = 5000, platform = 'instagram', rest = {}) => {
    const handle = name.toLowerCase().replaceAll(/\W+/g, '.')
    const values = followers === null ? {} : { followers, avgLikes: followers / 20, avgComments: 10 }
    return (await call.creators.create({ name, niches: ['tea'], accounts: [{ platform, handle, values }], ...rest })).id
  }
  return { ...workspace, add }
}

const reasons = ({ leftOut }: Awaited<ReturnType<Call['match']['find']>>) =>
  Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count]))
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test('a tier mix has its places filled by the best of each tier; others are reserves, and other tiers are left out', async () => {
  const { call, add } = await roster()
  for (const name of ['Nano one', 'Nano two', 'Nano three']) await add(name, 5000)
  await add('Micro one', 20_000)
  await add('Mid one', 200_000)
  await add('Unknown', null)
  const found = await call.match.find({
    words: ['tea'],
    tiers: [
      { tier: 'nano', count: 2 },
      { tier: 'micro', count: 2 },
    ],
  })
  expect(found.slots).toEqual([
    { tier: 'nano', filled: 2, of: 2 },
    { tier: 'micro', filled: 1, of: 2 },
  ])
  expect(found.rows.filter(({ slot }) => slot !== null)).toHaveLength(3)
  expect(namesOf(found.rows.filter(({ slot }) => slot === null)).toSorted()).toEqual(expect.arrayContaining(['Unknown']))
  expect(reasons(found)).toEqual({ tier: 1 })
  expect(found.notes.join(' ')).toContain('The followers of 1 of these 5 are not known')
})

test('places are filled even by those far behind the first of the list', async () => {
  const { call, add } = await roster()
  for (let at = 0; at < 6; at++) await add(`Nano ${at}`, 5000, 'instagram', { niches: ['tea', 'coffee'] })
  await add('Micro late', 20_000)
  const found = await call.match.find({
    words: ['tea', 'coffee'],
    tiers: [
      { tier: 'nano', count: 1 },
      { tier: 'micro', count: 1 },
    ],
    top: 2,
  })
  expect(found.rows.at(-1)).toMatchObject({ name: 'Micro late', rank: 7, slot: { tier: 'micro', number: 1, of: 1 } })
  expect(found.rows).toHaveLength(3)
})

test('who is archived, not to be contacted, under the floor, elsewhere or in the campaign already is left out, and counted', async () => {
  const { call, add } = await roster()
  await add('Ana')
  await call.creators.setArchived({ ids: [await add('Archived')], archived: true })
  await add('Silent', 5000, 'instagram', { doNotContact: true })
  await add('Tiktoker', 5000, 'tiktok')
  const { id: dull } = await call.creators.create({
    name: 'Dull',
    niches: ['tea'],
    accounts: [{ platform: 'instagram', handle: 'dull', values: { followers: 5000, avgLikes: 5, avgComments: 0 } }],
  })
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const { id: campaignId } = await call.campaigns.create({ name: 'Spring', clientId })
  await call.campaigns.addCreators({ id: campaignId, creatorIds: [await add('Working')] })
  const found = await call.match.find({ words: ['tea'], platforms: ['Instagram'], minEngagementBp: 100, campaignId })
  expect(namesOf(found.rows)).toEqual(['Ana'])
  expect(reasons(found)).toEqual({ archived: 1, 'do not contact': 1, 'in the campaign': 1, engagement: 1, platform: 1 })
  expect([found.creators, found.fitting]).toEqual([6, 1])
  await call.creators.setArchived({ ids: [dull], archived: true })
  expect(reasons(await call.match.find({ words: ['tea'], platforms: ['Instagram'], minEngagementBp: 100, campaignId }))).toMatchObject({
    archived: 2,
  })
})

test('who worked for an excluded brand is left out with the reason: by history, by a post, by past work', async () => {
  const { call, add, engine } = await roster()
  const [history, post, work] = [await add('History'), await add('Post'), await add('Work')]
  await add('Free')
  const { id: clientId } = await call.clients.create({ name: 'Lumière Skin GmbH' })
  const { id: campaignId } = await call.campaigns.create({ name: 'Glow', clientId })
  const { added } = await call.campaigns.addCreators({ id: campaignId, creatorIds: [work] })
  await call.campaigns.updateCollaborations({ ids: added, changes: { stage: 'done' } })
  const { writer } = engine.contextFor('test').workspace
  await writer.transact({ procedure: 'test', actor: 'test', summary: 'test' }, async (db) => {
    const at = '2026-11-01T00:00:00.000Z'
    const nothing = { started_on: null, ended_on: null, url: null, notes: null }
    await db
      .insertInto('brand_history')
      .values({
        id: 'history',
        creator_id: history,
        brand: 'LUMIERE SKIN',
        kind: 'worked with',
        created_at: at,
        ...nothing,
        ended_on: '2026-05-01',
      })
      .execute()
    await db
      .insertInto('content_sample')
      .values({ id: 'post', creator_id: post, brand: 'Lumière Skin', posted_on: '2026-06-01', source: 'test', created_at: at })
      .execute()
  })
  const found = await call.match.find({ words: ['tea'], excludedBrands: ['lumière skin'] })
  expect(namesOf(found.rows)).toEqual(['Free'])
  expect(found.competitors.map(({ name, why }) => [name, why])).toEqual([
    ['History', 'Their brand history names LUMIERE SKIN (worked with until 2026-05-01).'],
    ['Post', 'A post of theirs of 2026-06-01 was for Lumière Skin.'],
    ['Work', 'They worked for Lumière Skin GmbH in your campaign Glow.'],
  ])
  expect(reasons(found)).toEqual({ competitor: 3 })
})

test('the audience on file decides between two who are otherwise alike', async () => {
  const { call, add } = await roster()
  const [there, elsewhere] = [await add('Audience there'), await add('Audience elsewhere')]
  for (const [id, bp] of [
    [there, 4200],
    [elsewhere, 300],
  ] as const) {
    const accountId = (await call.creators.show({ id })).accounts[0]?.id ?? ''
    await call.audiences.add({ accountId, shares: { country: { Germany: bp }, age: { '18-24': bp } } })
  }
  const need = { words: ['tea'], countries: [{ country: 'Deutschland', shareBp: 4000 }], age: { from: 18, to: 34, shareBp: 4000 } }
  const found = await call.match.find(need)
  expect(namesOf(found.rows)).toEqual(['Audience there', 'Audience elsewhere'])
  expect(found.rows[0]?.scores.relevance.facts.map(({ words }) => words)).toEqual([
    '1 of your 1 among their niches: tea.',
    '42 % of their audience is in Germany, you asked for 40 %.',
    'Where they live is not known.',
    '42 % of their audience is 18 to 34 years old, you asked for 40 %.',
  ])
  const alike = await call.match.like({ creatorId: there })
  expect(alike.rows[0]?.likeness.facts.map(({ id }) => id)).toContain('audience')
})

test('with all weights 0 relevance goes first whatever the rest says; nonsense is refused', async () => {
  const { call, add } = await roster()
  await add('Near', 5000, 'instagram', { niches: ['tea', 'cake'] })
  await add('Cheap', 5000, 'instagram', { email: 'cheap@example.org' })
  const weights = { relevance: 0, credibility: 0, creative: 0, operational: 0 }
  expect(namesOf((await call.match.find({ words: ['tea', 'cake'], weights })).rows)).toEqual(['Near', 'Cheap'])
  await expect(call.match.find({ age: { from: 40, to: 20 } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.match.find({ weights: { ...weights, relevance: -1 } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.match.find({ campaignId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a campaign’s need is drawn from its brief, its client’s industry and the roster’s own niches', async () => {
  const { call, add } = await roster()
  await add('Ana', 5000, 'instagram', { niches: ['tea', 'cars'], country: 'Portugal' })
  await call.clients.create({ name: 'Rival' })
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht', industry: 'Tea and coffee' })
  const { id: campaignId } = await call.campaigns.create({ name: 'Spring', clientId })
  const deliverables = [{ platform: 'instagram', format: 'reel', quantity: 2, length: null, dueOn: null }]
  await call.briefs.save({ campaignId, changes: { goal: 'Sell in Portugal', restrictions: 'No work for Rival', deliverables } })
  const { need, from } = await call.match.need({ campaignId })
  expect(need).toMatchObject({
    campaignId,
    words: ['tea'],
    platforms: ['instagram'],
    formats: ['reel'],
    excludedBrands: ['Rival'],
    countries: [{ country: 'PT', shareBp: 4000 }],
  })
  expect(from).toHaveLength(3)
})

test('exclusivity that still runs is a reason against a rival of the same kind, and said beside any other', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, creatorIds, campaignId } = workspace
  const deliverables = [{ platform: 'instagram', format: 'reel', quantity: 1, length: null, dueOn: '2026-12-01' }]
  await call.briefs.save({ campaignId, changes: { exclusivityDays: 30, deliverables } })
  await call.contracts.update({ id, fields: { 'exclusivity.category': 'oat drinks' } })
  await signByBoth(workspace, id)
  const [bound = ''] = creatorIds
  const { id: rivalId } = await call.clients.create({ name: 'Hafer & Co', industry: 'Oat drinks' })
  const { id: rivals } = await call.campaigns.create({ name: 'Rivals', clientId: rivalId })
  const { id: otherId } = await call.clients.create({ name: 'Walking', industry: 'Shoes' })
  const { id: others } = await call.campaigns.create({ name: 'Shoes', clientId: otherId })

  const against = await call.match.find({ campaignId: rivals })
  expect(against.competitors).toEqual([
    { creatorId: bound, name: 'Ana Martins', why: expect.stringMatching(/^Bound to .* until 2026-12-31: .*oat drinks/) },
  ])
  expect(against.rows.map(({ creatorId }) => creatorId)).not.toContain(bound)
  const beside = (await call.match.find({ campaignId: others })).rows.find(({ creatorId }) => creatorId === bound)
  expect(beside?.scores.operational.facts.find(({ id }) => id === 'exclusivity')?.words).toContain('until 2026-12-31')
})
