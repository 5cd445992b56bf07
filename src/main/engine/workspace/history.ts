import type { z } from 'zod'
import type { JournalEntry } from '#src/shared/contract/workspace.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { newestUndoable, undoEntry } from '../db/undo.ts'

/** What was changed, newest first; with `rowId` only what touched that row. */
export async function showHistory(db: ReadDb, { rowId, limit }: { rowId?: string; limit: number }): Promise<z.infer<typeof JournalEntry>[]> {
  let entries = db.selectFrom('journal_entry as e').leftJoin('journal_entry as u', 'u.undoes', 'e.id')
    .select(['e.id', 'e.at', 'e.actor', 'e.procedure', 'e.summary', 'e.undoes', 'u.id as undoneBy'])
    .select(({ selectFrom, fn }) => selectFrom('journal_change as c').whereRef('c.entry_id', '=', 'e.id').select(fn.countAll<number>().as('n')).as('changes'))
  if (rowId) entries = entries.where('e.id', 'in', db.selectFrom('journal_change').select('entry_id').where('row_id', '=', rowId).where('op', '<>', 'bulk'))
  const rows = await entries.orderBy('e.id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, changes: row.changes ?? 0 }))
}

/** Takes back one entry, or the newest that can be. Raises NOT_FOUND, CONFLICT or UNDO_CONFLICT. */
export async function undo(context: MutationContext, entryId?: string): Promise<{ entryId: string; summary: string }> {
  const target = entryId ?? (await newestUndoable(context.write))
  const { summary } = await undoEntry(context.write, target)
  await context.write.updateTable('journal_entry').set({ undoes: target }).where('id', '=', context.entryId).execute()
  context.describe(`Undid: ${summary}`)
  return { entryId: context.entryId, summary }
}
