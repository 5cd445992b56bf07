import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readTable } from './helpers.ts'

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const header = 'Name,Handle\n'

test.each([
  ['a zero byte', bytes(header, 'Ana,ana\nBo', [0], 'b,bob\n'), ['Ana', 'Bob']],
  ['control characters', bytes(header, 'Ana', [1], ',a', [2], 'na\nBob,b', [27], 'ob\n'), ['Ana', 'Bob']],
  ['the end mark of DOS', bytes(header, 'Ana,ana\nBob,bob\n', [26]), ['Ana', 'Bob']],
  [
    'zeros up to the end of a block',
    bytes(
      header,
      'Ana,ana\nBob,bob\n',
      Array.from({ length: 700 }, () => 0),
    ),
    ['Ana', 'Bob'],
  ],
])('%s is left out of a text, and said', async (_, text, names) => {
  const { table, rows } = await readTable(text)
  expect(rows.map(([name]) => name)).toEqual(names)
  expect(rows.map(([, handle]) => handle)).toEqual(['ana', 'bob'])
  expect(table.notices().map(({ problem }) => problem)).toEqual([expect.stringContaining('bytes that are no text')])
})

test('the lines with stray bytes are named, also far into a file', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `Maker ${at},maker${at}${at % 9_999 === 7 ? '\u0000' : ''}\n`)
  const { table, rows } = await readTable(`${header}${lines.join('')}`)
  expect(rows).toHaveLength(20_000)
  expect(table.notices()).toEqual([{ line: 9, problem: 'Lines 9, 10008 held bytes that are no text; they were left out.' }])
})

test.each([
  ['zeros', Buffer.alloc(5000)],
  ['many zeros in little text', bytes(header, ...Array.from({ length: 40 }, () => ['a', [0, 1]]).flat())],
  ['short noise', Buffer.from('8f00c3119a02ff7fe11d0b04d9a305f2018b9cee1403', 'hex')],
])('%s: still no table', async (_, noise) => {
  await expect(readTable(noise)).rejects.toMatchObject({ code: 'NOT_A_TABLE' })
})

test('lines in another encoding than the rest are read in theirs', async () => {
  const names = ['Zoë', 'José', 'Änne', 'Özi', 'Ülo', 'Éva', 'Íris', 'Ñu', 'Ça']
  const text = bytes(header, names.map((name, at) => `${name},maker${at}\n`).join(''), [0x52, 0x65, 0x6e, 0xe9, 0x20], 'é,rene\n')
  const { table, rows } = await readTable(text)
  expect(table.encoding).toBe('utf-8')
  expect(rows.map(([name]) => name)).toEqual([...names, 'René é'])
  expect(table.notices()).toEqual([{ line: 11, problem: expect.stringMatching(/^Line 11 held letters .* windows-1252\.$/) }])
})

test('a byte order mark of UTF-8 before Windows-1252', async () => {
  const { table, rows } = await readTable(
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode(`${header}Zoë,zoe\nJörg,joerg\n`, 'windows-1252')]),
  )
  expect(table).toMatchObject({ encoding: 'windows-1252', headers: ['Name', 'Handle'] })
  expect(rows.map(([name]) => name)).toEqual(['Zoë', 'Jörg'])
})

test('UTF-32', async () => {
  const { table, rows } = await readTable(iconv.encode(`${header}Zoë,zoe\n`, 'utf-32le', { addBOM: true }))
  expect(table).toMatchObject({ encoding: 'utf-32le', headers: ['Name', 'Handle'] })
  expect(rows).toEqual([['Zoë', 'zoe']])
})

test('lines that were encoded twice are mended, and said', async () => {
  const twice = iconv.decode(Buffer.from('Zoë Größe,zoe\nÉva,eva\n„Jürgen“,juergen\n'), 'windows-1252')
  const { table, rows } = await readTable(`${header}${twice}Ana,ana\nIRMÃ,irma\n`)
  expect(rows.map(([name]) => name)).toEqual(['Zoë Größe', 'Éva', '„Jürgen“', 'Ana', 'IRMÃ'])
  expect(table.notices()).toEqual([{ line: 2, problem: expect.stringMatching(/^Lines 2, 3, 4 had been encoded twice/) }])
})

test('honest letters that look like it are left alone', async () => {
  const { table, rows } = await readTable(`${header}IRMÃ,a\nSÃO Ãé,b\n20 Â,c\n`)
  expect(rows.map(([name]) => name)).toEqual(['IRMÃ', 'SÃO Ãé', '20 Â'])
  expect(table.notices()).toEqual([])
})
