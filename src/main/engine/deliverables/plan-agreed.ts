import type { MutationContext } from '../context.ts'
import type { DeliverableTable } from '../db/schema.ts'
import { rowsFor, type AskedLine } from './planned-rows.ts'

/** Makes those posts of a signed contract that are not planned yet, and answers with the row of every post it names, line by line. A row
 *  is the one meant where platform and format fit: first those of the same day, then any. */
export async function planAgreed(
  { write, ports }: MutationContext,
  collaborationId: string,
  lines: readonly AskedLine[],
): Promise<DeliverableTable[]> {
  const free = new Map(
    (
      await write
        .selectFrom('deliverable')
        .selectAll()
        .where('collaboration_id', '=', collaborationId)
        .orderBy('due_on')
        .orderBy('id')
        .execute()
    ).map((row) => [row.id, row]),
  )
  const take = (line: AskedLine): DeliverableTable | undefined => {
    const fitting = [...free.values()].filter(({ platform, format }) => platform === line.platform && format === line.format)
    const found = fitting.find(({ due_on }) => due_on === line.dueOn) ?? fitting[0]
    if (found) free.delete(found.id)
    return found
  }
  const rows: DeliverableTable[] = []
  for (const line of lines) {
    const made = rowsFor(line, collaborationId, ports)
    const there = made.map(() => take(line)).filter((row) => row !== undefined)
    const lacking = made.slice(there.length)
    if (lacking.length > 0) await write.insertInto('deliverable').values(lacking).execute()
    rows.push(...there, ...lacking)
  }
  return rows
}
