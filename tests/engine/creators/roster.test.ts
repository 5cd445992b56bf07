import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

type Call = Awaited<ReturnType<typeof testWorkspace>>['call']

interface Someone {
  name: string
  handle?: string
  platform?: string
  followers?: number | null
  likes?: number
  country?: string
  niches?: string[]
  tags?: string[]
  bio?: string
}

async function add(call: Call, { name, handle, platform = 'instagram', followers, likes, ...rest }: Someone): Promise<string> {
  const values = followers === undefined ? undefined : { followers, avgLikes: likes ?? null }
  const accounts = handle === undefined ? [] : [{ platform, handle, values }]
  return (await call.creators.create({ name, ...rest, accounts })).id
}

async function someRoster() {
  const workspace = await testWorkspace()
  const { call } = workspace
  await add(call, { name: 'Ana Pérez', handle: 'ana', followers: 5000, likes: 250, country: 'PT', niches: ['food'], tags: ['reliable'] })
  await add(call, {
    name: 'Bo Larsen',
    handle: 'bo.larsen',
    platform: 'tiktok',
    followers: 50_000,
    likes: 500,
    country: 'DK',
    niches: ['travel', 'food'],
  })
  await add(call, { name: 'Chioma Obi', handle: 'chi', followers: 500, country: 'NG', niches: ['beauty'] })
  await add(call, { name: 'Dana Wu', handle: 'danawu', platform: 'youtube', followers: null, country: 'US' })
  await add(call, { name: '김민지', handle: 'minji', followers: 250_000, country: 'KR', bio: 'Fermentation in 서울' })
  await add(call, { name: 'Ella without accounts' })
  return workspace
}

const namesOf = (page: { rows: { name: string }[] }) => page.rows.map(({ name }) => name)

test('the roster is sorted by followers, unknown ones last in both directions', async () => {
  const { call } = await someRoster()
  expect(namesOf(await call.creators.list({}))).toEqual([
    '김민지',
    'Bo Larsen',
    'Ana Pérez',
    'Chioma Obi',
    'Dana Wu',
    'Ella without accounts',
  ])
  expect(namesOf(await call.creators.list({ direction: 'ascending' }))).toEqual([
    'Chioma Obi',
    'Ana Pérez',
    'Bo Larsen',
    '김민지',
    'Dana Wu',
    'Ella without accounts',
  ])
  expect(namesOf(await call.creators.list({ sort: 'name' })).slice(0, 3)).toEqual(['Ana Pérez', 'Bo Larsen', 'Chioma Obi'])
  expect(namesOf(await call.creators.list({ sort: 'engagement' })).slice(0, 2)).toEqual(['Ana Pérez', 'Bo Larsen'])
  expect(namesOf(await call.creators.list({ sort: 'updated' }))[0]).toBe('Ella without accounts')
})

test('a row says what is known and nothing else', async () => {
  const { call } = await someRoster()
  const { rows } = await call.creators.list({ sort: 'name' })
  expect(rows.find(({ name }) => name === 'Ana Pérez')).toMatchObject({
    handle: 'ana',
    platform: 'instagram',
    url: 'https://www.instagram.com/ana/',
    followers: 5000,
    tier: 'nano',
    engagementRateBp: 500,
    engagementBasis: 'computed',
    country: 'PT',
    niches: ['food'],
    tags: ['reliable'],
    stage: 'new',
    doNotContact: false,
    accountCount: 1,
    followerTrend: [5000],
  })
  expect(rows.find(({ name }) => name === 'Dana Wu')).toMatchObject({
    followers: null,
    tier: null,
    engagementRateBp: null,
    engagementBasis: null,
    followerTrend: [],
  })
  expect(rows.find(({ name }) => name === 'Ella without accounts')).toMatchObject({
    handle: null,
    platform: null,
    url: null,
    accountCount: 0,
  })
})

