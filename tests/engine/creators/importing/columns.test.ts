import { describe, expect, test } from 'vitest'
import { readMapping } from '#src/main/engine/creators/importing/mapping.ts'
import { knownOf, readText } from './lists.ts'

const of = async (text: string, name = 'list.csv') => {
  const { questions, drafts, rejects } = await readText(text, { name })
  return { questions, platforms: drafts.map(({ accounts }) => accounts[0]?.platform), rejects: rejects.length }
}

const followers = async (cells: string[], header = 'Followers') => {
  const { drafts } = await readText(`Username;${header}\n${cells.map((cell, at) => `user${at};${cell}`).join('\n')}`, { name: 'ig.csv' })
  return drafts.map(({ accounts }) => accounts[0]?.followers)
}

describe('the platform', () => {
  test('from a column, in many spellings; a new one is data', async () => {
    expect(await of('Name,Handle,Platform\nA,a,IG\nB,b,Tik Tok\nC,c,twitter\nD,d,Lemon8\nE,e,lemon8\n')).toEqual({
      questions: [],
      rejects: 0,
      platforms: ['instagram', 'tiktok', 'x', 'Lemon8', 'Lemon8'],
    })
  })

  test('from the address, before the file’s name', async () => {
    const list = 'Name,Username,Link\nA,a,https://www.tiktok.com/@a\nB,b,https://youtube.com/@b\nC,c,\n'
    const { platforms } = await of(list, 'instagram june.csv')
    expect(platforms).toEqual(['tiktok', 'youtube', 'instagram'])
  })

  test('from a header, a title, a file name', async () => {
    expect((await of('Name,Insta handle,Followers\nA,a,1\n')).platforms).toEqual(['instagram'])
    expect((await of('Top TikTokers 2026,,\nName,Handle,Followers\nA,a,1\n')).platforms).toEqual(['tiktok'])
    expect((await of('Name,Handle,Followers\nA,a,1\n', 'our_yt_list.csv')).platforms).toEqual(['youtube'])
  })

  test('is asked for where nothing says it', async () => {
    expect((await of('Name,Handle,Followers\nA,a,1\n')).questions).toEqual(['platform'])
  })

  test('is not needed for names alone', async () => {
    expect(await of('Name,E-mail\nA B,a@example.com\n')).toEqual({ questions: [], platforms: [undefined], rejects: 0 })
  })

  test('a row that does not say it is rejected, not guessed', async () => {
    const { rejects } = await readText('Name,Handle,Platform\nA,a,TikTok\nB,b,\n')
    const problem = 'The row does not say which platform the creator is on.'
    expect(rejects).toEqual([{ line: 3, column: 'Platform', value: null, problem }])
  })
})

describe('misleading headers', () => {
  test('handles under Name and names under Username are told apart', async () => {
    const { mapping } = await readText('Username,Name,Platform\nAna Prado,ana.prado,IG\nBo Lind,bo_lind,IG\nCy Falk,cyfalk1,IG\n')
    expect(mapping).toEqual(['name', 'handle', 'platform'])
  })

  test('a lone Name column of handles holds handles', async () => {
    const { drafts } = await readText('Name,Followers\nana.prado,12K\nbo_lind,9K\ncyfalk1,3K\n', { name: 'tiktok.csv' })
    expect(drafts[0]).toMatchObject({ name: 'ana.prado', isNameFromHandle: true, accounts: [{ handle: 'ana.prado', followers: 12_000 }] })
  })

  const anas = ['@a1', '@b1', 'https://www.tiktok.com/@c1', 'https://www.tiktok.com/@d1']
  const mixes: [header: string, cells: string[]][] = [
    ['Handle', anas],
    ['Benutzername', anas.slice(1, 3)],
    ['Username', anas.slice(1)],
    ['Handle', ['a1', ...anas.slice(2)]],
  ]
  test.each(mixes)('handles and profile addresses mixed under %s are handles: %j', async (header, cells) => {
    const rows = cells.map((cell, at) => `${['Ana', 'Bo', 'Cy', 'Di'][at]},${cell},${at + 1}000`)
    const { mapping, drafts, rejects } = await readText(`Name,${header},Followers\n${rows.join('\n')}\n`, { platform: 'instagram' })
    expect(mapping).toEqual(['name', 'handle', 'followers'])
    expect(rejects).toEqual([])
    expect(drafts.map(({ accounts }) => `${accounts[0]?.platform} ${accounts[0]?.handle}`)).toEqual(
      cells.map((cell) => (cell.includes('/') ? `tiktok ${cell.slice(-2)}` : `instagram ${cell.replace('@', '')}`)),
    )
  })

  test('likes of all posts together are not likes per post', async () => {
    const list = 'Username,Followers,Likes,Avg views\na,1000,250000,400\nb,2000,90000,500\nc,3000,120000,900\n'
    const { mapping } = await readText(list, { name: 'tiktok.csv' })
    expect(mapping).toEqual(['handle', 'followers', 'ignore', 'avgViews'])
  })

  test('an engagement column is a rate or a count by its figures', async () => {
    const rate = await readText('Username,Followers,Engagement\na,1000,4.2\nb,2000,3\n', { name: 'ig.csv' })
    const fraction = await readText('Username,Followers,Engagement\na,1000,0.042\nb,2000,0.03\n', { name: 'ig.csv' })
    const count = await readText('Username,Followers,Engagement\na,100000,4.2K\nb,200000,3K\n', { name: 'ig.csv' })
    expect([rate, fraction, count].map(({ drafts }) => drafts[0]?.accounts[0]?.statedEngagementBp)).toEqual([420, 420, 420])
  })
})

