import { journaledTables } from '#src/main/engine/db/schema.ts'
import type { TestWorkspace } from './workspace.ts'

/** Every row of every journaled table, byte for byte. */
export function contentOfTables({ engine }: TestWorkspace): Record<string, string[]> {
  const { reader } = engine.contextFor('test').workspace
  return Object.fromEntries(
    journaledTables.map((table) => {
      const columns = reader.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      return [
        table,
        reader
          .prepare(`SELECT ${columns.map((column) => `quote(${column})`).join(" || ',' || ")} FROM ${table} ORDER BY id`)
          .pluck()
          .all() as string[],
      ]
    }),
  )
}
