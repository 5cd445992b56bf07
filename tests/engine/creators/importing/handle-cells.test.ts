import { describe, expect, test } from 'vitest'
import { readText } from './lists.ts'

/** What becomes of cells under `Handle` in a list of Instagram creators. */
async function handles(cells: string[]): Promise<string[]> {
  const rows = cells.map((cell, at) => `Maker Nr${at};${cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell};${at + 1}00`)
  const { drafts, rejects } = await readText(`Name;Handle;Followers\n${rows.join('\n')}\n`, { name: 'instagram.csv' })
  const read = [...drafts, ...rejects].toSorted((a, b) => a.line - b.line)
  return read.map((one) =>
    'problem' in one ? one.problem : one.accounts.map(({ platform, handle }) => `${platform} ${handle}`).join(' + '),
  )
}

test('one handle, in any dress', async () => {
  const cells = [
    '@ana',
    ' ana ',
    '@ ana',
    'ana/',
    '"ana"',
    '“ana”',
    '«ana»',
    "'ana'",
    "'@ana",
    '@ana (main)',
    'IG: @ana',
    'ig - @ana',
    '＠ana',
  ]
  expect(await handles([...cells, 'instagram.com/ana', 'https://www.instagram.com/ana/?hl=de'])).toEqual(
    Array.from({ length: cells.length + 2 }, () => 'instagram ana'),
  )
})

test('several in one cell', async () => {
  expect(
    await handles([
      '@ana / @ana_b',
      '@ana, @ana_b',
      '@ana @ana_b',
      '@ana/@ana_b',
      '@ana & @ana_b',
      'IG: @ana | TikTok: @ana.t',
      '@ana (IG) / @ana.t (TikTok)',
      'https://instagram.com/ana https://www.tiktok.com/@ana.t',
    ]),
  ).toEqual([
    ...Array.from({ length: 5 }, () => 'instagram ana + instagram ana_b'),
    ...Array.from({ length: 3 }, () => 'instagram ana + tiktok ana.t'),
  ])
})

test('names that only look like several stay one', async () => {
  expect(await handles(['Li Wei', 'Salt & Pepper', 'Tom, Dick and Harry', 'ro’s', '@x1', '@x2', '@x3', '@x4', '@x5'])).toEqual([
    'instagram Li Wei',
    'instagram Salt & Pepper',
    'instagram Tom, Dick and Harry',
    'instagram ro’s',
    ...['x1', 'x2', 'x3', 'x4', 'x5'].map((handle) => `instagram ${handle}`),
  ])
})

test('what cannot be one is rejected', async () => {
  expect(await handles(['an"a', 'a'.repeat(400), 'ana@example.com', 'https://www.instagram.com/p/Cxyz/', '@b1', '@b2', '@b3'])).toEqual([
    'A handle holds no quotation marks.',
    'This is too long to be a handle.',
    'This is an e-mail address; a handle or a profile address is needed.',
    'This address leads to no profile.',
    'instagram b1',
    'instagram b2',
    'instagram b3',
  ])
})

test('the figures of a row are of its first account, and that is said', async () => {
  const { drafts, notices } = await readText('Name;Handle;Followers\nAna;@ana, @ana_b;500\nBo;@bo;3\n', { name: 'instagram.csv' })
  expect(drafts[0]?.accounts.map(({ followers }) => followers)).toEqual([500, null])
  expect(notices).toMatchObject([{ line: 2, column: 'Handle', value: 'ana' }])
})

describe('without a column of handles', () => {
  test('those beside the names are taken', async () => {
    const names = ['Ana Bell (@ana.bell)', 'Bo Lind @bo', 'Cy Falk – @cy_f', 'Di']
    const { drafts } = await readText(`Creator;Followers\n${names.map((name, at) => `${name};${at + 1}00`).join('\n')}\n`, {
      name: 'ig.csv',
    })
    expect(drafts.map(({ name, accounts }) => `${name}: ${accounts[0]?.handle}`)).toEqual([
      'Ana Bell: ana.bell',
      'Bo Lind: bo',
      'Cy Falk: cy_f',
      'Di: Di',
    ])
  })

  test('a header that is only the sign is one', async () => {
    const { mapping } = await readText('Nome;@;Seguidores\nAna Conceição;ana;100\nBo Lima;bo;200\n', { name: 'ig.csv' })
    expect(mapping).toEqual(['name', 'handle', 'followers'])
  })
})

test('a row without a handle stands under the name, and that is said', async () => {
  const { drafts, notices } = await readText('Name,Handle,Followers\nAna Bell,,100\nBo,bo1,200\nCy,cy1,300\n', { name: 'ig.csv' })
  expect(drafts[0]?.accounts[0]?.handle).toBe('Ana Bell')
  expect(notices).toMatchObject([{ line: 2, column: 'Handle', problem: expect.stringContaining('no handle') }])
})

test('columns headed as handles are not outdone by short names', async () => {
  const cells = ['https://www.instagram.com/ana/', '@bo / @bo_2', 'IG: @cy', '@di (private)', 'ed.x', '']
  const rows = cells.map((cell, at) => `${['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Fa'][at]},${cell},${at + 1}00`)
  const { mapping } = await readText(`Name,Handle,Followers\n${rows.join('\n')}\n`, { name: 'ig.csv' })
  expect(mapping).toEqual(['name', 'handle', 'followers'])
})

test('a leading apostrophe is kept in texts, and no part of handles, numbers and telephones', async () => {
  const { drafts } = await readText("Name,Handle,Followers,Phone,Notes\n'=Bo,'@bo1,'300,'0301234567,'-dash\n'N Club,nclub,5,,\n", {
    name: 'ig.csv',
  })
  expect(drafts[0]).toMatchObject({ name: "'=Bo", phone: '0301234567', notes: "'-dash", accounts: [{ handle: 'bo1', followers: 300 }] })
  expect(drafts[1]?.name).toBe("'N Club")
})
