import { mkdtempSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTable } from '#src/main/engine/exchange/tables/open-table.ts'
import { bytesSource, fileSource } from '#src/main/engine/exchange/tables/source.ts'

const folder = mkdtempSync(join(tmpdir(), 'troupe-tables-'))
afterAll(() => rmSync(folder, { recursive: true }))

const open = async (name: string, bytes?: Uint8Array | string) => {
  if (bytes !== undefined) writeFileSync(join(folder, name), bytes)
  return openTable(await fileSource(join(folder, name)), () => false)
}
/** Repeatable noise. */
const noise = Uint8Array.from({ length: 50_000 }, (_, at) => Math.imul(at + 7, 2_654_435_761) >>> 24)

test.each([
  ['missing.csv', undefined, 'FILE_MISSING'],
  ['empty.csv', '', 'FILE_EMPTY'],
  ['blank.csv', '\r\n \r\n\n', 'FILE_EMPTY'],
  ['noise.csv', noise, 'NOT_A_TABLE'],
  ['paper.csv', '%PDF-1.7\n%âãÏÓ\n', 'NOT_A_TABLE'],
  ['data.csv', '{"creators": [{"name": "Ana"}]}', 'NOT_A_TABLE'],
  ['page.csv', '<!DOCTYPE html><html><body><table><tr><td>Ana', 'NOT_A_TABLE'],
  ['letter.csv', 'Dear Ana,\nthank you very much for your letter.\nWe are looking forward to working with you.\n', 'NOT_A_TABLE'],
  [
    'commas.csv',
    'Dear Ana,\n\nthank you for your letter, we are very glad about it.\nPlease say, if you can, how many followers you have.\n\nBest,\nBo\n',
    'NOT_A_TABLE',
  ],
  [
    'wrapped.csv',
    'it was the best of times, it was the worst\nof times, it was the age of wisdom\nand, as one says, of other things\n',
    'NOT_A_TABLE',
  ],
  ['one line.csv', 'Dear Ana, please send us your followers, likes and comments.', 'NOT_A_TABLE'],
  ['endless.csv', 'a'.repeat(5_000_000), 'NOT_A_TABLE'],
  ['endless-below.csv', `Name,Handle\nAna,ana\n${'a,'.repeat(2_000_000)}`, 'NOT_A_TABLE'],
  ['picture.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'NOT_A_TABLE'],
  ['cut.xlsx', Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.from('xl/workbook.xml'), noise]), 'FILE_DAMAGED'],
  ['packed.zip', Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.alloc(200, 1)]), 'NOT_A_TABLE'],
])('%s', async (name, bytes, code) => {
  const refused = await open(name, bytes).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code })
  expect((refused as Error).message).toContain(name)
})

test.each([
  [
    'sentences in cells',
    'Wer,Was\nAna Bell,Hat schon einmal für uns gearbeitet.\nBo Lind,"Möchte, wenn es geht, gern mehr wissen."\nCy Falk,Ruft wieder an.\n',
  ],
  ['names with a blank behind the comma', 'Bell, Ana\nLind, Bo\nFalk, Cy\n'],
  ['addresses in sentences', 'https://instagram.com/ana is really great.\nhttps://instagram.com/bo is not so bad.\n'],
])('%s are no running text', async (_, text) => {
  expect((await open('list.csv', text)).format).toBe('csv')
})

test.each(['list.csv', 'list.xlsx'])('300 MB as %s are refused at once, whatever they hold', async (name) => {
  const path = join(folder, name)
  writeFileSync(path, name.endsWith('xlsx') ? Buffer.from('504b030414000000', 'hex') : 'Name,Handle\nAna,ana\n')
  truncateSync(path, 300_000_000)
  const refused = await open(name).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'FILE_TOO_LARGE', message: expect.stringContaining('300 MB') })
})

test('a folder', async () => {
  mkdirSync(join(folder, 'folder'))
  await expect(open('folder')).rejects.toMatchObject({ code: 'FILE_IS_DIRECTORY' })
})

test('an upload without bytes', () => {
  expect(() => bytesSource('a.csv', new Uint8Array(0))).toThrow(expect.objectContaining({ code: 'FILE_EMPTY' }))
})
