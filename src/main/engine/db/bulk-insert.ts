import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'
import type { Value } from './images.ts'

/** Handing a value to SQLite costs as much as keeping it; larger statements are no faster. */
const rowsAtOnce = 25

/**
 * Inserts rows of whole values into one table, many with each statement. A column that says the same in all of them is handed over once.
 * What it throws leaves some rows written: the transaction is to be rolled back.
 */
export function bulkInserter(db: Connection, table: string, columns: readonly string[]): (rows: readonly (readonly Value[])[]) => void {
  // What has differed once is taken to differ always, so that few statements are compiled.
  const varies = columns.map(() => false)
  let many: Statement | null = null
  let one: Statement | null = null

  const statement = (rows: number, isBare: (at: number) => boolean) => {
    const row = `(${columns.map((column, at) => (isBare(at) ? '?' : `@${column}`)).join(', ')})`
    // Otherwise SQLite keeps a copy of every page it touches, to take back one statement alone.
    return db.prepare(`INSERT OR FAIL INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`)
  }
  const look = (rows: readonly (readonly Value[])[], from: number) => {
    const first = rows[from] as readonly Value[]
    for (let at = 0; at < columns.length; at++) {
      for (let row = from + 1; !varies[at] && row < from + rowsAtOnce; row++) {
        if (rows[row]?.[at] === first[at]) continue
        varies[at] = true
        many = null
      }
    }
  }
  const insertMany = (rows: readonly (readonly Value[])[], from: number) => {
    look(rows, from)
    many ??= statement(rowsAtOnce, (at) => varies[at] === true)
    const bare: Value[] = []
    for (let row = from; row < from + rowsAtOnce; row++) {
      const values = rows[row] as readonly Value[]
      for (let at = 0; at < values.length; at++) if (varies[at]) bare.push(values[at] as Value)
    }
    const same: Record<string, Value> = {}
    for (const [at, column] of columns.entries()) if (!varies[at]) same[column] = rows[from]?.[at] ?? null
    many.run(bare, same)
  }
  return (rows) => {
    let from = 0
    for (; rows.length - from >= rowsAtOnce; from += rowsAtOnce) insertMany(rows, from)
    if (from === rows.length) return
    one ??= statement(1, () => true)
    for (; from < rows.length; from++) one.run(rows[from])
  }
}
