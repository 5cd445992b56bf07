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
    complete: (image) => {
      const values: Value[] = []
      for (let at = 0; at < columns.length; at++) {
        const value = image[columns[at] as string]
        values.push(value === undefined ? (defaults[at] as Value) : value)
      }
      return values
    },
  }
}

function columnInfo(db: Connection, table: JournaledTable): { name: string; dflt_value: string | null }[] {
  return db.prepare('SELECT name, dflt_value FROM pragma_table_info(?)').all(table) as { name: string; dflt_value: string | null }[]
}

/** Many rows of one table in one text: the column names once, then the values of each row. What is the same in all of them is said once. */
export function packImages(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  const first = rows[0]
  if (!first || rows.length === 1) return JSON.stringify({ columns, rows })
  const same: Image = {}
  const varying: number[] = []
  for (const [at, column] of columns.entries()) {
    if (rows.some((row) => row[at] !== first[at])) varying.push(at)
    else same[column] = first[at] ?? null
  }
  const packed: Value[][] = []
  for (const row of rows) {
    const values: Value[] = []
    for (const at of varying) values.push(row[at] as Value)
    packed.push(values)
  }
  return JSON.stringify({ columns: varying.map((at) => columns[at]), same, rows: packed })
}

interface Packed {
  columns: string[]
  /** Not in what was packed before it was thought of. */
  same?: Image
  rows: Value[][]
}

export function unpackImages(text: string): Image[] {
  const { columns, same = {}, rows } = JSON.parse(text) as Packed
  return rows.map((values) => ({ ...same, ...Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])) }))
}
