import type { Connection } from './connection.ts'
import { shapeOf, type Image } from './images.ts'
import type { JournaledTable } from './schema.ts'

/** Changes rows from one image to another and journals each. */
export type RowUpdater = (table: JournaledTable, updates: readonly { before: Image; after: Image }[]) => void

/** For bulk work beside `bulkWriter`, on a connection whose journal does not follow each row. Both images are whole rows. */
export function rowUpdater(db: Connection, entryId: string): RowUpdater {
  const record = db.prepare("INSERT INTO journal_change (entry_id, table_name, row_id, op, before, after) VALUES (?, ?, ?, 'update', ?, ?)")
  return (table, updates) => {
    if (updates.length === 0) return
    const { columns, complete } = shapeOf(db, table)
    const update = db.prepare(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`)
    for (const { before, after } of updates) {
      update.run([...complete(after), before.id])
      record.run(entryId, table, before.id, JSON.stringify(before), JSON.stringify(after))
    }
  }
}
