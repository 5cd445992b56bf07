import { strToU8, zipSync } from 'fflate'
import { writeOds, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { readTable } from './helpers.ts'

test('the sheet with a known header is read, with sheet rows as lines', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Read me', rows: [['This workbook lists our creators.']] },
      {
        name: 'Creators',
        rows: [
          ['Spring list'],
          [],
          ['Name', 'Handle', 'Followers', 'Engagement rate'],
          ['Ana', '@ana', 12_500, 0.042],
          ['=1+1', 'bo', null, 4.2],
          ['Total', null, 12_500],
        ],
      },
    ],
  })
  const { table, rows, lines, skipped } = await readTable(bytes)
  expect(table).toMatchObject({
    format: 'xlsx',
    delimiter: null,
    headerLine: 3,
    headers: ['Name', 'Handle', 'Followers', 'Engagement rate'],
  })
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['Ana', '@ana', '12500', '0.042'],
    ['=1+1', 'bo', '', '4.2'],
  ])
  expect(lines).toEqual([4, 5])
  expect(skipped).toEqual([{ line: 6, reason: 'total line' }])
})

test('an OpenDocument sheet', async () => {
  const { table, rows } = await readTable(
    await writeOds({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Name', 'Handle'],
            ['Ana', 'ana'],
          ],
        },
      ],
    }),
  )
  expect(table.format).toBe('ods')
  expect(rows).toEqual([['Ana', 'ana']])
})

test('a workbook with nothing in it', async () => {
  await expect(readTable(await writeXlsx({ sheets: [{ name: 'A', rows: [] }] }))).rejects.toMatchObject({ code: 'FILE_EMPTY' })
})

test('a workbook under a password', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['Name']] }], encryption: { password: 'x', spinCount: 1000 } })
  await expect(readTable(bytes)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('dates and long numbers come without traces of how they are stored', async () => {
  const { rows } = await readTable(
    await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Name', 'Followers', 'Handle'],
            ['Ana', 0.1 + 0.2, 'ana'],
            ['Bo', 123_456_789_012, 'bo'],
            ['Cy', new Date(Date.UTC(2025, 3, 3)), 'cy'],
          ],
        },
      ],
    }),
  )
  expect(rows.map((row) => row[1])).toEqual(['0.3', '123456789012', '2025-04-03'])
})

describe('several sheets', () => {
  const header = ['Name', 'Handle', 'Followers']
  const bytes = () =>
    writeXlsx({
      sheets: [
        { name: 'Old', hidden: true, rows: [header, ['Old', 'old', 1]] },
        { name: 'Read me', rows: [['How to use this']] },
        { name: 'Instagram & co', rows: [header, ['Ana', 'ana', 1]] },
        { name: 'TikTok', rows: [header, ['Bo', 'bo', 2], ['Cy', 'cy', 3]] },
        { name: 'Empty', rows: [] },
      ],
    })

  test('the first list in sight is read; that there are others is said', async () => {
    const { table, rows } = await readTable(await bytes())
    expect(table).toMatchObject({ sheet: 'Instagram & co', sheets: ['Old', 'Read me', 'Instagram & co', 'TikTok'] })
    expect(rows.map(([name]) => name)).toEqual(['Ana'])
    const problem = 'Only the sheet “Instagram & co” was read; “Old”, “TikTok” look like a list too and can be chosen instead.'
    expect(table.notices()).toEqual([{ line: 0, problem }])
  })

  test.each(['TikTok', 'tiktok '])('the sheet that is asked for: %s', async (sheet) => {
    const { table, rows } = await readTable(await bytes(), undefined, sheet)
    expect(table.sheet).toBe('TikTok')
    expect(rows.map(([name]) => name)).toEqual(['Bo', 'Cy'])
  })

  test('a sheet that is not there', async () => {
    const refused = readTable(await bytes(), undefined, 'Threads')
    await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('it has “Old”, “Read me”') })
  })

  test('hidden ones are read where nothing is in sight', async () => {
    const { rows } = await readTable(await writeXlsx({ sheets: [{ name: 'Old', hidden: true, rows: [header, ['Old', 'old', 1]] }] }))
    expect(rows.map(([name]) => name)).toEqual(['Old'])
  })
})

const relations = (kind: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`

/** A workbook of one sheet with this inside. */
function workbook(sheetData: string): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const heads = `<row r="1">${text('A1', 'Name')}${text('B1', 'Handle')}</row>`

test('what unpacks to far more than a list can be is refused before it is unpacked', async () => {
  const refused = readTable(workbook(heads + ' '.repeat(120_000_000)))
  await expect(refused).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', message: expect.stringContaining('120 MB') })
})

test('a size that is not true', async () => {
  const bytes = Buffer.from(workbook(heads + ' '.repeat(120_000_000)))
  for (let at = 0; at < bytes.length - 46; at++) {
    const place = { 0x02014b50: 24, 0x04034b50: 22 }[bytes.readUInt32LE(at)]
    if (place !== undefined && bytes.readUInt32LE(at + place) > 1e8) bytes.writeUInt32LE(1000, at + place)
  }
  await expect(readTable(bytes)).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
})

test('a cell at the far end of a sheet makes no thousands of columns', async () => {
  const row = `<row r="2">${text('A2', 'Ana')}${text('XFD2', ' ')}</row><row r="1048576">${text('A1048576', 'Bo')}</row>`
  const { table, rows, lines } = await readTable(workbook(heads + row))
  expect(table.headers).toEqual(['Name', 'Handle'])
  expect(rows.map(([name]) => name)).toEqual(['Ana', 'Bo'])
  expect(lines).toEqual([2, 1_048_576])
})
