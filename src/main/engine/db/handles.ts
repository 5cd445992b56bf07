import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** A handle that can only ask. A function that takes it cannot write. */
export type ReadDb = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'dynamic'>

/** The writer inside one transaction that the journal follows. Handed out by `transact` alone. */
export type WriteDb = Transaction<Schema>
