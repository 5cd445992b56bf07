import { describe, expect, test } from 'vitest'
import { readTable } from './helpers.ts'

const list = ['Name,Handle,Followers', 'Ana,ana,100', 'Bo,bo,200', 'Cy,cy,300']
const three = [
  ['Ana', 'ana', '100'],
  ['Bo', 'bo', '200'],
  ['Cy', 'cy', '300'],
]

describe('quotes', () => {
  test('behind a blank', async () => {
    const { table, rows } = await readTable('Name, Handle, Followers\n"Bell, Ana", "ana", "1,200"\n"Lind, Bo",  "bo", "300"\n')
    expect(table).toMatchObject({ delimiter: ',', headers: ['Name', 'Handle', 'Followers'] })
    expect(rows).toEqual([
      ['Bell, Ana', 'ana', '1,200'],
      ['Lind, Bo', 'bo', '300'],
    ])
  })

  test('a blank before quoted words inside a text is left alone', async () => {
    const { rows } = await readTable('Name,Handle,Notes\nAna,ana,"says, ""hello"" to all"\nBo,bo,fine\n')
    expect(rows[0]?.[2]).toBe('says, "hello" to all')
  })

  test('escaped with a backslash', async () => {
    const { rows } = await readTable('Name,Handle,Followers\n"Ana \\"Annie\\" Bell",ana,100\n"Bo, \\"B\\"",bo,200\n')
    expect(rows).toEqual([
      ['Ana "Annie" Bell', 'ana', '100'],
      ['Bo, "B"', 'bo', '200'],
    ])
  })

  test('single ones', async () => {
    const { rows } = await readTable("'Name','Handle','Followers'\n'Bell, Ana','ana','1200'\n'Bo','bo','300'\n")
    expect(rows).toEqual([
      ['Bell, Ana', 'ana', '1200'],
      ['Bo', 'bo', '300'],
    ])
  })

  test('an apostrophe before names is no quote', async () => {
    const { rows } = await readTable("Name,Handle,Followers\n'N Club,nclub,5\nAna,ana,100\n")
    expect(rows[0]?.[0]).toBe("'N Club")
  })

  test('around a text that a spreadsheet must not read as a number', async () => {
    const { table, rows } = await readTable('="Name",="Handle",="Followers"\n="Ana",="0123",="1""2"\n')
    expect(table.headers).toEqual(['Name', 'Handle', 'Followers'])
    expect(rows).toEqual([['Ana', '0123', '1"2']])
  })
})

describe('line ends', () => {
  test.each([
    ['of three kinds in one file', list.map((line, at) => line + ['\r\n', '\n', '\r', '\n'][at]).join('')],
    ['of old Macs', `${list.join('\r')}\r`],
    ['of old Macs below a title', `Spring\n${list.join('\r')}\r`],
    ['with one return too many', list.map((line) => `${line}\r\r\n`).join('')],
  ])('%s', async (_, text) => {
    const { rows } = await readTable(text)
    expect(rows.map((row) => row.map((cell) => cell.trim()))).toEqual(three)
  })

  test('a return inside a quoted cell ends no row', async () => {
    const { rows } = await readTable('Name,Handle,Followers\r\n"Ana\rBell",ana,100\r\nBo,bo,200\r\n')
    expect(rows.map((row) => row.length)).toEqual([3, 3])
  })
})

describe('headers', () => {
  test('with units below them', async () => {
    const { table, rows } = await readTable('Name,Handle,Followers,Country\n,,(k),\nAna,ana,12.5,DE\n')
    expect(table).toMatchObject({ headerLine: 1, headers: ['Name', 'Handle', 'Followers (k)', 'Country'] })
    expect(rows).toEqual([['Ana', 'ana', '12.5', 'DE']])
  })

  test('of two rows of words', async () => {
    const { table, rows } = await readTable('Имя,Handle,Подписчики,Country\nName,Username,Followers,Home\nAna,ana,100,DE\nBo,bo,200,FR\n')
    expect(table.headers).toEqual(['Name', 'Username', 'Followers', 'Country'])
    expect(rows).toHaveLength(2)
  })

  test('a row of words below a header is a row', async () => {
    const { rows } = await readTable('Name,Platform,Country\nHandle,Platform,DE\nAna,Handle,FR\n')
    expect(rows).toHaveLength(2)
  })

  test('without a cell for the row numbers', async () => {
    const { table } = await readTable('Name,Handle,Followers\n1,Ana,ana,100\n2,Bo,bo,200\n3,Cy,cy,300\n')
    expect(table.headers).toEqual(['Column 1', 'Name', 'Handle', 'Followers'])
  })

  test('known words below rows of data are data', async () => {
    const { table, rows } = await readTable('Jina,Akaunti,Wafuasi,X\nAna,a1,100,y\nName,Handle,Country,Platform\nBo,b1,200,y\n')
    expect(table.headerLine).toBe(1)
    expect(rows).toHaveLength(3)
  })

  test('again in capitals, and ruled lines', async () => {
    const { rows, skipped } = await readTable('| Name | Handle |\n|------|:-----:|\n| Ana | ana |\n| NAME | HANDLE |\n| Bo | bo |\n')
    expect(rows).toHaveLength(2)
    expect(skipped).toEqual([
      { line: 2, reason: 'ruled line' },
      { line: 4, reason: 'header repeated' },
    ])
  })
})

test('a sep= line that is wrong does not win over the header', async () => {
  const { table } = await readTable('sep=,\nName;Handle;Followers\nAna;ana;12,5\n')
  expect(table).toMatchObject({ delimiter: ';', headerLine: 2, headers: ['Name', 'Handle', 'Followers'] })
})
