import { describe, expect, test } from 'vitest'
import { knownOf, readText } from './lists.ts'

const read = (text: string, name = 'instagram.csv') => readText(text, { name })
const remarks = async (text: string) => (await read(text)).notices.map(({ line, column, problem }) => `${line} ${column}: ${problem}`)

describe('whole columns', () => {
  test('that are not what their header says', async () => {
    expect(await remarks('Name,Handle,Followers,E-mail,Link\nAna,ana1,100,yes,here\nBo,bo1,200,yes,here\nCy,cy1,300,no,here\n')).toEqual([
      '1 E-mail: Hardly a cell of this column can be read as “E-mail”, so the column was left out.',
      '1 Link: Hardly a cell of this column can be read as “Profile URL”, so the column was left out.',
    ])
  })

  test('that contradict another of the same header', async () => {
    const { drafts, notices } = await read('Name,Handle,Followers,Followers,Country,Country\nAna,ana1,100,900,DE,FR\nBo,bo1,200,7,ES,ES\n')
    expect(knownOf(drafts[0]).followers).toBe(100)
    expect(drafts[0]?.country).toBe('DE')
    expect(notices.map(({ column, problem }) => `${column}: ${problem}`)).toEqual([
      'Followers: It differs from “Followers” in column 3, which was taken instead.',
      'Country: It differs from “Country” in column 5, which counts where both hold something.',
    ])
  })

  test('of averages are preferred to peaks and ranks', async () => {
    const { mapping } = await read(
      'Name,Handle,Followers,Peak views,Average views,Views rank\nAna,ana1,1000,900,300,7\nBo,bo1,2000,800,200,9\n',
    )
    expect(mapping).toEqual(['name', 'handle', 'followers', 'ignore', 'avgViews', 'ignore'])
  })

  test('of sums, and of one platform among several', async () => {
    expect(await remarks('Name,Instagram URL,TikTok URL,Followers\nAna,https://instagram.com/ana,https://tiktok.com/@ana,100\n')).toEqual([
      '1 Followers: The header names no platform; its figures were taken for Instagram.',
    ])
    expect(await remarks('Name,Handle,Followers,Likes\nAna,ana1,100,90000\nBo,bo1,200,80000\nCy,cy1,300,70000\n')).toEqual([
      '1 Likes: These are sums over all posts rather than averages, so they were left out.',
    ])
  })

  test('of somebody else’s addresses are left alone', async () => {
    const { drafts } = await read('Name,Handle,Email,Manager email\nAna,ana1,ana@example.com,sue@example.org\nBo,bo1,,sue@example.org\n')
    expect(drafts.map(({ email }) => email)).toEqual(['ana@example.com', null])
  })
})

describe('prices', () => {
  test('without a currency are taken in the workspace’s, and that is said', async () => {
    const { notices, drafts } = await readText('Name,Handle,Rate\nAna,ana1,300\nBo,bo1,€200\n', { name: 'ig.csv', currency: 'USD' })
    expect(drafts.map(({ rates }) => rates[0]?.currency)).toEqual(['USD', 'EUR'])
    expect(notices).toMatchObject([{ column: 'Rate', problem: 'Prices without a currency were taken to be in USD.' }])
  })

  test('in crowns of nobody knows where are left out', async () => {
    const { notices, drafts } = await readText('Namn;Användarnamn;Pris (kr)\nÅsa;asa1;3 000\n', { name: 'ig.csv', currency: 'EUR' })
    expect(drafts[0]?.rates).toEqual([])
    expect(notices).toMatchObject([{ line: 2, column: 'Pris (kr)', value: '3 000' }])
    const swedish = await readText('Namn;Användarnamn;Pris (kr)\nÅsa;asa1;3 000\n', { name: 'ig.csv', currency: 'SEK' })
    expect(swedish.drafts[0]?.rates).toMatchObject([{ amountMinor: 300_000, currency: 'SEK' }])
  })

  test('below the name of a format', async () => {
    const { drafts } = await read('Name,Handle,Followers,Reel,Story\nAna,ana1,100,€300,€100\nBo,bo1,200,1.200 €,\n')
    expect(drafts.map(({ rates }) => rates.map(({ format, amountMinor }) => `${format} ${amountMinor}`))).toEqual([
      ['reel 30000', 'story 10000'],
      ['reel 120000'],
    ])
  })
})

describe('rates', () => {
  test('that can be percent or a fraction are left out', async () => {
    const { drafts, notices } = await read('Name,Handle,ER\nAna,ana1,4.2%\nBo,bo1,0.031\nCy,cy1,3.1\nDi,di1,2.5\n')
    expect(drafts.map(({ accounts }) => accounts[0]?.statedEngagementBp)).toEqual([420, null, 310, 250])
    expect(notices).toMatchObject([{ line: 3, column: 'ER', value: '0.031' }])
  })

  test('with a % sign and fractions without one', async () => {
    const { drafts } = await read('Name,Handle,ER\nAna,ana1,"3,4 %"\nBo,bo1,0.034\nCy,cy1,0.05\n')
    expect(drafts.map(({ accounts }) => accounts[0]?.statedEngagementBp)).toEqual([340, 340, 500])
  })
})

const days = async (header: string, cells: string[]) => {
  const { drafts, notices } = await read(
    `Name;Handle;Followers;${header}\n${cells.map((cell, at) => `A${at};maker${at};1;${cell}`).join('\n')}\n`,
  )
  return { days: drafts.map(({ accounts }) => accounts[0]?.takenOn), unread: notices.map(({ value }) => value) }
}

describe('the day of the figures', () => {
  test('in the spellings of lists', async () => {
    expect(await days('Stand', ['31.01.2025', '01.02.2025', '45688', '2025-01-31T10:00:00Z', '31. Januar 2025', 'gestern', ''])).toEqual({
      days: ['2025-01-31', '2025-02-01', '2025-01-31', '2025-01-31', '2025-01-31', null, null],
      unread: ['gestern'],
    })
    expect((await days('Last updated', ['01/31/2025', '02/03/2025', 'Jan 5, 2025'])).days).toEqual([
      '2025-01-31',
      '2025-02-03',
      '2025-01-05',
    ])
  })

  test('is not guessed where day and month can be either', async () => {
    expect(await days('Last updated', ['01/02/2025', '02/03/2025'])).toEqual({ days: [null, null], unread: ['01/02/2025', '02/03/2025'] })
  })
})

const places = async (cells: string[]) => {
  const { drafts } = await read(`Name;Handle;Location\n${cells.map((cell, at) => `A${at};maker${at};${cell}`).join('\n')}\n`)
  return drafts.map(({ city, country }) => `${city} | ${country}`)
}

describe('places', () => {
  test('codes of states are told from those of countries by the others in the column', async () => {
    expect(await places(['Austin, TX', 'San Jose, CA', 'Paris, France'])).toEqual([
      'Austin, TX | US',
      'San Jose, CA | US',
      'Paris | France',
    ])
    expect(await places(['Berlin, DE', 'Paris, FR', 'Toronto, CA'])).toEqual(['Berlin | DE', 'Paris | FR', 'Toronto | CA'])
    expect(await places(['San Jose, CA', 'Rome'])).toEqual(['San Jose, CA | null', 'Rome | null'])
  })
})
