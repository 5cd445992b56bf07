import type { Statement } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Connection } from './connection.ts'
import type { Schema } from './schema.ts'

/** Statements kept compiled; compiling costs more than most of them take to run. */
const mostKept = 300

/** Typed queries over a connection. */
export function kyselyOn(connection: Connection): Kysely<Schema> {
  const kept = new Map<string, Statement>()
  const compiled = (sql: string): Statement => {
    const known = kept.get(sql)
    // A statement that is being stepped through cannot be run a second time.
    if (known?.busy) return connection.prepare(sql)
    const statement = known ?? connection.prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
    return statement
  }
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close: () => connection.close(),
        // SQLite rolls back by itself when the disk is full; rolling back again would fail and hide why.
        prepare: (sql: string) => compiled(sql === 'rollback' && !connection.inTransaction ? 'SELECT 0' : sql),
      },
    }),
  })
}
