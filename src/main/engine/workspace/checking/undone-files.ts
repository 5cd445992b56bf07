import type { Connection } from '../../db/connection.ts'
import type { KeptFile } from './files.ts'

/** Files of changes that were undone: no row names them now, and doing such a change again needs them. */
export function undoneFiles(db: Connection): KeptFile[] {
  return db
    .prepare(
      `SELECT DISTINCT row_id AS id, json_extract(after, '$.size') AS size FROM journal_change
       WHERE table_name = 'file' AND op = 'insert' AND json_type(after, '$.size') = 'integer' AND row_id NOT IN (SELECT id FROM file)`,
    )
    .all() as KeptFile[]
}
