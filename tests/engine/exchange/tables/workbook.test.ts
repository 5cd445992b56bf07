import { writeOds, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
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
