import { writeXlsx } from 'hucre'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

async function workspace() {
  const { call, engine, folder } = await testWorkspace()
  const granted = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return engine.grants.toRead(join(folder, name))
  }
  return {
    call,
    take: (name: string, content: string | Uint8Array, options: { sheet?: string } = {}) =>
      call.creators.import({ file: granted(name, content), ...options }),
    previewed: (name: string, content: string | Uint8Array) => call.creators.importPreview({ file: granted(name, content) }),
  }
}

const list = (rows: string[]) => `Name,Platform,Handle,Followers,E-mail\n${rows.join('\n')}\n`

describe('the same person on several platforms', () => {
  test.each([
    [
      'by first and last name',
      ['Ana Bell,Instagram,anabell,100,', 'Bo,TikTok,bo,5,', 'ana  béll,TikTok,thebells,200,'],
      '2 and 4',
      'Instagram and TikTok',
    ],
    ['by name and address', ['Ana,IG,ana1,100,a@example.com', 'Ana,YouTube,AnaTV,200,A@example.com'], '2 and 3', 'Instagram and YouTube'],
    [
      'by handle',
      ['Ana,IG,anabell,100,', 'Mrs Bell,TT,AnaBell,200,', 'A. B.,YT,anabell,5,'],
      '2, 3 and 4',
      'Instagram, TikTok and YouTube',
    ],
  ])('is told %s, once, and kept apart', async (_, rows, lines, platforms) => {
    const { call, take } = await workspace()
    const { notices, rows: counts } = await take('list.csv', list(rows))
    expect(counts.created).toBe(rows.length)
    expect((await call.creators.list({})).total).toBe(rows.length)
    expect(notices.map(({ problem }) => problem)).toEqual([
      `Lines ${lines} look like the same person on ${platforms}; they were kept apart.`,
    ])
  })

  test('is not seen in namesakes, in one creator on several lines, nor in one row with several accounts', async () => {
    const { take } = await workspace()
    const rows = ['Ana,IG,ana.one,100,', 'Ana,TikTok,ana.two,200,', 'Bo Lind,IG,bolind,5,', 'Bo Lind,IG,@bolind,5,', 'Cy Falk,IG,cy1,5,']
    expect((await take('list.csv', list(rows))).notices).toEqual([])
    const wide = 'Name,Instagram,TikTok\nDi Fox,difox,difox\nEd Fox,edfox,\n'
    expect((await take('wide.csv', wide)).notices).toEqual([])
  })

  test('is not looked for in our own lists, which have a line for each account', async () => {
    const { call, take } = await workspace()
    await take('wide.csv', 'Name,Instagram,TikTok\nDi Fox,difox,difox\n')
    const [row] = (await call.creators.list({})).rows
    const own = `Troupe ID,Name,Platform,Handle\n${row?.id},Di Fox,instagram,difox\n${row?.id},Di Fox,tiktok,difox\n`
    expect(await take('own.csv', own)).toMatchObject({ notices: [], rows: { unchanged: 2 } })
  })
})

test('who takes the handle of somebody with another name is told, with what was replaced', async () => {
  const { call, take } = await workspace()
  const rows = ['Ana Bell,IG,claimed,100,ana@example.com', 'Bo Lind,IG,@claimed,200,bo@example.com', 'Cy Falk,IG,cyfalk,5,']
  const first = await take('list.csv', list(rows))
  expect(first.notices).toEqual([
    {
      line: 3,
      column: 'Handle',
      value: 'claimed',
      problem:
        'The handle is already in line 2, under another name; the row was taken as news of the same person, ' +
        'and the name “Ana Bell” and the address ana@example.com were replaced.',
    },
  ])
  const later = await take('later.csv', list(['Di Fox,IG,claimed,300,']))
  expect(later.notices).toMatchObject([
    { line: 2, problem: expect.stringMatching(/^The handle is already in the workspace.*“Bo Lind” was replaced/) as string },
  ])
  expect((await call.creators.list({ sort: 'name' })).rows.map(({ name }) => name)).toEqual(['Cy Falk', 'Di Fox'])
  // The same person, with more of the name, or a creator who was known by the handle alone.
  const same = await take('same.csv', list(['Di Fox-Lind,IG,claimed,300,', ',IG,nameless,1,', 'Cy,IG,cyfalk,5,']))
  const named = await take('named.csv', list(['Ed Hart,IG,nameless,1,']))
  expect([same.notices, named.notices]).toEqual([[], []])
})

test('a sheet is chosen by its name, and its name tells the platform', async () => {
  const { take, previewed, call } = await workspace()
  const header = ['Name', 'Handle', 'Followers']
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Instagram', rows: [header, ['Ana', 'ana1', 1]] },
      { name: 'TikTok', rows: [header, ['Bo', 'bo1', 2]] },
    ],
  })
  expect(await previewed('list.xlsx', bytes)).toMatchObject({ sheet: 'Instagram', sheets: ['Instagram', 'TikTok'], questions: [] })
  const first = await take('list.xlsx', bytes)
  expect(first).toMatchObject({ sheet: 'Instagram', rows: { created: 1 }, notices: [{ line: 0 }] })
  expect(await take('list.xlsx', bytes, { sheet: 'tiktok' })).toMatchObject({ sheet: 'TikTok', rows: { created: 1 } })
  await expect(take('list.xlsx', bytes, { sheet: 'Threads' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect((await call.creators.list({ sort: 'name' })).rows.map(({ platform }) => platform)).toEqual(['instagram', 'tiktok'])
})

test('what was mended in a file is said before the rest', async () => {
  const { take } = await workspace()
  const { notices, rows } = await take('instagram.csv', 'Name,Handle,ER\nAna,ana1,high\nBo\u0000,bo1,3%\nCy,cy1,4%\nDi,di1,4%\n')
  expect(rows.created).toBe(4)
  expect(notices.map(({ line, column }) => [line, column])).toEqual([
    [3, null],
    [2, 'ER'],
  ])
})

test('values that go on and on are shortened where they are shown', async () => {
  const { take } = await workspace()
  const { rejects } = await take('instagram.csv', `Name,Handle,Followers\nAna,${'a'.repeat(5000)},1\nBo,bo1,2\nCy,cy1,3\n`)
  expect(rejects).toMatchObject([{ line: 2, column: 'Handle' }])
  expect(rejects[0]?.value).toHaveLength(501)
})
