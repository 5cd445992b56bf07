import type { Connection } from './connection.ts'
import { journaledTables, type JournaledTable } from './schema.ts'

/** Lets the writer connection record every changed row of its own accord: a temporary trigger for each table writes the row before and
 *  after, under the entry that `currentEntry` names. A write outside `transact` has no entry and fails, so nothing escapes the journal. */
export function followWithJournal(db: Connection, currentEntry: () => string | null): void {
  db.function('journal_entry_now', { deterministic: false }, () => {
    const entry = currentEntry()
    if (!entry) throw new Error('A write outside a journalled transaction.')
    return entry
  })
  for (const table of journaledTables) db.exec(triggersOf(table, columnsOf(db, table)))
}

/** Column names of a table, in their order. */
export function columnsOf(db: Connection, table: JournaledTable): string[] {
  return db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
}

function triggersOf(table: JournaledTable, columns: readonly string[]): string {
  const image = (row: 'old' | 'new') => `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
  const record = (op: string, id: 'old' | 'new', before: string, after: string) =>
    `INSERT INTO journal_change (entry_id, table_name, row_id, op, before, after) VALUES (journal_entry_now(), '${table}', ${id}.id, '${op}', ${before}, ${after});`
  return `
    CREATE TEMP TRIGGER journal_insert_${table} AFTER INSERT ON main.${table} BEGIN ${record('insert', 'new', 'NULL', image('new'))} END;
    CREATE TEMP TRIGGER journal_update_${table} AFTER UPDATE ON main.${table} WHEN ${columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')}
      BEGIN ${record('update', 'new', image('old'), image('new'))} END;
    CREATE TEMP TRIGGER journal_delete_${table} AFTER DELETE ON main.${table} BEGIN ${record('delete', 'old', image('old'), 'NULL')} END;`
}
