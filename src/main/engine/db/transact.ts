import { AsyncLocalStorage } from 'node:async_hooks'
import { raise } from '#src/shared/contract/errors.ts'
import type { Clock, NewId } from '../ports.ts'
import type { Connection } from './connection.ts'
import { refreshRoster } from './derived.ts'
import type { WriteDb } from './handles.ts'
import { followWithJournal, type Journal } from './journal.ts'
import { kyselyOn } from './kysely.ts'
import { asTroupeError } from './sqlite-errors.ts'
import { openGate, type WriteGate } from './write-gate.ts'

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
  /** For engine/db alone: undo, and bulk work inside a transaction. */
  readonly connection: Connection
  readonly journal: Journal
  /** Raises ENGINE_STOPPED once the workspace is closed, and what `work` raises; then nothing was written. */
  transact<Result>(about: Transaction, work: Work<Result>): Promise<Committed<Result>>
  /** Waits for the transactions under way and lets no more in. */
  stop(): Promise<void>
}

type OnCommit = (about: Transaction, committed: Committed<unknown>, summary: string) => void

/** The one writer of a workspace. Each call of `transact` is one transaction: all of its rows and their journal rows, or nothing. */
export function openWriter(connection: Connection, clock: Clock, newId: NewId, onCommit: OnCommit): Writer {
  const journal = followWithJournal(connection)
  const db = kyselyOn(connection)
  const gate = openGate()
  const inside = new AsyncLocalStorage<true>()
  let isClosed = false

  async function attempt<Result>(about: Transaction, work: Work<Result>): Promise<{ committed: Committed<Result>; summary: string }> {
    if (isClosed) raise('ENGINE_STOPPED', 'The workspace has been closed; the change was not made.')
    const id = newId()
    let summary = about.summary ?? about.procedure
    try {
      const committed = await db.transaction().execute(async (trx) => {
        // The entry comes first because its changes refer to it.
        await trx
          .insertInto('journal_entry')
          .values({ id, at: clock.now(), actor: about.actor, procedure: about.procedure, summary, undoes: about.undoes ?? null })
          .execute()
        journal.enter(id)
        const result = await work(
          trx,
          (words) => {
            summary = words
          },
          id,
        )
        const tables = changedTables(connection, id)
        if (tables.length === 0) await trx.deleteFrom('journal_entry').where('id', '=', id).execute()
        else {
          await trx.updateTable('journal_entry').set({ summary }).where('id', '=', id).execute()
          await refreshRoster(connection, id)
        }
        return { result, entryId: tables.length === 0 ? null : id, tables }
      })
      return { committed, summary }
    } catch (error) {
      throw asTroupeError(error)
    } finally {
      journal.enter(null)
    }
  }

  return {
    gate,
    connection,
    journal,
    async transact(about, work) {
      // It would wait for itself.
      if (inside.getStore()) throw new Error(`${about.procedure} opens a transaction inside another.`)
      const { committed, summary } = await gate.run(() => inside.run(true, () => attempt(about, work)))
      if (committed.entryId) onCommit(about, committed, summary)
      return committed
    },
    async stop() {
      await gate.run(async () => {
        isClosed = true
      })
    },
  }
}

function changedTables(connection: Connection, entryId: string): string[] {
  return connection.prepare('SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?').pluck().all(entryId) as string[]
}
