import type { Connection } from './connection.ts'
import { columnsOf } from './images.ts'
import { journaledTables, type JournaledTable } from './schema.ts'

export interface Journal {
  /** Names the entry under which changes are recorded from now on; null between transactions. */
  enter(entryId: string | null): void
  /** While `work` runs, changes are not recorded row by row: what it does must write the journal itself, with `bulkWriter`. */
  unfollowed<Result>(work: () => Result): Result
}

/** Lets the writer connection record every changed row of its own accord: a temporary trigger for each table writes the row before and
 *  after, under the entry that was entered. A write outside `transact` has no entry and fails, so nothing escapes the journal. */
export function followWithJournal(db: Connection): Journal {
  let entry: string | null = null
  let isFollowed = true
  db.function('journal_entry_now', { deterministic: false }, () => {
    if (!entry) throw new Error('A write outside a journalled transaction.')
    return isFollowed ? entry : null
  })
  for (const table of journaledTables) db.exec(triggersOf(table, columnsOf(db, table)))
  return {
    enter(entryId) {
      entry = entryId
    },
    unfollowed(work) {
      isFollowed = false
      try {
        return work()
      } finally {
        isFollowed = true
      }
    },
  }
}

function triggersOf(table: JournaledTable, columns: readonly string[]): string {
  const image = (row: 'old' | 'new') => `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
  const record = (op: string, id: 'old' | 'new', before: string, after: string) =>
    `INSERT INTO journal_change (entry_id, table_name, row_id, op, before, after)
     SELECT entry, '${table}', ${id}.id, '${op}', ${before}, ${after} FROM (SELECT journal_entry_now() AS entry) WHERE entry IS NOT NULL;`
  const differs = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')
  return `
    CREATE TEMP TRIGGER journal_insert_${table} AFTER INSERT ON main.${table} BEGIN ${record('insert', 'new', 'NULL', image('new'))} END;
    CREATE TEMP TRIGGER journal_update_${table} AFTER UPDATE ON main.${table} WHEN ${differs}
      BEGIN ${record('update', 'new', image('old'), image('new'))} END;
    CREATE TEMP TRIGGER journal_delete_${table} AFTER DELETE ON main.${table} BEGIN ${record('delete', 'old', image('old'), 'NULL')} END;`
}
