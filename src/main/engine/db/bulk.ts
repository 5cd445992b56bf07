import type { NewId } from '../ports.ts'
import { bulkInserter } from './bulk-insert.ts'
import type { Connection } from './connection.ts'
import { packImages, shapeOf, type Image, type TableShape, type Value } from './images.ts'
import type { JournaledTable } from './schema.ts'

/** Rows in one journal row; so many that the journal is small, so few that one fits in memory many times. */
const rowsInOneChange = 2000

/** Writes many rows of one transaction with compiled statements, and their journal in chunks (op `bulk`). Only for a connection whose
 *  journal does not follow each row: one of a worker, or the writer inside `Journal.unfollowed`. */
export interface BulkWriter {
  /** Inserts whole rows; columns that an image lacks get their default. */
  insert(table: JournaledTable, rows: readonly Image[]): void
  /** Deletes these rows by id; the images are what the journal keeps of them. */
  remove(table: JournaledTable, rows: readonly Image[]): void
}

export function bulkWriter(db: Connection, entryId: string, newId: NewId): BulkWriter {
  const record = db.prepare(`
    INSERT INTO journal_change (entry_id, table_name, row_id, op, before, after, row_count) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const shapes = new Map<JournaledTable, TableShape>()
  const shape = (table: JournaledTable) => {
    const found = shapes.get(table) ?? shapeOf(db, table)
    shapes.set(table, found)
    return found
  }
  const inserts = new Map<JournaledTable, ReturnType<typeof bulkInserter>>()
  const inserting = (table: JournaledTable) => {
    const found = inserts.get(table) ?? bulkInserter(db, table, shape(table).columns)
    inserts.set(table, found)
    return found
  }
  const recordChunk = (
    { table, columns, complete }: TableShape,
    op: 'insert' | 'delete',
    chunk: readonly Image[],
    values: readonly Value[][],
  ) => {
    const [only] = chunk
    const isOne = only !== undefined && chunk.length === 1
    // A row by itself is recorded as any other, so that its own history finds it.
    const image = isOne
      ? JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, complete(only)[at]])))
      : packImages(columns, values)
    const [before, after] = op === 'insert' ? [null, image] : [image, null]
    record.run(entryId, table, isOne ? only.id : newId(), isOne ? op : 'bulk', before, after, chunk.length)
  }
  return {
    insert(table, rows) {
      if (rows.length === 0) return
      const { complete } = shape(table)
      const insert = inserting(table)
      for (const chunk of chunksOf(rows)) {
        const values = chunk.map(complete)
        insert(values)
        recordChunk(shape(table), 'insert', chunk, values)
      }
    },
    remove(table, rows) {
      const { complete } = shape(table)
      const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`)
      for (const chunk of chunksOf(rows)) {
        for (const { id } of chunk) remove.run(id)
        recordChunk(shape(table), 'delete', chunk, chunk.map(complete))
      }
    },
  }
}

function chunksOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / rowsInOneChange) }, (_, at) =>
    items.slice(at * rowsInOneChange, (at + 1) * rowsInOneChange),
  )
}
