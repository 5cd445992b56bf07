import { Kysely, SqliteDialect } from 'kysely'
import type { Clock, NewId } from '../ports.ts'
import type { Connection } from './connection.ts'
import { refreshRoster } from './derived.ts'
import type { WriteDb } from './handles.ts'
import { followWithJournal } from './journal.ts'
import { asTroupeError } from './sqlite-errors.ts'
import type { Schema } from './schema.ts'
import { WriteGate } from './write-gate.ts'

export interface Transaction {
  procedure: string
  actor: string
  /** In words a person reads in the history; the procedure's name when left out. */
  summary?: string
  /** The entry this transaction takes back. */
  undoes?: string
}

export interface Committed<Result> {
  result: Result
  /** The journal entry, or null when no row changed (then none is kept). */
  entryId: string | null
  tables: string[]
}

/** `describe` replaces the summary; `entryId` is the journal entry the changes go under. */
export type Work<Result> = (db: WriteDb, describe: (summary: string) => void, entryId: string) => Promise<Result>

export interface Writer {
  readonly gate: WriteGate
  transact<Result>(about: Transaction, work: Work<Result>): Promise<Committed<Result>>
  close(): void
}

/** The one writer of a workspace. Each call of `transact` is one transaction: all of its rows and their journal rows, or nothing. */
export function openWriter(connection: Connection, clock: Clock, newId: NewId, onCommit: (about: Transaction, committed: Committed<unknown>, summary: string) => void): Writer {
  let entryId: string | null = null
  followWithJournal(connection, () => entryId)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }) })
  const gate = new WriteGate()

  return {
    gate,
    async transact(about, work) {
      let summary = about.summary ?? about.procedure
      const committed = await gate.run(async () => {
        const id = newId()
        try {
          return await db.transaction().execute(async (trx) => {
            // The entry comes first because its changes refer to it.
            await trx.insertInto('journal_entry').values({ id, at: clock.now(), actor: about.actor, procedure: about.procedure, summary, undoes: about.undoes ?? null }).execute()
            entryId = id
            const result = await work(trx, (words) => { summary = words }, id)
            const tables = changedTables(connection, id)
            if (tables.length === 0) await trx.deleteFrom('journal_entry').where('id', '=', id).execute()
            else {
              await trx.updateTable('journal_entry').set({ summary }).where('id', '=', id).execute()
              refreshRoster(connection, id)
            }
            return { result, entryId: tables.length === 0 ? null : id, tables }
          })
        } catch (error) {
          throw asTroupeError(error)
        } finally {
          entryId = null
        }
      })
      if (committed.entryId) onCommit(about, committed, summary)
      return committed
    },
    close() {
      connection.close()
    },
  }
}

function changedTables(connection: Connection, entryId: string): string[] {
  return connection.prepare('SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?').pluck().all(entryId) as string[]
}
