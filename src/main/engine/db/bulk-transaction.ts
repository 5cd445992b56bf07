import { openConnection, type Connection } from './connection.ts'
import { asTroupeError } from './sqlite-errors.ts'

// How much of the full-text index is gathered in memory before it is written. Full-text is the dearest part of an import; fewer, larger
// pieces make it a
// third cheaper. In bytes; the usual one is FTS5's own.
const usualTextBuffer = 1 << 20
const largeTextBuffer = 16 << 20

function setTextBuffer(db: Connection, bytes: number): void {
  db.prepare("INSERT INTO roster_search (roster_search, rank) VALUES ('hashsize', ?)").run(BigInt(bytes))
}

export interface BulkEntry {
  id: string
  at: string
  actor: string
  procedure: string
}

export interface BulkCommitted<Result> {
  result: Result
  /** Tables that were changed; empty where nothing was, and then no entry is kept either. */
  tables: string[]
}

/**
 * One transaction with its journal entry on a connection of its own, for bulk work in a worker thread; whoever calls it holds the writer's
 * gate
 * meanwhile. All that `work` writes is kept together with its journal, or nothing is. `summarise` gives the words for the history.
 */
export async function bulkTransaction<Result>(
  database: string,
  { id, at, actor, procedure }: BulkEntry,
  work: (db: Connection) => Promise<Result>,
  summarise: (result: Result) => string,
): Promise<BulkCommitted<Result>> {
  const db = openConnection(database, { synchronous: 'NORMAL' })
  try {
    db.exec('BEGIN IMMEDIATE')
    setTextBuffer(db, largeTextBuffer)
    db.prepare("INSERT INTO journal_entry (id, at, actor, procedure, summary) VALUES (?, ?, ?, ?, '')").run(id, at, actor, procedure)
    const result = await work(db)
    const tables = db.prepare('SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?').pluck().all(id) as string[]
    if (tables.length > 0) {
      db.prepare('UPDATE journal_entry SET summary = ? WHERE id = ?').run(summarise(result), id)
      setTextBuffer(db, usualTextBuffer)
      db.exec('COMMIT')
    }
    return { result, tables }
  } catch (error) {
    throw asTroupeError(error)
  } finally {
    // Closing takes back whatever has not been committed.
    db.close()
  }
}
