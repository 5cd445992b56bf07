import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rebuildRoster } from '#src/main/engine/db/derived.ts'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import type { TestWorkspace } from '#tests/support/workspace.ts'
import { fixture } from './lists.ts'

type Call = TestWorkspace['call']['creators']

interface Options {
  mapping?: Record<string, string>
  platform?: string
  takenOn?: string
}

interface ImportingWorkspace extends TestWorkspace {
  /** Imports a file of the fixtures, or text as a file of this name. */
  take(name: string, text?: string, options?: Options): ReturnType<Call['import']>
  previewed(name: string, text?: string, options?: object): ReturnType<Call['importPreview']>
  /** Every row that an import can write, for comparing before and after. */
  everything(): unknown
}

const tables = [
  'creator',
  'account',
  'snapshot',
  'rate',
  'import_batch',
  'import_mapping',
  'journal_entry',
  'journal_change',
  'roster_row',
  'roster_label',
]

async function workspace(options?: Parameters<typeof testWorkspace>[0]): Promise<ImportingWorkspace> {
  const test = await testWorkspace(options)
  const grant = (name: string, text?: string) => {
    if (text === undefined) return test.engine.grants.toRead(fixture(name))
    writeFileSync(join(test.folder, name), text)
    return test.engine.grants.toRead(join(test.folder, name))
  }
  return {
    ...test,
    take: (name, text, options) => test.call.creators.import({ file: grant(name, text), ...options }),
    previewed: (name, text, options) => test.call.creators.importPreview({ file: grant(name, text), ...options }),
    everything() {
      const db = openConnection(join(test.folder, 'workspace', 'workspace.sqlite'), { readonly: true })
      const rows = Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
      db.close()
      return rows
    },
  }
}

