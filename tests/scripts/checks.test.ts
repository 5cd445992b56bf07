import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
// @ts-expect-error -- scripts are plain JavaScript, because they run before anything is installed
import { checkFileSizes } from '../../scripts/checks/file-sizes.mjs'
// @ts-expect-error -- likewise
import { checkTableOwners } from '../../scripts/checks/table-owners.mjs'

type Check = (root: string) => { problems: string[]; notes: string[] }

function project(files: Record<string, string>): string {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const lines = (count: number) => 'x\n'.repeat(count)
const sized = (sizes: readonly number[]) =>
  (checkFileSizes as Check)(project(Object.fromEntries(sizes.map((size, i) => [`src/file-${i}.ts`, lines(size)])))).problems

test('files of the allowed lengths pass', () => {
  expect(sized([80, 80, 80, 80, 80, 80, 80, 80, 299, 299, 500].map((size) => size))).toEqual([])
})

test('a file of more than 500 lines is named', () => {
  expect(sized([...Array.from({ length: 20 }, () => 10), 501])).toEqual(['src/file-20.ts has 501 lines; 500 is the most.'])
})

test('a median over 80 lines, and more than one file in ten of 300, are found', () => {
  expect(sized([10, 81, 90])).toEqual([expect.stringContaining('median file has 81 lines')])
  expect(sized([10, 10, 10, 10, 10, 10, 10, 10, 300, 310])).toEqual([expect.stringContaining('One file in ten has 300 lines or more')])
})

test('files of test data do not count', () => {
  expect((checkFileSizes as Check)(project({ 'src/a.ts': lines(10), 'tests/fixtures/big.ts': lines(900) })).problems).toEqual([])
})

const owned = (files: Record<string, string>, schema = 'export interface Schema { client: ClientTable; payout: PayoutTable }') =>
  (checkTableOwners as Check)(project({ 'src/main/engine/db/schema.ts': schema, ...files })).problems

test('a feature that writes the table of another is named, in whatever way it writes', () => {
  const ways = [
    "db.insertInto('client').values({})",
    "db.updateTable('client')",
    "db.deleteFrom(\n  'client')",
    "connection.prepare('INSERT OR REPLACE INTO client VALUES (?)')",
    'sql`DELETE FROM client`',
    "sql('UPDATE client SET name = 1')",
  ]
  for (const way of ways) {
    expect(owned({ 'src/main/engine/payouts/bad.ts': way })).toEqual([
      expect.stringMatching(/bad\.ts: payouts writes the table client, which is for clients alone/),
    ])
    expect(owned({ 'src/main/engine/clients/fine.ts': way, 'src/main/engine/db/fine.ts': way })).toEqual([])
  }
})

test('reading from the table of another is allowed', () => {
  expect(
    owned({ 'src/main/engine/payouts/fine.ts': "db.selectFrom('payout').innerJoin('client', 'client.id', 'payout.client_id')" }),
  ).toEqual([])
})

test('a table that nobody owns is named', () => {
  expect(owned({}, 'export interface Schema { client: ClientTable; stranger: StrangerTable }')).toEqual([
    'The table stranger has no owner in scripts/checks/table-owners.mjs.',
  ])
})
