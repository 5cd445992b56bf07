import { describe, expect, test } from 'vitest'
import { readTable } from './helpers.ts'

describe('the header is found by its content', () => {
  test('below title lines and blank rows', async () => {
    const text = ',,\nCreator list 2025,,\n"made by us, for you",,\n,,\nName,Handle,Followers\nAna,ana,1\n'
    const { table, rows, lines } = await readTable(text)
    expect(table).toMatchObject({ headerLine: 5, headers: ['Name', 'Handle', 'Followers'] })
    expect(rows).toEqual([['Ana', 'ana', '1']])
    expect(lines).toEqual([6])
  })

  test('below a preamble of # lines', async () => {
    const { table, rows } = await readTable('# ----\n# Start date: 20250101\n# ----\n\nName,Handle\nAna,ana\n')
    expect(table.headerLine).toBe(5)
    expect(rows).toHaveLength(1)
  })

  test('in words nobody knows, by the numbers below it', async () => {
    const { table } = await readTable('Report\n\nNimi,Seuraajat\nAino,12500\nEino,800\n')
    expect(table).toMatchObject({ headerLine: 3, headers: ['Nimi', 'Seuraajat'] })
  })

  test('a file without one has header line 0 and loses no row', async () => {
    const { table, rows } = await readTable('@ana,12500\n@bo,900\n')
    expect(table).toMatchObject({ headerLine: 0, headers: ['Column 1', 'Column 2'] })
    expect(rows).toEqual([
      ['@ana', '12500'],
      ['@bo', '900'],
    ])
  })

  test('with line breaks inside and the same name twice', async () => {
    const { table, lines } = await readTable('Name,"Followers\r\n(total)",Followers,\nAna,12K,12000,x\n')
    expect(table.headers).toEqual(['Name', 'Followers (total)', 'Followers', 'Column 4'])
    expect(lines).toEqual([3])
  })

  test('with words above it that reach over several columns', async () => {
    const { table } = await readTable(',Instagram,,TikTok,\nName,Handle,Followers,Handle,Followers\nAna,ana,1,ana_t,2\n')
    expect(table.groups).toEqual(['', 'Instagram', 'Instagram', 'TikTok', 'TikTok'])
    expect(table.headerLine).toBe(2)
  })
})

async function reasons(text: string): Promise<{ rows: (string | undefined)[]; skipped: string[] }> {
  const { skipped, rows } = await readTable(text)
  return { rows: rows.map((row) => row[0]), skipped: skipped.map(({ line, reason }) => `${line} ${reason}`) }
}

describe('lines that are no rows are left out with their reason', () => {
  test('blank lines', async () => {
    expect(await reasons('Name,Handle\nAna,ana\n,\n  , \n\nBo,bo\n\n')).toEqual({
      rows: ['Ana', 'Bo'],
      skipped: ['3 blank line', '4 blank line', '5 blank line', '7 blank line'],
    })
  })

  test.each(['Total', 'Gesamt (2)', 'Итого:', 'Grand total', 'TOTAL GÉNÉRAL', 'Average', '合計'])('a total line: %s', async (word) => {
    expect(await reasons(`Name,Handle,Followers\nAna,ana,1\nBo,bo,2\n${word},,3\n`)).toEqual({
      rows: ['Ana', 'Bo'],
      skipped: ['4 total line'],
    })
  })

  test('a creator who is called Total is a creator', async () => {
    const { rows } = await reasons('Name,Handle,Followers\nTotal,@total,1\nTotal Beauty,tb,2\nSum 41,,3\n')
    expect(rows).toEqual(['Total', 'Total Beauty', 'Sum 41'])
  })

  test('the header again', async () => {
    expect(await reasons('Name,Handle\nAna,ana\nName,Handle\nBo,bo\n')).toEqual({ rows: ['Ana', 'Bo'], skipped: ['3 header repeated'] })
  })

  test('titles between parts of the list', async () => {
    expect(await reasons('Name,Handle,Followers\nAna,ana,1\n\nTikTok\nName,Handle,Followers\nBo,bo,2\n')).toEqual({
      rows: ['Ana', 'Bo'],
      skipped: ['3 blank line', '4 title line', '5 header repeated'],
    })
  })

  test('a second table below the first', async () => {
    const list = 'Name,Handle,Followers,Country\nAna,ana,1,DE\nBo,bo,2,FR\n,,,\n'
    expect(await reasons(`${list}Top countries,,,\nCountry,Share,,\nGermany,40%,,\nFrance,10%,,\n`)).toEqual({
      rows: ['Ana', 'Bo'],
      skipped: ['4 blank line', ...[5, 6, 7, 8].map((line) => `${line} another table below the first`)],
    })
  })

  test('a small table of shares that fills as many columns', async () => {
    expect((await reasons('Name,Handle,Followers\nAna,ana,1\nBo,bo,2\n\nTop countries\nGermany,France\n40,20\n')).rows).toEqual([
      'Ana',
      'Bo',
    ])
  })

  test('a total line that names the platform', async () => {
    expect(await reasons('Name,Handle,Platform,Followers\nAna,ana,Instagram,1\nTotal,,Platform,1\n')).toEqual({
      rows: ['Ana'],
      skipped: ['3 total line'],
    })
  })

  test('a second table of words we know', async () => {
    expect((await reasons('Name,Handle,Followers\nAna,ana,1\n\nPlatform,Followers\nInstagram,5\n')).rows).toEqual(['Ana'])
  })

  test('remarks at the end', async () => {
    expect(await reasons('Name,Handle,Followers\nAna,ana,1\n\nSource: our own research\n')).toEqual({
      rows: ['Ana'],
      skipped: ['3 blank line', '4 remark below the table'],
    })
  })

  test('a row that holds only a name or a handle is kept', async () => {
    expect((await reasons('Name,Handle,Followers\nAna,ana,1\nBo,,\n\n,@cy,\nDi,di,2\n')).rows).toEqual(['Ana', 'Bo', '', 'Di'])
  })
})

test('rows that are too short or too long are kept as they are', async () => {
  const { rows } = await readTable('Name,Handle,Followers\nAna,ana,1\nBo,bo\nCy,cy,3,extra\nDi,di,4\n')
  expect(rows.map((row) => row.length)).toEqual([3, 2, 4, 3])
})

test('cells that begin with = + - @ are text', async () => {
  const { rows } = await readTable('Name,Handle\n=1+1,@ana\n+49 30 1,-\n')
  expect(rows).toEqual([
    ['=1+1', '@ana'],
    ['+49 30 1', '-'],
  ])
})