const lists = [
  ['instagram_shifted_headers.csv', { read: 26, created: 24, updated: 1, unchanged: 1, skipped: 0, rejected: 0 }],
  ['makers_with_engagement.csv', { read: 24, created: 24, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
  ['west_africa_tiktok.csv', { read: 16, created: 16, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
  ['tiktok_figures_twice.csv', { read: 24, created: 24, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
  ['youtube_formula_errors.csv', { read: 24, created: 24, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
  ['liste_instagram_fruehjahr.csv', { read: 13, created: 12, updated: 0, unchanged: 0, skipped: 1, rejected: 0 }],
  ['блогеры_instagram.csv', { read: 12, created: 11, updated: 0, unchanged: 0, skipped: 0, rejected: 1 }],
  ['every_line_wrapped.csv', { read: 10, created: 10, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
  ['profiles_utf16.csv', { read: 10, created: 10, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
  ['one_row_per_person.csv', { read: 10, created: 10, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }],
] as const

describe.each(lists)('%s', (name, counts) => {
  test('goes in without a question and loses no row; the preview says the same; the second time nothing changes; is undone as a whole', async () => {
    const { take, previewed, everything, call } = await workspace()
    const preview = await previewed(name)
    expect(preview).toMatchObject({ rows: counts, questions: [], fileName: name })
    const first = await take(name)
    expect(first.rows).toEqual(counts)
    expect(first.rejects).toEqual(preview.rejects)
    expect(first.batchId).not.toBeNull()
    const before = everything()
    const second = await take(name)
    const { read, skipped, rejected } = counts
    expect(second.rows).toEqual({ read, created: 0, updated: 0, unchanged: read - skipped - rejected, skipped, rejected })
    expect(second).toMatchObject({ batchId: null, entryId: null })
    expect(everything()).toEqual(before)
    await call.workspace.undo({ entryId: first.entryId ?? '' })
    expect(await call.creators.list({})).toMatchObject({ total: 0, rows: [] })
    expect((await take(name)).rows).toEqual(counts)
  })
})

test('the roster and its search are as they would be made anew', async () => {
  const { take, everything, folder } = await workspace()
  await take('instagram_shifted_headers.csv')
  await take('one_row_per_person.csv')
  const before = everything() as Record<string, object[]>
  const db = openConnection(join(folder, 'workspace', 'workspace.sqlite'))
  const search = db.prepare("SELECT rowid FROM roster_search WHERE roster_search MATCH 'novak'").pluck()
  const found = search.all()
  rebuildRoster(db)
  expect(search.all()).toHaveLength(found.length)
  expect(found.length).toBeGreaterThan(0)
  db.close()
  const after = everything() as Record<string, object[]>
  expect(withoutIds(after['roster_row'])).toEqual(withoutIds(before['roster_row']))
})

function withoutIds(rows: object[] | undefined): string[] | undefined {
  return rows?.map((row) => JSON.stringify({ ...row, search_id: 0 })).sort()
}

const figuresOfAna = (followers: string, more = '') => `Username,Followers,Avg likes\nana,${followers},${more}\n`

describe('rows about the same creator', () => {
  const header = 'Name,Username,Platform,Followers,Category,Country,Notes'

  test('in one file become one creator, whatever the spelling; the last word holds', async () => {
    const { take, call } = await workspace()
    const file = [
      header,
      'Ana Prado,@Ana.Prado,IG,2.8M,Food,DE,',
      'Ana Prado,ana.prado,Instagram,2.7M,Travel,,likes tea',
      'Ana P.,https://www.instagram.com/ana.prado/,IG,,,,',
    ].join('\n')
    const { rows } = await take('list.csv', file)
    expect(rows).toMatchObject({ created: 1, updated: 2, unchanged: 0 })
    const list = await call.creators.list({})
    expect(list.rows).toMatchObject([{ name: 'Ana P.', followers: 2_700_000, niches: ['Food', 'Travel'], country: 'DE', accountCount: 1 }])
    expect((await take('list.csv', file)).rows).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  })

  test('a later file adds and corrects, and takes nothing away', async () => {
    const { take, call } = await workspace()
    await take('one.csv', `${header}\nAna Prado,ana,IG,1000,Food,Germany,met in Rome\n`, { takenOn: '2026-01-01' })
    const { rows } = await take('two.csv', `${header}\nAna Prado,ana,IG,1200,Travel,,wants cash\n`, { takenOn: '2026-02-01' })
    expect(rows).toMatchObject({ created: 0, updated: 1 })
    const list = await call.creators.list({})
    const creator = await call.creators.show({ id: list.rows[0]?.id ?? '' })
    expect(creator).toMatchObject({ country: 'Germany', niches: ['Food', 'Travel'], notes: 'met in Rome\nwants cash' })
    expect(creator.accounts[0]?.snapshots.map(({ takenOn, followers }) => [takenOn, followers])).toEqual([
      ['2026-02-01', 1200],
      ['2026-01-01', 1000],
    ])
  })

  test('figures of the same day correct each other, and those of an older day change nothing that is newer', async () => {
    const { take, call } = await workspace()
    await take('ig.csv', figuresOfAna('1000'), { takenOn: '2026-03-01' })
    await take('ig.csv', figuresOfAna('1000', '50'), { takenOn: '2026-03-01' })
    await take('ig.csv', figuresOfAna('800'), { takenOn: '2026-02-01' })
    const { rows } = await call.creators.list({})
    const { accounts } = await call.creators.show({ id: rows[0]?.id ?? '' })
    expect(accounts[0]?.snapshots.map(({ takenOn, followers, avgLikes }) => [takenOn, followers, avgLikes])).toEqual([
      ['2026-03-01', 1000, 50],
      ['2026-02-01', 800, null],
    ])
  })

  test('names without accounts are known again', async () => {
    const { take } = await workspace()
    const file = 'Name,E-mail\nAna Prado,ana@example.com\nBo Lind,bo@example.com\nAna Prado,ana@example.com\n'
    expect((await take('people.csv', file)).rows).toMatchObject({ created: 2, unchanged: 1 })
    expect((await take('people.csv', file)).rows).toMatchObject({ created: 0, unchanged: 3 })
  })

  test('a row whose accounts belong to two creators is rejected and changes neither', async () => {
    const { take, call } = await workspace()
    await take('one.csv', `${header}\nAna,ana,IG,1,,,\nBo,bo,TikTok,2,,,\n`)
    const { rows, rejects } = await take('two.csv', 'Name,Instagram,TikTok\nAna,ana,bo\n')
    expect(rows).toMatchObject({ read: 1, rejected: 1 })
    expect(rejects[0]).toMatchObject({ line: 2, problem: expect.stringContaining('Ana, Bo') })
    expect((await call.creators.list({})).total).toBe(2)
  })

  test('the largest account of a new creator is the primary one', async () => {
    const { take, call } = await workspace()
    await take('wide.csv', 'Name,Instagram,Instagram followers,TikTok,TikTok followers\nAna,ana,1000,ana_tt,50000\n')
    expect((await call.creators.list({})).rows).toMatchObject([{ platform: 'tiktok', followers: 50_000, accountCount: 2 }])
  })
})

describe('questions', () => {
  test('are asked before anything is read, and answered by options', async () => {
    const { take, previewed } = await workspace()
    const file = 'Wer,Followers\nana,1000\nbo,900\n'
    expect(await previewed('list.csv', file)).toMatchObject({
      questions: ['mapping'],
      rows: { read: 0 },
      sample: [{ line: 2, cells: ['ana', '1000'] }, { line: 3 }],
    })
    await expect(take('list.csv', file)).rejects.toMatchObject({ code: 'MAPPING_NEEDED' })
    const mapping = { 0: 'handle', 1: 'followers' }
    await expect(take('list.csv', file, { mapping })).rejects.toMatchObject({ code: 'PLATFORM_NEEDED' })
    expect((await take('list.csv', file, { mapping, platform: 'Instagram' })).rows).toMatchObject({ created: 2 })
  })

  test('a mapping once given is remembered by the header', async () => {
    const { take } = await workspace()
    await take('list.csv', 'Wer,Followers\nana,1000\n', { mapping: { 0: 'handle', 1: 'followers' }, platform: 'ig' })
    const later = await take('instagram later.csv', 'Wer,Followers\nbo,900\n')
    expect(later).toMatchObject({ rows: { created: 1 }, mapping: { 0: 'handle', 1: 'followers' } })
  })

  test('every field of a mapping has a word for the window', async () => {
    const { previewed } = await workspace()
    const { fields, mapping } = await previewed('one_row_per_person.csv')
    const known = new Map(fields.map(({ id, label }) => [id, label]))
    expect(Object.values(mapping).every((field) => known.has(field))).toBe(true)
    expect(known.get('followers@tiktok')).toBe('Followers (TikTok)')
  })
})

test('cancelling writes nothing', async () => {
  const { call, engine, folder, everything } = await workspace()
  const lines = Array.from({ length: 20_000 }, (_, at) => `Maker ${at},maker${at},Instagram,${at}`)
  writeFileSync(join(folder, 'large.csv'), `Name,Username,Platform,Followers\n${lines.join('\n')}\n`)
  const before = everything()
  const running = call.creators.import({ file: engine.grants.toRead(join(folder, 'large.csv')) })
  const jobs = engine.contextFor('test').jobs
  const cancelOnceRunning = async () => {
    for (;;) {
      const job = jobs.list().find(({ progress }) => (progress ?? 0) > 0.2)
      if (job) return jobs.cancel(job.id)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const [outcome] = await Promise.allSettled([running, cancelOnceRunning()])
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } })
  expect(everything()).toEqual(before)
  expect((await call.creators.import({ file: engine.grants.toRead(join(folder, 'large.csv')) })).rows).toMatchObject({ created: 20_000 })
})

describe('what is no list', () => {
  test.each([
    ['empty.csv', '', 'FILE_EMPTY'],
    ['blank.csv', '\n\n', 'FILE_EMPTY'],
    ['prose.csv', 'Dear Ana!\nThank you very much for your letter.\nWe liked all of the pictures in it.\n', 'NOT_A_TABLE'],
    ['numbers.csv', 'Amount,Weight\n1,2\n', 'MAPPING_NEEDED'],
    ['noise.csv', '\u0000\u0001\u0002\u0000\u0003', 'NOT_A_TABLE'],
  ])('%s', async (name, text, code) => {
    const { take, everything } = await workspace()
    const before = everything()
    await expect(take(name, text)).rejects.toMatchObject({ code })
    expect(everything()).toEqual(before)
  })
})

test('somebody whom an earlier row of the file has just made is known, however differently they are spelt', async () => {
  const { take, call } = await workspace()
  const file = 'Name,Username,Platform\nAna,ana.prado,Instagram\nBo,bo,Instagram\nAna,ａｎａ.prado,Instagram\nAna,IG: @Ana.Prado,\n'
  expect((await take('list.csv', file)).rows).toMatchObject({ read: 4, created: 2, unchanged: 2 })
  expect((await call.creators.list({})).total).toBe(2)
})
