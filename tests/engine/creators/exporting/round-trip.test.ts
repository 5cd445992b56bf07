import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { streamXlsxRows } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'
import type { TestWorkspace } from '#tests/support/workspace.ts'

const nastyTexts = [
  '=1+1',
  '+49 30 1',
  '-dash',
  '@at',
  "'=already",
  "'quoted'",
  '"double"',
  'two\nlines',
  'carriage\r\nreturn',
  'tab\there',
  'semi;colon, comma|bar',
  '😀 emoji 👩‍👩‍👧',
  'ünïcödé ﷽',
  '_x0041_',
  '<b>&amp;</b>',
  'Total',
  'N/A',
  '0',
  '-',
  '#VALUE!',
  '1,234',
  '01',
  'true',
  '  blanks around  ',
]

async function exportTo({ engine, call, folder }: TestWorkspace, name: string): Promise<string> {
  const path = join(folder, name)
  await call.creators.export({ file: engine.grants.toWrite(path) })
  return path
}

const others = (at: number) => [
  { platform: 'youtube', handle: `Channel ${at} of mine` },
  { platform: 'Lemon8', handle: `lemon${at}`, values: { posts: 0 } },
]

async function fill({ call }: TestWorkspace): Promise<void> {
  for (const [at, text] of nastyTexts.entries()) {
    await call.creators.create({
      name: text,
      city: text,
      country: text,
      language: text,
      phone: text,
      address: text,
      bio: text,
      notes: text,
      email: text,
      niches: [text.trim(), 'Home; garden', 'Food'],
      tags: [text.trim()],
      doNotContact: at % 2 === 0,
      stage: 'trial',
      accounts:
        at % 4 === 3
          ? []
          : [
              {
                platform: 'instagram',
                handle: `maker${at}`,
                values: { followers: at * 1000, avgLikes: at % 3 ? at : null, statedEngagementBp: at % 2 ? at * 7 : null },
              },
              ...(at % 4 === 2 ? others(at) : []),
            ],
    })
  }
  const { rows } = await call.creators.list({})
  const creatorId = rows[0]?.id ?? ''
  await call.creators.setRate({ creatorId, platform: 'instagram', format: 'reel', price: { amountMinor: 30_050, currency: 'EUR' } })
  await call.creators.setRate({ creatorId, platform: null, format: 'Event: day; rate', price: { amountMinor: 1500, currency: 'JPY' } })
}

/** Everything about everybody but what another workspace makes anew: ids of what hangs on a creator, times, sources. */
async function essence({ call }: TestWorkspace): Promise<unknown> {
  const { rows } = await call.creators.list({ limit: 1000, sort: 'name' })
  const details = await Promise.all(rows.map(({ id }) => call.creators.show({ id })))
  return details
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((creator) => ({
      ...creator,
      createdAt: '',
      updatedAt: '',
      rates: creator.rates.map((rate) => ({ ...rate, id: '' })),
      accounts: creator.accounts.map((account) => ({
        ...account,
        id: '',
        snapshots: account.snapshots.map((snapshot) => ({ ...snapshot, id: '', source: '' })),
      })),
    }))
}

describe.each(['roster.csv', 'roster.xlsx'])('exporting to %s', (name) => {
  test('and importing the export changes nothing at all', async () => {
    const workspace = await testWorkspace()
    await fill(workspace)
    const path = await exportTo(workspace, name)
    const details = async () => {
      const { rows } = await workspace.call.creators.list({ limit: 1000 })
      return Promise.all(rows.map(({ id }) => workspace.call.creators.show({ id })))
    }
    const before = await details()
    const report = await workspace.call.creators.import({ file: workspace.engine.grants.toRead(path) })
    expect(report.rejects).toEqual([])
    expect(report.notices).toEqual([])
    const { read, unchanged } = report.rows
    expect(report.rows).toEqual({ read: unchanged, created: 0, updated: 0, unchanged: read, skipped: 0, rejected: 0 })
    expect(read).toBeGreaterThan(nastyTexts.length)
    expect(report.entryId).toBeNull()
    expect(await details()).toEqual(before)
  })

  test('carries everything into an empty workspace', async () => {
    const [from, to] = [await testWorkspace(), await testWorkspace()]
    await fill(from)
    const path = await exportTo(from, name)
    await to.call.creators.import({ file: to.engine.grants.toRead(path) })
    expect(await essence(to)).toEqual(await essence(from))
  })
})

test('CSV is UTF-8 with a byte order mark, in CRLF lines, and no cell begins a formula', async () => {
  const workspace = await testWorkspace()
  await fill(workspace)
  const text = readFileSync(await exportTo(workspace, 'roster.csv'), 'utf8')
  expect(text.startsWith('\ufeffTroupe ID,Name,Platform,')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text).not.toMatch(/(?:^|,|\n)"?[=+@]/)
  expect(text).toContain(",'=1+1,")
})

test('no text of a workbook begins a formula either', async () => {
  const workspace = await testWorkspace()
  await fill(workspace)
  const bytes = readFileSync(await exportTo(workspace, 'roster.xlsx'))
  const texts: string[] = []
  for await (const { values } of streamXlsxRows(bytes)) texts.push(...values.filter((value) => typeof value === 'string'))
  expect(texts).toContain("'=1+1")
  expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([])
})

test('an edit in the export comes back as that edit', async () => {
  const workspace = await testWorkspace()
  const { call, engine } = workspace
  const { id } = await call.creators.create({
    name: 'Ana Prado',
    accounts: [
      { platform: 'instagram', handle: 'ana', values: { followers: 1000 } },
      { platform: 'tiktok', handle: 'ana_tt' },
    ],
  })
  const path = await exportTo(workspace, 'roster.csv')
  const lines = readFileSync(path, 'utf8').split('\r\n')
  writeFileSync(path, [lines[0], lines[1]?.replace('Ana Prado', 'Ana Martins').replace(',1000,', ',1200,'), lines[2]].join('\r\n'))
  expect((await call.creators.import({ file: engine.grants.toRead(path) })).rows).toMatchObject({ updated: 1, unchanged: 1, created: 0 })
  const creator = await call.creators.show({ id })
  expect(creator).toMatchObject({ name: 'Ana Martins', accounts: [{ handle: 'ana' }, { handle: 'ana_tt' }] })
  expect(creator.accounts[0]?.snapshots[0]?.followers).toBe(1200)
})

test('only the chosen creators, and archived ones only when asked for', async () => {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  const ids = await Promise.all(['Ana', 'Bo', 'Cy'].map(async (name) => (await call.creators.create({ name })).id))
  await call.creators.setArchived({ ids: [ids[2] ?? ''], archived: true })
  const rows = async (input: object) => {
    const file = engine.grants.toWrite(join(folder, 'some.csv'))
    return (await call.creators.export({ file, ...input })).rows
  }
  expect([await rows({}), await rows({ ids: [ids[1]] }), await rows({ filter: { archived: true } })]).toEqual([2, 1, 1])
  expect(readFileSync(join(folder, 'some.csv'), 'utf8')).toContain('Cy')
})

test('a place that cannot be written to is said, and nothing half-written stays', async () => {
  const { call, engine, folder } = await testWorkspace()
  await call.creators.create({ name: 'Ana' })
  await expect(call.creators.export({ file: engine.grants.toWrite(join(folder, 'no such folder', 'out.csv')) })).rejects.toMatchObject({
    code: expect.stringMatching(/^FILE_UNWRITABLE|READ_ONLY$/),
  })
})
