import type { NewId } from '../ports.ts'
import type { Connection } from './connection.ts'
import { packImages, shapeOf, type Image, type TableShape } from './images.ts'
import type { JournaledTable } from './schema.ts'

/** Rows in one journal row; so many that the journal is small, so few that one fits in memory many times. */
const rowsInOneChange = 2000

/** Writes many rows of one transaction with compiled statements, and their journal in chunks (op `bulk`). Only for a connection whose journal
 *  does not follow each row: one of a worker, or the writer inside `Journal.unfollowed`. */
export interface BulkWriter {
  /** Inserts whole rows; columns that an image lacks get their default. */
  insert(table: JournaledTable, rows: readonly Image[]): void
  /** Deletes these rows by id; the images are what the journal keeps of them. */
  remove(table: JournaledTable, rows: readonly Image[]): void
}

export function bulkWriter(db: Connection, entryId: string, newId: NewId): BulkWriter {
  const record = db.prepare("INSERT INTO journal_change (entry_id, table_name, row_id, op, before, after, row_count) VALUES (?, ?, ?, 'bulk', ?, ?, ?)")
  const shapes = new Map<JournaledTable, TableShape>()
  const shape = (table: JournaledTable) => {
    const found = shapes.get(table) ?? shapeOf(db, table)
    shapes.set(table, found)
    return found
  }
  return {
    insert(table, rows) {
      const { columns, complete } = shape(table)
      const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      for (const chunk of chunksOf(rows.map(complete))) {
        for (const values of chunk) insert.run(values)
        record.run(entryId, table, newId(), null, packImages(columns, chunk), chunk.length)
      }
    },
    remove(table, rows) {
      const { columns, complete } = shape(table)
      const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`)
      for (const chunk of chunksOf(rows)) {
        for (const { id } of chunk) remove.run(id)
        record.run(entryId, table, newId(), packImages(columns, chunk.map(complete)), null, chunk.length)
      }
    },
  }
}

function chunksOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / rowsInOneChange) }, (_, at) => items.slice(at * rowsInOneChange, (at + 1) * rowsInOneChange))
}
