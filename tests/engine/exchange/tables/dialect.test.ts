import { describe, expect, test } from 'vitest'
import { readTable } from './helpers.ts'

describe('delimiter', () => {
  test.each([
    ['comma', 'Name,Handle,Followers\nAna,@ana,12500\nBo,@bo,900\n', ','],
    ['semicolon with decimal commas', 'Name;Followers;Engagement rate\nAna;12.500;4,2\nBo;900;3,1\n', ';'],
    ['semicolon with one decimal comma a line', 'Name;Engagement rate\nAna;4,2\nBo;3,1\nCy;2,5\n', ';'],
    ['tab', 'Name\tHandle\nAna, of Rome\tana\nBo, of Pisa\tbo\n', '\t'],
    ['pipe', 'Name|Handle|Followers\nAna|ana|1\nBo|bo|2\n', '|'],
    ['unknown words, decimal commas', 'Nimi;Seuraajat;Sitoutuminen\nAino;12500;4,2\nEino;800;3,75\n', ';'],
  ])('%s', async (_, text, delimiter) => {
    const { table, rows } = await readTable(text)
    expect(table.delimiter).toBe(delimiter)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([table.headers.length]))
  })

  test('a sep= line decides and counts as a line', async () => {
    const { table, rows, lines } = await readTable('sep=;\r\nName;Followers\r\nAna;1,5\r\nBo;2,5\r\n')
    expect(table).toMatchObject({ delimiter: ';', headerLine: 2, headers: ['Name', 'Followers'] })
    expect(rows).toEqual([
      ['Ana', '1,5'],
      ['Bo', '2,5'],
    ])
    expect(lines).toEqual([3, 4])
  })
})

describe('every line wrapped as one quoted field', () => {
  test('inside one delimiter', async () => {
    const { table, rows, lines } = await readTable('"Name,Handle,Followers"\n"""Ana, of Rome"",ana,12"\n"Bo,bo,3"\n')
    expect(table).toMatchObject({ delimiter: ',', headers: ['Name', 'Handle', 'Followers'], headerLine: 1 })
    expect(rows).toEqual([
      ['Ana, of Rome', 'ana', '12'],
      ['Bo', 'bo', '3'],
    ])
    expect(lines).toEqual([2, 3])
  })

  test('with the delimiters of the sheet it was saved from after it', async () => {
    const { table, rows } = await readTable('"Name,Handle,Followers";;\r\n"Ana,ana,12";;\r\n"""B, o"",bo,3";;\r\n')
    expect(table.delimiter).toBe(',')
    expect(rows).toEqual([
      ['Ana', 'ana', '12'],
      ['B, o', 'bo', '3'],
    ])
  })
})

describe('quotes', () => {
  test('cells hold delimiters, quotes and line breaks, and lines are counted through them', async () => {
    const { rows, lines } = await readTable('Name,Handle\r\n"Ana ""A"" M,\r\nRome",ana\r\nBo,bo\r\n"C\n\n\nD",cd\nE,e')
    expect(rows).toEqual([
      ['Ana "A" M,\r\nRome', 'ana'],
      ['Bo', 'bo'],
      ['C\n\n\nD', 'cd'],
      ['E', 'e'],
    ])
    expect(lines).toEqual([2, 4, 5, 9])
  })

  test('a stray quote at the start of a cell takes no other row with it', async () => {
    const body = Array.from({ length: 30 }, (_, at) => `Maker ${at},maker${at},${at}`)
    body[3] = '"Big" Tom,tom,5'
    body[17] = '"Unclosed,un,6'
    const { rows, lines } = await readTable(`Name,Handle,Followers\n${body.join('\n')}\n`)
    expect(rows.map((row) => row.length)).toEqual(body.map(() => 3))
    expect(rows[3]).toEqual(['"Big" Tom', 'tom', '5'])
    expect(rows[17]?.slice(1)).toEqual(['un', '6'])
    expect(lines).toEqual(body.map((_, at) => at + 2))
  })

  test('a quote that is never closed does not swallow the rest', async () => {
    const { rows, lines } = await readTable('Name,Handle,Followers\nAna,ana,1\n"Bo,bo,2\nCy,cy,3\n')
    expect(rows.map((row) => row[1])).toEqual(['ana', 'bo', 'cy'])
    expect(lines).toEqual([2, 3, 4])
  })
})

test('old Mac line ends', async () => {
  const { rows, lines } = await readTable('Name,Handle\rAna,ana\rBo,bo\r')
  expect(rows).toEqual([
    ['Ana', 'ana'],
    ['Bo', 'bo'],
  ])
  expect(lines).toEqual([2, 3])
})

test('mixed line ends', async () => {
  const { rows } = await readTable('Name,Handle\r\nAna,ana\nBo,bo\r\nCy,cy')
  expect(rows).toEqual([
    ['Ana', 'ana'],
    ['Bo', 'bo'],
    ['Cy', 'cy'],
  ])
})