describe('figures', () => {
  test('in the spellings of the field', async () => {
    const cells = ['48.5M', '475.8m', '12 500', '1,234', '12.5K', '900']
    expect(await followers(cells)).toEqual([48_500_000, 475_800_000, 12_500, 1234, 12_500, 900])
    expect(await followers(['12.500', '1.234', '900'])).toEqual([12_500, 1234, 900])
  })

  test('unknown ones are unknown, never 0', async () => {
    const cells = ['N/A', "N/A'", '-', '--', 'nan', '#VALOR!', '', '0', '12']
    expect(await followers(cells)).toEqual([null, null, null, null, null, null, null, 0, 12])
  })

  test('the unit of a header holds for its cells', async () => {
    expect(await followers(['12.5', '0.9', '104'], 'Followers (millions)')).toEqual([12_500_000, 900_000, 104_000_000])
    expect(await followers(['12,5', '0,9'], 'Abonnenten (Tsd.)')).toEqual([12_500, 900])
    expect(await followers(['12500000', '900000'], 'Followers (millions)')).toEqual([12_500_000, 900_000])
  })

  test('a Turkish B is a thousand; more followers than people are refused', async () => {
    expect(await followers(['12,5B', '1,2 B', '0,9B', '3,4M'], 'Takipçi Sayısı')).toEqual([12_500, 1200, 900, 3_400_000])
    const { drafts, rejects } = await readText('Username,Followers\na,12.5B\nb,900\n', { name: 'ig.csv' })
    expect(drafts).toHaveLength(1)
    const problem = 'This is more than there are people; check the unit behind the number.'
    expect(rejects).toEqual([{ line: 2, column: 'Followers', value: '12.5B', problem }])
  })

  test('impossible ones are said with line, column and value', async () => {
    const { rejects, notices, drafts } = await readText('Username,Followers,ER\na,-5,3%\nb,many,2%\nc,100,250%\n', { name: 'ig.csv' })
    expect(rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'Followers', '-5'],
      [3, 'Followers', 'many'],
    ])
    expect(notices.map(({ line, column, value }) => [line, column, value])).toEqual([[4, 'ER', '250%']])
    expect(knownOf(drafts[0])).toEqual({ platform: 'instagram', handle: 'c', followers: 100 })
  })
})

