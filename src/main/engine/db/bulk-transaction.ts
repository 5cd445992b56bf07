import { openConnection, type Connection } from './connection.ts'
import { asTroupeError } from './sqlite-errors.ts'

// Full-text is the dearest part of an import. Merging what has been written again and again makes up half of that: bulk work leaves many
// small pieces, which take half a millisecond more to look through, and merges only where they would become far too many.
// Later edits merge them bit by bit; the usual 16 would have the first edit after an import merge all at once.
const usualMerging = { automerge: 4, crisismerge: 500 }
const bulkMerging: typeof usualMerging = { automerge: 0, crisismerge: 64 }

function setTextMerging(db: Connection, merging: typeof usualMerging): void {
  const set = db.prepare('INSERT INTO roster_search (roster_search, rank) VALUES (?, ?)')
  for (const [name, pieces] of Object.entries(merging)) set.run(name, BigInt(pieces))
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
    // Bulk work makes what its rows refer to itself, or has looked it up; looking again would take as long as writing.
    db.pragma('foreign_keys = OFF')
    db.exec('BEGIN IMMEDIATE')
    setTextMerging(db, bulkMerging)
    db.prepare("INSERT INTO journal_entry (id, at, actor, procedure, summary) VALUES (?, ?, ?, ?, '')").run(id, at, actor, procedure)
    const result = await work(db)
    const tables = db.prepare('SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?').pluck().all(id) as string[]
    if (tables.length > 0) {
      db.prepare('UPDATE journal_entry SET summary = ? WHERE id = ?').run(summarise(result), id)
      setTextMerging(db, usualMerging)
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