describe('filters', () => {
  test.each([
    ['one tier', { tiers: ['nano'] }, ['Ana Pérez']],
    ['below the lowest band', { tiers: ['below nano'] }, ['Chioma Obi']],
    ['several tiers', { tiers: ['micro', 'mid'] }, ['김민지', 'Bo Larsen']],
    ['platforms', { platforms: ['tiktok', 'youtube'] }, ['Bo Larsen', 'Dana Wu']],
    ['a platform nobody is on', { platforms: ['threads'] }, []],
    ['niches', { niches: ['food', 'beauty'] }, ['Bo Larsen', 'Ana Pérez', 'Chioma Obi']],
    ['tags', { tags: ['reliable'] }, ['Ana Pérez']],
    ['countries', { countries: ['PT', 'NG'] }, ['Ana Pérez', 'Chioma Obi']],
    ['least followers', { minFollowers: 5000 }, ['김민지', 'Bo Larsen', 'Ana Pérez']],
    ['most followers', { maxFollowers: 5000 }, ['Ana Pérez', 'Chioma Obi']],
    ['least engagement', { minEngagementBp: 101 }, ['Ana Pérez']],
    ['several at once', { niches: ['food'], platforms: ['tiktok'], minFollowers: 1 }, ['Bo Larsen']],
    ['text inside a word', { search: 'ars' }, ['Bo Larsen']],
    ['text without accents and capitals', { search: 'PEREZ' }, ['Ana Pérez']],
    ['words anywhere, all of them', { search: 'food lars' }, ['Bo Larsen']],
    ['a handle with its sign', { search: '@danawu' }, ['Dana Wu']],
    ['a profile address', { search: 'https://www.tiktok.com/@bo.larsen?lang=en' }, ['Bo Larsen']],
    ['two characters: beginnings of names and handles', { search: 'wu' }, ['Dana Wu']],
    ['one character', { search: 'b' }, ['Bo Larsen']],
    ['two characters of a script without spaces', { search: '민지' }, ['김민지']],
    ['a quotation mark, which means nothing to the index', { search: '"food" OR' }, []],
    ['nothing but spaces', { search: '   ', tiers: ['nano'] }, ['Ana Pérez']],
  ] as const)('%s', async (_, filter, expected) => {
    const { call } = await someRoster()
    const page = await call.creators.list(filter as never)
    expect(namesOf(page)).toEqual(expected)
    expect(page.total).toBe(expected.length)
    expect(await call.creators.ids(filter as never)).toEqual(page.rows.map(({ id }) => id))
  })
})

test('facets count what each further choice would give; a part does not narrow its own', async () => {
  const { call } = await someRoster()
  const { platforms, niches, tiers, countries, stages, tags } = await call.creators.facets({ platforms: ['instagram'] })
  expect(platforms).toEqual([
    { value: 'instagram', count: 3 },
    { value: 'tiktok', count: 1 },
    { value: 'youtube', count: 1 },
  ])
  expect(niches).toEqual([
    { value: 'beauty', count: 1 },
    { value: 'food', count: 1 },
  ])
  expect(tiers).toEqual([
    { value: 'below nano', count: 1 },
    { value: 'nano', count: 1 },
    { value: 'micro', count: 0 },
    { value: 'mid', count: 1 },
    { value: 'macro', count: 0 },
    { value: 'mega', count: 0 },
  ])
  expect(countries.map(({ value }) => value)).toEqual(['KR', 'NG', 'PT'])
  expect(stages).toEqual([{ value: 'new', count: 3 }])
  expect(tags).toEqual([{ value: 'reliable', count: 1 }])
})

test('the roster follows every change: edits, new figures, archiving, undo', async () => {
  const { call } = await someRoster()
  const [{ id } = { id: '' }] = (await call.creators.list({ search: 'ana p' })).rows
  const {
    accounts: [account],
  } = await call.creators.show({ id })
  await call.creators.addSnapshot({ accountId: account?.id ?? '', takenOn: '2026-11-20', values: { followers: 1_000_000 } })
  expect((await call.creators.list({ tiers: ['macro'] })).total).toBe(0)
  await call.creators.addSnapshot({ accountId: account?.id ?? '', takenOn: '2026-11-21', values: { followers: 1_000_000 } })
  expect(namesOf(await call.creators.list({ tiers: ['macro'] }))).toEqual(['Ana Pérez'])
  await call.creators.update({ id, changes: { name: 'Zoe Pérez', niches: ['art'] } })
  expect(namesOf(await call.creators.list({ sort: 'name', direction: 'descending' })).slice(0, 2)).toEqual(['김민지', 'Zoe Pérez'])
  expect((await call.creators.facets({})).niches.map(({ value }) => value)).toContain('art')
  expect((await call.creators.list({ search: 'ana food' })).total).toBe(0)
  await call.creators.setArchived({ ids: [id], archived: true })
  expect((await call.creators.list({})).total).toBe(5)
  expect(namesOf(await call.creators.list({ archived: true }))).toEqual(['Zoe Pérez'])
  await call.workspace.undo({})
  await call.workspace.undo({})
  expect(namesOf(await call.creators.list({ sort: 'name' }))[0]).toBe('Ana Pérez')
  expect((await call.creators.facets({})).niches.map(({ value }) => value)).not.toContain('art')
})

