import type { Connection } from './connection.ts'
import { journaledTables, type JournaledTable } from './schema.ts'

export type Value = string | number | null
/** One row as the journal keeps it. */
export type Image = Record<string, Value>

/** The columns of a journaled table as they are now. */
export interface TableShape {
  readonly table: JournaledTable
  readonly columns: readonly string[]
  /** What a column that an old image does not know held then: its default. */
  complete(image: Image): Value[]
}

/** Raises nothing; a name that is no journaled table gives null. */
export function journaledTable(name: string): JournaledTable | null {
  return journaledTables.find((table) => table === name) ?? null
}

/** Column names of a table, in their order. */
export function columnsOf(db: Connection, table: JournaledTable): string[] {
  return columnInfo(db, table).map(({ name }) => name)
}

export function shapeOf(db: Connection, table: JournaledTable): TableShape {
  const info = columnInfo(db, table)
  const columns = info.map(({ name }) => name)
  const defaults = info.map(({ dflt_value: text }): Value => (text === null ? null : (db.prepare(`SELECT ${text}`).pluck().get() as Value)))
  return {
    table,
    columns,
    complete: (image) => columns.map((column, at) => (Object.hasOwn(image, column) ? (image[column] ?? null) : (defaults[at] ?? null))),
  }
}

function columnInfo(db: Connection, table: JournaledTable): { name: string; dflt_value: string | null }[] {
  return db.prepare('SELECT name, dflt_value FROM pragma_table_info(?)').all(table) as { name: string; dflt_value: string | null }[]
}

/** Many rows of one table in one text: the column names once, then the values of each row. */
export function packImages(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  return JSON.stringify({ columns, rows })
}

export function unpackImages(text: string): Image[] {
  const { columns, rows } = JSON.parse(text) as { columns: string[]; rows: Value[][] }
  return rows.map((values) => Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])))
}
