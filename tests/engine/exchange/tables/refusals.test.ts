import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
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

test('a folder', async () => {
  mkdirSync(join(folder, 'folder'))
  await expect(open('folder')).rejects.toMatchObject({ code: 'FILE_IS_DIRECTORY' })
})

test('an upload without bytes', () => {
  expect(() => bytesSource('a.csv', new Uint8Array(0))).toThrow(expect.objectContaining({ code: 'FILE_EMPTY' }))
})
