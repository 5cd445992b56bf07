import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openConnection, type Connection } from '#src/main/engine/db/connection.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { foreignKeysOf } from '#src/main/engine/db/references.ts'
import { journaledTables } from '#src/main/engine/db/schema.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

function fresh(): Connection {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined)
  return db
}

const ourTables = "FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"

test('every table is strict', () => {
  const db = fresh()
  expect(db.prepare(`SELECT name ${ourTables} AND strict = 0`).pluck().all()).toEqual([])
  db.close()
})

test('every journaled table has a text id; only private keys, numbers given out and what can be made anew escape the journal', () => {
  const db = fresh()
  const tables = db.prepare(`SELECT name ${ourTables}`).pluck().all() as string[]
  expect(tables.filter((name) => !journaledTables.some((table) => table === name)).toSorted()).toEqual([
    'contract_counter',
    'journal_change',
    'journal_entry',
    'roster_audience',
    'roster_label',
    'roster_row',
    'sealed_key',
  ])
  const ids = journaledTables.map((table) => db.prepare('SELECT type, pk FROM pragma_table_info(?) WHERE name = ?').get(table, 'id'))
  expect(ids).toEqual(journaledTables.map(() => ({ type: 'TEXT', pk: 1 })))
  db.close()
})

test('every reference can be followed back by an index, so that deleting a row never scans a table', () => {
  const db = fresh()
  const columnsOf = (index: string) => db.prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck().all(index) as string[]
  const missing = journaledTables.flatMap((table) =>
    foreignKeysOf(db, table).filter(({ child, column }) => {
      const indexes = db.prepare('SELECT name FROM pragma_index_list(?)').pluck().all(child) as string[]
      return !indexes.some((index) => columnsOf(index)[0] === column)
    }),
  )
  expect(missing).toEqual([])
  db.close()
})
