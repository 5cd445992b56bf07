import { expect, test } from 'vitest'
import { RelationshipStage, RosterSort } from '#src/shared/contract/creators.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

type Call = Awaited<ReturnType<typeof testWorkspace>>['call']
type Row = Awaited<ReturnType<Call['creators']['list']>>['rows'][number]

const accounts = (handle: string, platform: string, followers: number | null) => [{ platform, handle, values: { followers, avgLikes: 90 } }]

async function mixedRoster() {
  const { call } = await testWorkspace()
  await call.creators.create({
    name: 'Ängel',
    city: 'Århus',
    country: 'DK',
    niches: ['tea', 'Art'],
    accounts: accounts('Zoe', 'youtube', 900),
  })
  await call.creators.create({
    name: 'angela',
    city: 'aachen',
    country: 'de',
    stage: 'active',
    tags: ['b'],
    accounts: accounts('ana', 'tiktok', 900),
  })
  await call.creators.create({
    name: 'Bo',
    city: 'Zürich',
    country: 'CH',
    niches: ['art'],
    tags: ['a', 'c'],
    accounts: accounts('łukasz', 'youtube', null),
  })
  await call.creators.create({ name: 'Cy', stage: 'ended', tags: ['a'], accounts: accounts('lena', 'instagram', 12_000) })
  await call.creators.create({ name: 'Di', city: 'Aarhus', country: 'DE', niches: ['Art', 'books'], stage: 'trial' })
  const { id } = await call.creators.create({ name: 'Ed', country: 'DK', accounts: accounts('ed', 'instagram', 1000) })
  const [account] = (await call.creators.show({ id })).accounts
  await call.creators.addSnapshot({ accountId: account?.id ?? '', takenOn: '2026-08-30', values: { followers: 800 } })
  await call.creators.addAccount({ creatorId: id, account: { platform: 'tiktok', handle: 'ed2' } })
  const { rows } = await call.creators.list({ sort: 'name' })
  await call.creators.setOwner({ ids: rows.slice(0, 2).map((row) => row.id), owner: 'Örjan' })
  await call.creators.setOwner({ ids: rows.slice(3, 4).map((row) => row.id), owner: 'mira' })
  return { call, id }
}

const labels = (words: readonly string[]) => (words.length === 0 ? null : words.map(foldText).toSorted().join('\n'))
const folded = (word: string | null) => word && foldText(word)
const keyOf: Readonly<Record<(typeof RosterSort.options)[number], (row: Row) => string | number | null>> = {
  name: ({ name }) => foldText(name),
  handle: ({ handle }) => folded(handle),
  platform: ({ platform }) => folded(platform),
  followers: ({ followers }) => followers,
  tier: ({ followers }) => followers,
  growth: ({ followerGrowthBp }) => followerGrowthBp,
  engagement: ({ engagementRateBp }) => engagementRateBp,
  niches: ({ niches }) => labels(niches),
  country: ({ country }) => folded(country),
  city: ({ city }) => folded(city),
  stage: ({ stage }) => RelationshipStage.options.indexOf(stage),
  tags: ({ tags }) => labels(tags),
  owner: ({ owner }) => folded(owner),
  accounts: ({ accountCount }) => accountCount,
  updated: ({ updatedAt }) => updatedAt,
}

/** Known ones in their direction, unknown ones last; equals as they were added, and the other way round when the direction is. */
function sorted(rows: readonly Row[], key: (row: Row) => string | number | null, isUp: boolean, isOwn: boolean): string[] {
  const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const known = (isOwn ? inOrder : inOrder.toReversed()).filter((row) => key(row) !== null)
  known.sort((a, b) => {
    const [x, y] = [key(a) ?? '', key(b) ?? '']
    return x === y ? 0 : x < y === isUp ? -1 : 1
  })
  return [...known, ...inOrder.filter((row) => key(row) === null)].map(({ name }) => name)
}

const namesFirst = new Set(['name', 'handle', 'platform', 'niches', 'country', 'city', 'stage', 'tags', 'owner'])

/** The names in every order the roster can be in, asked for page by page, and as they should be. */
async function everyOrder(call: Call): Promise<{ found: unknown[]; wanted: unknown[] }> {
  const [found, wanted]: [unknown[], unknown[]] = [[], []]
  const all = (await call.creators.list({ limit: 1000 })).rows
  for (const sort of RosterSort.options) {
    const usual = (await call.creators.list({ sort })).rows.map(({ name }) => name)
    found.push([sort, usual])
    wanted.push([sort, sorted(all, keyOf[sort], namesFirst.has(sort), true)])
    for (const direction of ['ascending', 'descending'] as const) {
      const isUp = direction === 'ascending'
      const paged: string[] = []
      for (let after: string | undefined; ;) {
        const page = await call.creators.list({ sort, direction, limit: 2, after })
        paged.push(...page.rows.map(({ name }) => name))
        if (page.next === null) break
        after = page.next
      }
      found.push([sort, direction, paged])
      wanted.push([sort, direction, sorted(all, keyOf[sort], isUp, isUp === namesFirst.has(sort))])
    }
  }
  return { found, wanted }
}

test('the roster is sorted by any column, page by page, whatever accents and capitals, and what is not known comes last', async () => {
  const { call } = await mixedRoster()
  const { found, wanted } = await everyOrder(call)
  expect(found).toEqual(wanted)
  const cities = (await call.creators.list({ sort: 'city' })).rows.map(({ city }) => city)
  expect(cities).toEqual(['aachen', 'Aarhus', 'Århus', 'Zürich', null, null])
  const handles = (await call.creators.list({ sort: 'handle' })).rows.map(({ handle }) => handle)
  expect(handles).toEqual(['ana', 'ed', 'lena', 'łukasz', 'Zoe', null])
})

test('orders that were made follow what is changed, added and archived', async () => {
  const { call, id } = await mixedRoster()
  const expectEveryOrder = async () => {
    const { found, wanted } = await everyOrder(call)
    expect(found).toEqual(wanted)
  }
  await expectEveryOrder()
  await call.creators.update({
    id,
    changes: { name: 'Ábel', city: 'Arhus', niches: ['zebra'], tags: ['a', 'b'], stage: 'contacted', country: null },
  })
  await call.creators.create({ name: 'Fi', city: 'Basel', niches: ['art'], accounts: accounts('ámbar', 'twitch', 5) })
  await expectEveryOrder()
  await call.creators.setArchived({ ids: [id], archived: true })
  await expectEveryOrder()
  await call.workspace.undo({})
  await expectEveryOrder()
})

test('growth is that of a month, between the first and the last of six months with a figure', async () => {
  const { call, id } = await mixedRoster()
  const growth = async () => (await call.creators.list({ sort: 'growth', limit: 1 })).rows[0]
  // (1000 ÷ 800)^(1 ÷ 3) − 1 from August to November.
  expect(await growth()).toMatchObject({ id, followerGrowthBp: 772 })
  const [account] = (await call.creators.show({ id })).accounts
  await call.creators.addSnapshot({ accountId: account?.id ?? '', takenOn: '2026-08-31', values: { followers: 1000 } })
  expect(await growth()).toMatchObject({ id, followerGrowthBp: 0 })
})
