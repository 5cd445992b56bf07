import { describe, expect, test } from 'vitest'
import { knownOf, readText } from './lists.ts'

const read = (text: string) => readText(text, { name: 'instagram.csv' })
const followers = async (text: string) => {
  const { drafts, rejects, notices } = await read(text)
  return {
    followers: drafts.map((draft) => knownOf(draft).followers),
    rejects: rejects.map(({ line, column, value }) => [line, column, value]),
    notices: notices.map(({ line, value }) => [line, value]),
  }
}

describe('a number torn apart at its comma', () => {
  test('is joined where that can be done in one way, and said', async () => {
    expect(await followers('Name,Handle,Followers\nAna,ana1,12,500\nBo,bo1,900\nCy,cy1,1,234,567\nDi,di1,400\n')).toEqual({
      followers: [12_500, 900, 1_234_567, 400],
      rejects: [],
      notices: [
        [2, '12,500'],
        [4, '1,234,567'],
      ],
    })
  })

  test('rejects its row where it can be done in several ways', async () => {
    const { rejects, followers: known } = await followers(
      'Name,Handle,Followers,Avg likes,Avg comments\nAna,ana1,12,500,340,20\nBo,bo1,900,40,2\nCy,cy1,800,40,2\n',
    )
    expect(known).toEqual([900, 800])
    expect(rejects.map(([line]) => line)).toEqual([2])
  })

  test('also where every row has one', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `Maker ${at},maker${at},${at + 1},50${at}`)
    expect((await followers(`Name,Handle,Followers\n${rows.join('\n')}\n`)).followers).toEqual(
      rows.map((_, at) => (at + 1) * 1000 + 500 + at),
    )
  })
})

describe('a delimiter in a text without quotes', () => {
  test('rejects the row whose cells have moved, with the first that does not fit', async () => {
    const { rejects, drafts } = await read('Name,Handle,Followers,Country\nAna,ana1,100,DE\nLind, Bo,bo1,200,FR\nCy,cy1,300,ES\n')
    expect(drafts.map(({ name }) => name)).toEqual(['Ana', 'Cy'])
    const problem = 'The row has 5 cells below a header of 4; a text or number with “,” in it needs quotation marks.'
    expect(rejects).toEqual([{ line: 3, column: 'Handle', value: ' Bo', problem }])
  })

  test('does no harm in the last column, whose text is taken whole', async () => {
    const { drafts, notices } = await read('Name,Handle,Followers,Notes\nAna,ana1,100,likes tea, cake, more\nBo,bo1,200,ok\nCy,cy1,300,\n')
    expect(drafts.map(({ notes }) => notes)).toEqual(['likes tea, cake, more', 'ok', null])
    expect(notices).toMatchObject([{ line: 2, column: 'Notes', value: 'likes tea, cake, more' }])
  })

  test('beyond the last column: the row is kept, and what was left out is said', async () => {
    const { drafts, notices } = await read('Name,Handle,Followers\nAna,ana1,100,see below,soon\nBo,bo1,200\nCy,cy1,300\n')
    expect(drafts.map((draft) => knownOf(draft).followers)).toEqual([100, 200, 300])
    expect(notices).toEqual([
      { line: 2, column: null, value: 'see below,soon', problem: 'This stands beyond the last column and was left out.' },
    ])
  })

  test('columns without a header are columns', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `Maker ${at},maker${at},${at + 1}000,fine`)
    const { drafts, notices, rejects } = await read(`Name,Handle,Followers\n${rows.join('\n')}\n`)
    expect([drafts.length, notices.length, rejects.length]).toEqual([9, 0, 0])
  })
})

test('followers with decimals lack a unit', async () => {
  const { rejects } = await read('Name,Handle,Followers,Avg likes\nAna,ana1,12.5,3.5\nBo,bo1,3,2\nCy,cy1,12500.0,2\n')
  const problem = 'A count has no decimals; check the unit behind the number.'
  expect(rejects).toEqual([{ line: 2, column: 'Followers', value: '12.5', problem }])
})