describe('people', () => {
  test('first and last name, place, several niches, tags and prices', async () => {
    const header = 'First name;Last name;Username;Location;Category;Tags;Price per story;Price per post;Currency;Phone;Notes'
    const { drafts } = await readText(
      `${header}
      Ana;Prado;ana;Berlin, Germany;Food, Travel;fair 2026|vip;€150;300;USD;'+49 30 1;=1+1`,
      { name: 'ig.csv' },
    )
    expect(drafts[0]).toMatchObject({
      name: 'Ana Prado',
      city: 'Berlin',
      country: 'Germany',
      niches: ['Food', 'Travel'],
      tags: ['fair 2026', 'vip'],
      phone: '+49 30 1',
      notes: '=1+1',
      rates: [
        { platform: 'instagram', format: 'story', amountMinor: 15_000, currency: 'EUR' },
        { platform: 'instagram', format: 'feed-post', amountMinor: 30_000, currency: 'USD' },
      ],
    })
  })

  test('a first name beside a name that is only the last one', async () => {
    const { drafts } = await readText('Vorname;Name;Nutzername\nAna;Prado;ana\nBo;Bo Lind;bo\n', { name: 'ig.csv' })
    expect(drafts.map(({ name }) => name)).toEqual(['Ana Prado', 'Bo Lind'])
  })

  test('a phone number under Contact is a phone number; what is neither is said', async () => {
    const { drafts, notices } = await readText('Username,Contact\na,a@example.com\nb,+49 170 1234567\nc,ask her\n', { name: 'ig.csv' })
    expect(drafts.map(({ email, phone }) => [email, phone])).toEqual([
      ['a@example.com', null],
      [null, '+49 170 1234567'],
      [null, null],
    ])
    expect(notices).toEqual([{ line: 4, column: 'Contact', value: 'ask her', problem: 'This is not an e-mail address.' }])
  })

  test('names that look like placeholders are names', async () => {
    const { drafts } = await readText('Name,Username\nNan,nan.knits\nX,xavier\nNone Such,nonesuch\n', { name: 'ig.csv' })
    expect(drafts.map(({ name }) => name)).toEqual(['Nan', 'X', 'None Such'])
  })

  test('a row with neither name nor handle is rejected', async () => {
    const { rejects } = await readText('Name,Username,Followers,Country\nA,a,1,DE\n,,5000,FR\n', { name: 'ig.csv' })
    expect(rejects).toEqual([{ line: 3, column: 'Username', value: null, problem: 'The row has neither a name nor a handle.' }])
  })

  test('an e-mail address is no handle', async () => {
    const { rejects } = await readText('Name,Username\nA,a@example.com\nB,b\nC,c\n', { name: 'ig.csv' })
    expect(rejects).toMatchObject([{ line: 2, column: 'Username', value: 'a@example.com' }])
  })

  const rows = ['Anna,"@op1,Instagram,100', 'Bo,@bo,Instagram,5', 'Cy,@cy,TikTok,7']
  test.each([[rows], [rows.toReversed()]])('a quote that was never closed is no part of a handle: %j', async (lines) => {
    const { drafts, rejects } = await readText(`Name,Handle,Platform,Followers\n${lines.join('\n')}`)
    expect(rejects).toEqual([])
    const handles = drafts.map(({ accounts }) => `${accounts[0]?.platform} ${accounts[0]?.handle} ${accounts[0]?.followers}`)
    expect(handles.sort()).toEqual(['instagram bo 5', 'instagram op1 100', 'tiktok cy 7'])
  })

  test('a script in a name is text like any other', async () => {
    const { drafts } = await readText('Name,Username\n<script>alert(1)</script>,a\nB,b\n', { name: 'ig.csv' })
    expect(drafts[0]?.name).toBe('<script>alert(1)</script>')
  })
})

describe('what cannot be recognised is asked', () => {
  test('a table without anybody in it', async () => {
    expect((await readText('Amount,Weight\n1,2\n3,4\n')).questions).toEqual(['mapping'])
  })

  test('an export of posts, although it has handles', async () => {
    const posts = 'Post ID,Account ID,Account username,Permalink,Publish time,Likes\n1,2,ana,https://www.instagram.com/p/x/,2025-01-01,5\n'
    expect((await readText(posts)).questions).toEqual(['mapping'])
  })

  test('and a mapping answers it', async () => {
    const mapping = readMapping({ 0: 'handle', 1: 'followers' })
    const { questions, drafts } = await readText('Wer,Wieviele\nana,12\n', { platform: 'tiktok', mapping })
    expect(questions).toEqual([])
    expect(knownOf(drafts[0])).toEqual({ platform: 'tiktok', handle: 'ana', followers: 12 })
  })

  test('a mapping of a field that does not exist is refused', () => {
    expect(() => readMapping({ 0: 'shoe size' })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })
})

test('a file without a header is read by its cells', async () => {
  const { drafts, questions, table } = await readText('@ana,Ana Prado,12.5K\n@bo,Bo Lind,900\n', { name: 'instagram.csv' })
  expect(table.headerLine).toBe(0)
  expect(questions).toEqual([])
  expect(drafts.map(({ name, accounts }) => [name, accounts[0]?.handle, accounts[0]?.followers])).toEqual([
    ['Ana Prado', 'ana', 12_500],
    ['Bo Lind', 'bo', 900],
  ])
})

test('a bare list of addresses', async () => {
  const { drafts, questions } = await readText('https://www.instagram.com/ana/\nhttps://www.tiktok.com/@bo\n')
  expect(questions).toEqual([])
  expect(drafts.map(({ accounts }) => `${accounts[0]?.platform} ${accounts[0]?.handle}`)).toEqual(['instagram ana', 'tiktok bo'])
})
