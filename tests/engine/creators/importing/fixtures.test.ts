import { describe, expect, test } from 'vitest'
import { knownOf, readFixture } from './lists.ts'

describe('headers that slipped by one column', () => {
  test('the country is known by its cells, interactions by exceeding the likes', async () => {
    const { mapping, platform, questions } = await readFixture('instagram_shifted_headers.csv')
    expect(mapping).toEqual([
      'handle',
      'name',
      'niche',
      'niche',
      'followers',
      'followers',
      'country',
      'ignore',
      'ignore',
      'interactions',
      'interactions',
    ])
    expect(platform).toBe('instagram')
    expect(questions).toEqual([])
  })

  test('the exact one of two figures is taken, and an unknown country is not "0"', async () => {
    const { drafts } = await readFixture('instagram_shifted_headers.csv')
    expect(knownOf(drafts[2])).toEqual({ platform: 'instagram', handle: 'aylin_kowal', followers: 311_800, statedEngagementBp: 558 })
    expect(drafts[2]).toMatchObject({ name: 'Aylin Kowal', country: 'India', niches: ['Lifestyle'] })
    expect(drafts.filter(({ country }) => country === null).map(({ line }) => line)).toEqual([6, 15, 19])
  })

  test('a blank beside its formula’s 0 stays unknown', async () => {
    const { drafts } = await readFixture('instagram_shifted_headers.csv')
    const unknown = drafts.filter(({ accounts }) => accounts[0]?.statedEngagementBp === null)
    expect(unknown.map(({ line }) => line)).toEqual([6, 15])
  })

  test('a figure in the place of a country is said and left out', async () => {
    const { notices, rejects, drafts } = await readFixture('instagram_shifted_headers.csv')
    expect(notices.filter(({ line }) => line > 1)).toEqual([
      { line: 19, column: 'Views avg.', value: '10.2M', problem: 'A number stands where a place is needed.' },
    ])
    expect(rejects).toEqual([])
    expect(drafts).toHaveLength(26)
  })

  test('a row without a name takes the handle for one and says so', async () => {
    const { drafts } = await readFixture('instagram_shifted_headers.csv')
    expect(drafts[0]).toMatchObject({ name: 'mila.berger0', isNameFromHandle: true, niches: ['Sports with a ball', 'Lifestyle'] })
  })
})

test('the handle stands under "insta name", the name under "instagram name"; all engagement counts, not only the authentic', async () => {
  const { mapping, drafts, platform } = await readFixture('makers_with_engagement.csv')
  expect(mapping).toEqual(['handle', 'name', 'niche', 'niche', 'followers', 'country', 'ignore', 'interactions'])
  expect(platform).toBe('instagram')
  expect(drafts[1]).toMatchObject({ name: 'Jonas Novák', accounts: [{ handle: 'jonas_novak', statedEngagementBp: 280 }] })
  expect(drafts[3]?.country).toBeNull()
})

test('Windows-1252 below a blank record; the platform from the file’s name', async () => {
  const { table, drafts, platform, mapping } = await readFixture('west_africa_tiktok.csv')
  expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ',', headerLine: 2 })
  expect(mapping).toEqual(['ignore', 'name', 'handle', 'followers'])
  expect(platform).toBe('tiktok')
  expect(drafts).toHaveLength(16)
  expect(drafts[3]?.name).toBe('??????? ?????')
  expect(drafts[5]?.name).toBe('The Berger’s ??')
  expect(drafts[0]).toMatchObject({ line: 3, accounts: [{ handle: 'mila.berger0', url: 'https://www.tiktok.com/@mila.berger0' }] })
})

test('every figure twice, and a serial number nobody needs', async () => {
  const { drafts, mapping } = await readFixture('tiktok_figures_twice.csv')
  expect(mapping.slice(0, 3)).toEqual(['ignore', 'handle', 'name'])
  expect(knownOf(drafts[0])).toEqual({
    platform: 'tiktok',
    handle: 'mila.berger0',
    followers: 1_600_000,
    avgViews: 640_000,
    avgLikes: 64_000,
    avgComments: 1300,
    avgShares: 640,
  })
  expect(drafts).toHaveLength(24)
})