test('a creator whose adding is undone leaves the roster, its counts and its search', async () => {
  const { call } = await someRoster()
  await add(call, { name: 'Passing Guest', handle: 'guest', followers: 9999, niches: ['only here'] })
  expect((await call.creators.list({ search: 'passing' })).total).toBe(1)
  await call.workspace.undo({})
  expect((await call.creators.list({ search: 'passing' })).total).toBe(0)
  expect((await call.creators.list({})).total).toBe(6)
  expect((await call.creators.facets({})).niches.map(({ value }) => value)).not.toContain('only here')
  await add(call, { name: 'Next Guest', handle: 'next', followers: 9999 })
  expect(namesOf(await call.creators.list({ search: 'guest' }))).toEqual(['Next Guest'])
})

test('edited bands re-tier the roster at once', async () => {
  const { call } = await someRoster()
  expect(namesOf(await call.creators.list({ tiers: ['micro'] }))).toEqual(['Bo Larsen'])
  await call.workspace.updateSettings({
    changes: {
      tierSetId: 'custom',
      customBands: [
        { tier: 'nano', from: 100, to: 1000 },
        { tier: 'micro', from: 1000, to: 10_000 },
      ],
    },
  })
  expect(namesOf(await call.creators.list({ tiers: ['micro'] }))).toEqual(['Ana Pérez'])
  expect((await call.creators.list({ search: 'larsen' })).rows[0]?.tier).toBeNull()
  expect((await call.creators.facets({})).tiers).toEqual([
    { value: 'below nano', count: 0 },
    { value: 'nano', count: 1 },
    { value: 'micro', count: 1 },
  ])
})

test('the trend is the newest figure of each of the last six months', async () => {
  const { call } = await testWorkspace()
  const id = await add(call, { name: 'Grower', handle: 'grower' })
  const accountId = (await call.creators.show({ id })).accounts[0]?.id ?? ''
  const figures = [
    ['2026-03-05', 1],
    ['2026-05-10', 100],
    ['2026-05-28', 110],
    ['2026-06-28', 120],
    ['2026-07-01', null],
    ['2026-08-28', 140],
    ['2026-09-28', 150],
    ['2026-10-28', 160],
    ['2026-11-02', 170],
  ] as const
  for (const [takenOn, followers] of figures) await call.creators.addSnapshot({ accountId, takenOn, values: { followers, posts: 5 } })
  expect((await call.creators.list({})).rows[0]?.followerTrend).toEqual([110, 120, 140, 150, 160, 170])
})

const Sorting = fc.record({
  sort: fc.constantFrom('followers', 'engagement', 'name', 'updated'),
  direction: fc.constantFrom('ascending', 'descending'),
  limit: fc.integer({ min: 1, max: 7 }),
} as const)

test('pages put together are the whole list, once each, whatever the sort and however many ties', async () => {
  const { call } = await testWorkspace()
  for (let at = 0; at < 23; at++) {
    await add(call, {
      name: ['Sam', 'Kim', 'Ödön', '𝒜', 'Ａ'][at % 5] ?? '',
      handle: `h${at}`,
      followers: [100, 100, null, 2000, 2000][at % 5],
      likes: at % 3,
    })
  }
  await fc.assert(
    fc.asyncProperty(Sorting, async ({ sort, direction, limit }) => {
      const whole = (await call.creators.list({ sort, direction, limit: 1000 })).rows.map(({ id }) => id)
      const paged: string[] = []
      let after: string | undefined
      do {
        const { rows, next } = await call.creators.list({ sort, direction, limit, after })
        paged.push(...rows.map(({ id }) => id))
        after = next ?? undefined
      } while (after)
      expect(paged).toEqual(whole)
      expect(new Set(paged).size).toBe(23)
      const jumped = await call.creators.list({ sort, direction, limit, offset: 9 })
      expect(jumped.rows.map(({ id }) => id)).toEqual(whole.slice(9, 9 + limit))
    }),
    { numRuns: 60 },
  )
})

test('a page continues behind its place even when the line it ended at has moved or gone', async () => {
  const { call } = await someRoster()
  const first = await call.creators.list({ limit: 2 })
  expect(namesOf(first)).toEqual(['김민지', 'Bo Larsen'])
  await call.creators.setArchived({ ids: [first.rows[1]?.id ?? ''], archived: true })
  const second = await call.creators.list({ limit: 2, after: first.next ?? '' })
  expect(namesOf(second)).toEqual(['Ana Pérez', 'Chioma Obi'])
  await expect(call.creators.list({ after: 'not a place' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})
