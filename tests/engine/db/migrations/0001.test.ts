import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applicationId, openConnection, type Connection } from '#src/main/engine/db/connection.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { foundation } from '#src/main/engine/db/migrations/0001-foundation.ts'
import { foreignKeysOf } from '#src/main/engine/db/references.ts'
import { journaledTables } from '#src/main/engine/db/schema.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

function fresh(): Connection {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined, [foundation])
  return db
}

const ourTables = "FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"

interface TableRow {
  name: string
  strict: number
  type: string
}

test('the first version has these tables, all of them strict', () => {
  const db = fresh()
  const tables = db.prepare(`SELECT name, strict, type ${ourTables}`).all() as TableRow[]
  expect(tables.map(({ name }) => name).toSorted()).toEqual([
    'account',
    'agency_user',
    'brief',
    'brief_receipt',
    'campaign',
    'client',
    'collaboration',
    'contract',
    'contract_document',
    'contract_signature',
    'creator',
    'deliverable',
    'expense',
    'file',
    'foreign_row',
    'import_batch',
    'import_mapping',
    'journal_change',
    'journal_entry',
    'payout',
    'rate',
    'result',
    'roster_label',
    'roster_row',
    'sales_order',
    'sealed_key',
    'setting',
    'signing_identity',
    'snapshot',
    'trusted_authority',
  ])
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([])
  const pragmas = ['application_id', 'user_version', 'page_size', 'journal_mode', 'foreign_keys', 'synchronous'].map((name) =>
    db.pragma(name, { simple: true }),
  )
  expect(pragmas).toEqual([applicationId, 1, 8192, 'wal', 1, 2])
  db.close()
})

test('every journaled table has a text id; only private keys and what can be made anew escape the journal', () => {
  const db = fresh()
  const tables = db.prepare(`SELECT name ${ourTables}`).pluck().all() as string[]
  expect(tables.filter((name) => !journaledTables.some((table) => table === name)).toSorted()).toEqual([
    'journal_change',
    'journal_entry',
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

test.each([
  ['an amount that is no whole number', "INSERT INTO rate VALUES ('r', 'c', NULL, 'reel', 12.5, 'EUR', '')"],
  ['niches that are no JSON', "INSERT INTO creator (id, name, niches, created_at, updated_at) VALUES ('c2', 'Ana', 'food', '', '')"],
  ['an account of nobody', "INSERT INTO account VALUES ('a', 'nobody', 'x', 'h', 'h', NULL, 1, '')"],
  ['the same handle twice', "INSERT INTO account VALUES ('a', 'c', 'x', 'H', 'h', NULL, 1, ''), ('b', 'c', 'x', 'h', 'h', NULL, 0, '')"],
])('%s is refused by the table itself', (_, sql) => {
  const db = fresh()
  db.exec("INSERT INTO creator (id, name, created_at, updated_at) VALUES ('c', 'Ana', '', '')")
  expect(() => db.exec(sql)).toThrow(/constraint|cannot store/i)
  db.close()
})

const plan = (db: Connection, sql: string) =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ')

test.each([
  [
    'whose handle it is',
    "SELECT creator_id FROM account WHERE platform = 'x' AND handle_key = 'h'",
    /SEARCH account USING INDEX account_handle \(platform=\? AND handle_key=\?\)/,
  ],
  [
    "a creator's primary account",
    "SELECT id FROM account WHERE creator_id = 'c' ORDER BY is_primary DESC, id LIMIT 1",
    /SEARCH account USING (COVERING )?INDEX account_creator \(creator_id=\?\)/,
  ],
  [
    'the newest snapshot',
    "SELECT id FROM snapshot WHERE account_id = 'a' ORDER BY taken_on DESC, id DESC LIMIT 1",
    /SEARCH snapshot USING INDEX snapshot_account \(account_id=\?\)/,
  ],
  [
    'how followers grew',
    "SELECT followers FROM snapshot WHERE account_id IN ('a', 'b') AND followers IS NOT NULL ORDER BY account_id, taken_on",
    /SEARCH snapshot USING COVERING INDEX snapshot_account \(account_id=\?\)$/,
  ],
  [
    'the roster by followers',
    'SELECT search_id FROM roster_row ORDER BY followers DESC, search_id',
    /SCAN roster_row USING COVERING INDEX roster_followers$/,
  ],
  [
    'the roster by engagement',
    'SELECT search_id FROM roster_row ORDER BY engagement_bp DESC, search_id',
    /SCAN roster_row USING COVERING INDEX roster_engagement$/,
  ],
  [
    'the roster by name',
    'SELECT search_id FROM roster_row ORDER BY name_key, search_id',
    /SCAN roster_row USING COVERING INDEX roster_name$/,
  ],
  [
    'the roster by last change',
    'SELECT search_id FROM roster_row ORDER BY updated_at DESC, search_id',
    /SCAN roster_row USING COVERING INDEX roster_updated$/,
  ],
  [
    "a creator's roster line",
    "SELECT search_id FROM roster_row WHERE creator_id = 'c'",
    /SEARCH roster_row USING COVERING INDEX sqlite_autoindex_roster_row_1 \(creator_id=\?\)/,
  ],
  [
    'one or two characters in names and handles',
    "SELECT search_id FROM roster_row WHERE instr(name_key, 'a') > 0 OR instr(handle, 'a') > 0",
    /SCAN roster_row USING COVERING INDEX roster_name$/,
  ],
  [
    'the lines with a niche',
    "SELECT search_id FROM roster_label WHERE kind = 'niche' AND label = 'food'",
    /SEARCH roster_label USING PRIMARY KEY \(kind=\? AND label=\?\)/,
  ],
  ['text in the roster', 'SELECT rowid FROM roster_search WHERE roster_search MATCH \'"ana"\'', /VIRTUAL TABLE INDEX 0:M1/],
  [
    'a selection by ids',
    "UPDATE creator SET archived_at = '' WHERE id IN (SELECT value FROM json_each('[]'))",
    /SEARCH creator USING (COVERING )?INDEX sqlite_autoindex_creator_1 \(id=\?\)/,
  ],
  [
    'what a change touched',
    "SELECT table_name FROM journal_change WHERE entry_id = 'e' AND id < 9 ORDER BY id DESC",
    /SEARCH journal_change USING INDEX journal_change_entry \(entry_id=\? AND rowid<\?\)$/,
  ],
  [
    'what happened to a row',
    "SELECT entry_id FROM journal_change WHERE row_id = 'r' AND op <> 'bulk'",
    /SEARCH journal_change USING INDEX journal_change_row \(row_id=\?\)/,
  ],
  ['who undid a change', "SELECT id FROM journal_entry WHERE undoes = 'e'", /SEARCH journal_entry USING INDEX journal_undo \(undoes=\?\)/],
  [
    'payouts that are due',
    "SELECT id FROM payout WHERE status = 'planned' AND due_on <= '2026-11-28'",
    /SEARCH payout USING INDEX payout_due \(status=\? AND due_on<\?\)/,
  ],
  [
    'posts that are due',
    "SELECT id FROM deliverable WHERE status <> 'posted' AND due_on <= '2026-11-28'",
    /SEARCH deliverable USING INDEX deliverable_due \(due_on<\?\)/,
  ],
])('%s is found by its index', (_, sql, expected) => {
  const db = fresh()
  expect(plan(db, sql)).toMatch(expected)
  db.close()
})
