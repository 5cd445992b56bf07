import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bytesSource } from '#src/main/engine/exchange/tables/source.ts'
import { readAudienceExport } from '#src/main/engine/creators/audience/read-export.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

/** Stacked tables under titles, a `sep=` line, a byte order mark: as the platform writes them, with invented places. */
const stacked = `sep=,
"Age & gender"
"","Women","Men"
"18-24","21.5","8.5"
"25-34","30.2","12.3"
"65+","3","2"

"Top countries"
"Germany","Austria","Schweiz"
"61.4","12.3","8"

"Top cities"
"Hamburg, Germany","Wien, Österreich"
"13.7","5.7"
`
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const read = (text: string | Buffer) => readAudienceExport(bytesSource('audience.csv', Buffer.from(text)))

async function withAna() {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { id } = await call.creators.create({
    name: 'Ana',
    accounts: [{ platform: 'instagram', handle: 'ana', values: { followers: 9000 } }],
  })
  return { ...workspace, id, accountId: (await call.creators.show({ id })).accounts[0]?.id ?? '' }
}

test('the platform’s own export is read: ages and genders as sums of the grid, countries by code', async () => {
  const { encoding, shares, findings } = await read(utf16(stacked))
  expect(encoding).toBe('utf-16le')
  expect(shares).toEqual({
    age: { '25-34': 4250, '18-24': 3000, '65+': 500 },
    gender: { female: 5470, male: 2280 },
    country: { DE: 6140, AT: 1230, CH: 800 },
    city: { 'Hamburg, Germany': 1370, 'Wien, Österreich': 570 },
  })
  expect(findings).toEqual([])
})

test('a list of two columns, decimal commas and other words for the same are read too', async () => {
  const { shares } = await read('Länder;\nLand;Anteil\nDeutschland;61,4 %\nÖsterreich;12,3 %\n\nAlter;\n18–24;40 %\n25 to 34;20 %\n')
  expect(shares).toEqual({ country: { DE: 6140, AT: 1230 }, age: { '18-24': 4000, '25-34': 2000 } })
})

test('what cannot be is a finding with its line, and all else is kept', async () => {
  const { shares, findings } = await read(
    'Top countries\nGermany,Austria\n120,30\n\nTop interests\nFood,Travel\n10,20\n\nTop cities\nHamburg,Wien\n80,70\n\nAge & gender\n,Women\n18-24,much\n25-34,20\n',
  )
  expect(shares).toEqual({ country: { AT: 3000 }, age: { '25-34': 2000 }, gender: { female: 2000 } })
  expect(findings).toEqual([
    { line: 3, value: '120', problem: 'A share of more than 100 % cannot be; it was left out.' },
    { line: 5, value: 'Top interests', problem: expect.stringMatching(/left out/) },
    { line: 9, value: null, problem: expect.stringMatching(/^city: the shares add up to 150 %.*left out/) },
    { line: 15, value: 'much', problem: expect.any(String) },
  ])
  await expect(read('Name,Handle\nAna,@ana\n')).rejects.toMatchObject({ code: 'NOT_A_TABLE' })
})

test('an import is kept for the account and day, changes nothing the second time, and is undone', async () => {
  const { call, folder, engine, id, accountId } = await withAna()
  writeFileSync(join(folder, 'audience.csv'), utf16(stacked))
  const grant = () => engine.grants.toRead(join(folder, 'audience.csv'))
  expect((await call.audiences.importPreview({ file: grant() })).shares.country).toMatchObject({ DE: 6140 })
  expect(await call.audiences.list({ creatorId: id })).toEqual([])
  const { entryId } = await call.audiences.import({ file: grant(), accountId, takenOn: '2026-11-01' })
  expect(await call.audiences.list({ creatorId: id })).toMatchObject([{ accountId, takenOn: '2026-11-01', source: 'audience.csv' }])
  expect((await call.audiences.import({ file: grant(), accountId, takenOn: '2026-11-01' })).entryId).toBeNull()
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await call.audiences.list({ creatorId: id })).toEqual([])
})

test('shares typed in are checked; the same day again corrects', async () => {
  const { call, id, accountId } = await withAna()
  const add = (shares: object, takenOn = '2026-11-01') => call.audiences.add({ accountId, takenOn, shares })
  await add({ country: { Germany: 4000, deutschland: 500 }, gender: { Women: 7000 } })
  await add({ country: { DE: 4100 } })
  expect(await call.audiences.list({ creatorId: id })).toMatchObject([{ shares: { country: { DE: 4100 } }, source: 'manual' }])
  for (const wrong of [{ country: { DE: -5 } }, { country: { DE: 12_000 } }, { age: { '18-24': 8000, '25-34': 8000 } }, {}])
    await expect(add(wrong)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(add({ country: { DE: 100 } }, '2027-01-01')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const [kept] = await call.audiences.list({ creatorId: id })
  await call.audiences.remove({ id: kept?.id ?? '' })
  expect(await call.audiences.list({ creatorId: id })).toEqual([])
})

const real = join(import.meta.dirname, '../../../../../shared/data/imports/meta_audience_utf16.csv')
describe.runIf(existsSync(real))('a real export', () => {
  test('is read whole', async () => {
    const { readFileSync } = await import('node:fs')
    const { shares, findings } = await readAudienceExport(bytesSource('real.csv', readFileSync(real)))
    expect(findings).toEqual([])
    expect([shares.country?.['ZA'], shares.age?.['25-34'], Object.keys(shares.city ?? {}).length]).toEqual([7510, 4530, 10])
  })
})