test('formula errors are unknown, and a channel whose name has spaces is kept', async () => {
  const { drafts, rejects } = await readFixture('youtube_formula_errors.csv')
  expect(rejects).toEqual([])
  expect(drafts).toHaveLength(24)
  expect(drafts[2]).toMatchObject({ country: null, accounts: [{ avgComments: null }] })
  expect(drafts[5]?.accounts[0]).toMatchObject({ platform: 'youtube', handle: '✿ Ines Rossi Show', url: null })
})

test('German, semicolons, decimal commas, a title above, a total below', async () => {
  const { table, drafts, skipped, platform } = await readFixture('liste_instagram_fruehjahr.csv')
  expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerLine: 3 })
  expect(skipped).toEqual(['total line'])
  expect(platform).toBe('instagram')
  expect(drafts).toHaveLength(12)
  expect(drafts[0]).toMatchObject({
    name: 'Jörg Bäcker',
    country: 'Österreich',
    rates: [{ platform: 'instagram', format: 'reel', amountMinor: 134_800, currency: 'EUR' }],
  })
  expect(knownOf(drafts[0])).toEqual({
    platform: 'instagram',
    handle: 'mila.berger0',
    followers: 21_094,
    avgLikes: 843,
    statedEngagementBp: 450,
  })
})

test('Russian in Windows-1251: a follower count that became a date rejects its row, a rate is only left out', async () => {
  const { table, drafts, rejects, notices } = await readFixture('блогеры_instagram.csv')
  expect(table).toMatchObject({ encoding: 'windows-1251', delimiter: ';' })
  expect(drafts).toHaveLength(11)
  expect(rejects).toEqual([
    { line: 7, column: 'Подписчики', value: '1.мар', problem: 'A spreadsheet has turned this number into a date; its value is lost.' },
  ])
  expect(notices.map(({ line, column, value }) => [line, column, value])).toEqual([
    [4, 'Вовлеченность, %', '3.апр'],
    [9, 'Вовлеченность, %', '3.апр'],
  ])
  expect(drafts[0]).toMatchObject({
    name: 'Анна Белова',
    country: 'Россия',
    niches: ['Еда', 'Путешествия'],
    email: 'mila.berger0@example.ru',
  })
  expect(knownOf(drafts[0])).toMatchObject({ followers: 64_078, statedEngagementBp: 890 })
})

test('every line wrapped as one quoted field', async () => {
  const { drafts } = await readFixture('every_line_wrapped.csv')
  expect(drafts).toHaveLength(10)
  expect(drafts[1]).toMatchObject({
    name: 'Jonas Novák',
    bio: 'Cooks, bakes "and" eats',
    accounts: [{ platform: 'tiktok', followers: 68_947 }],
  })
})

test('UTF-16 with tabs; handle and platform from the profile’s address', async () => {
  const { table, drafts, questions } = await readFixture('profiles_utf16.csv')
  expect(table).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' })
  expect(questions).toEqual([])
  const inTurn = Array.from({ length: 10 }, (_, at) => (at % 2 ? 'tiktok' : 'instagram'))
  expect(drafts.map(({ accounts }) => accounts[0]?.platform)).toEqual(inTurn)
})

test('one row with accounts on two platforms, named above the header', async () => {
  const { drafts, mapping } = await readFixture('one_row_per_person.csv')
  expect(mapping).toEqual(['name', 'email', 'handle@instagram', 'followers@instagram', 'handle@tiktok', 'followers@tiktok', 'notes'])
  expect(drafts.map(({ accounts }) => accounts.length)).toEqual([1, 2, 2, 1, 2, 2, 1, 2, 2, 1])
})
