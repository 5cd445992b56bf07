import { hash } from 'node:crypto'
import type { Connection } from '../connection.ts'
import { journaledTable, shapeOf, unpackImages, type Image, type TableShape, type Value } from '../images.ts'
import { journaledTables, type JournaledTable } from '../schema.ts'

/** Whether the journal tells the same as the tables: each change belongs to an entry, each entry has changes, and the newest image of
 *  every row is the row as it is. `onTable` is called before each table. */
export function checkJournal(db: Connection, onTable: (done: number, of: number) => void): string[] {
  const findings = [...checkEntries(db)]
  for (const [at, table] of journaledTables.entries()) {
    onTable(at, journaledTables.length)
    findings.push(...checkTable(db, table))
  }
  return findings
}

function* checkEntries(db: Connection): Generator<string> {
  const count = (sql: string) => db.prepare(sql).pluck().get() as number
  const homeless = count('SELECT count(*) FROM journal_change WHERE entry_id NOT IN (SELECT id FROM journal_entry)')
  if (homeless > 0) yield `Changes that belong to no entry: ${homeless}.`
  const empty = count('SELECT count(*) FROM journal_entry AS e WHERE NOT EXISTS (SELECT 1 FROM journal_change WHERE entry_id = e.id)')
  if (empty > 0) yield `Entries without changes: ${empty}.`
  const tables = db.prepare('SELECT DISTINCT table_name FROM journal_change').pluck().all() as string[]
  for (const name of tables) if (!journaledTable(name)) yield `Changes name a table that does not exist, ${name}.`
}

/** Short enough to keep one for each row of a large table. */
type Digest = number
const gone: Digest = -1

function checkTable(db: Connection, table: JournaledTable): string[] {
  const shape = shapeOf(db, table)
  // A workspace that an older Troupe wrote is checked as it is, without the tables of later versions.
  if (shape.columns.length === 0) return []
  const newest = newestImages(db, shape)
  const unknown: string[] = []
  const differing: string[] = []
  const idAt = shape.columns.indexOf('id')
  for (const row of db
    .prepare(`SELECT ${shape.columns.join(', ')} FROM ${table}`)
    .raw()
    .iterate() as Iterable<Value[]>) {
    const id = String(row[idAt])
    const digest = newest.get(id)
    newest.delete(id)
    if (digest === undefined || digest === gone) unknown.push(id)
    else if (digest !== digestOf(row)) differing.push(id)
  }
  const lost = [...newest].filter(([, digest]) => digest !== gone).map(([id]) => id)
  return [
    ...found(unknown, `of ${table} that the journal does not know`),
    ...found(differing, `of ${table} that are not as the journal last had them`),
    ...found(lost, `of ${table} that the journal has but the table has not`),
  ]
}

function newestImages(db: Connection, { table, complete }: TableShape): Map<string, Digest> {
  const newest = new Map<string, Digest>()
  const changes = db.prepare('SELECT op, row_id, before, after FROM journal_change WHERE table_name = ? ORDER BY id').iterate(table)
  for (const { op, row_id: id, before, after } of changes as Iterable<{
    op: string
    row_id: string
    before: string | null
    after: string | null
  }>) {
    if (op !== 'bulk') newest.set(id, after === null ? gone : digestOf(complete(JSON.parse(after) as Image)))
    else {
      for (const image of before === null ? [] : unpackImages(before)) newest.set(String(image.id), gone)
      for (const image of after === null ? [] : unpackImages(after)) newest.set(String(image.id), digestOf(complete(image)))
    }
  }
  return newest
}

function digestOf(values: readonly Value[]): Digest {
  return hash('sha1', JSON.stringify(values), 'buffer').readUIntBE(0, 6)
}

function found(ids: readonly string[], what: string): string[] {
  return ids.length === 0 ? [] : [`Rows ${what}: ${ids.length}, such as ${ids.slice(0, 3).join(', ')}.`]
}
