import { raise } from '#src/shared/contract/errors.ts'
import type { Connection } from '../connection.ts'
import { headerOf, refuseForeign } from '../migrate.ts'
import { journaledTables } from '../schema.ts'

const mostMessages = 10

/** What SQLite itself finds wrong: broken pages, indexes and constraints, a broken search index, and references to rows that are gone. */
export function checkIntegrity(db: Connection): string[] {
  refuseForeign(headerOf(db))
  const broken = (db.prepare(`PRAGMA integrity_check(${mostMessages})`).pluck().all() as string[]).filter((message) => message !== 'ok')
  const dangling = db
    .prepare('SELECT "table", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table", parent')
    .all() as Dangling[]
  return [...broken, ...dangling.map(({ table, parent, rows }) => `Rows of ${table} that refer to a ${parent} that is gone: ${rows}.`)]
}

interface Dangling {
  table: string
  parent: string
  rows: number
}

/** Looks at every page once, which takes about a second for a gigabyte. Raises WORKSPACE_INVALID where one is broken. */
export function expectReadable(db: Connection): void {
  const [first] = db.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[]
  if (first?.quick_check !== 'ok') raise('WORKSPACE_INVALID', 'The workspace is damaged. Restore a backup; "check" says what is broken.')
}

/** How much there is to look at. */
export function countOf(db: Connection): { tables: number; journalEntries: number } {
  return { tables: journaledTables.length, journalEntries: db.prepare('SELECT count(*) FROM journal_entry').pluck().get() as number }
}
