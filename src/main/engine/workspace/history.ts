import { sql } from 'kysely'
import type { z } from 'zod'
import type { JournalEntry } from '#src/shared/contract/workspace.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { undoEntry } from '../db/undo.ts'

/** What was changed, newest first; with `rowId` only what touched that row; of a creator also accounts, figures, rates, and the
 *  imports that brought them. */
export async function showHistory(
  db: ReadDb,
  { rowId, limit }: { rowId?: string; limit: number },
): Promise<z.infer<typeof JournalEntry>[]> {
  let entries = db
    .selectFrom('journal_entry as e')
    .select(['e.id', 'e.at', 'e.actor', 'e.procedure', 'e.summary', 'e.undoes'])
    .select(({ selectFrom }) => [
      selectFrom('journal_change as c')
        .whereRef('c.entry_id', '=', 'e.id')
        .select(({ fn }) => fn.sum<number>('c.row_count').as('n'))
        .as('changes'),
      selectFrom('journal_entry as u').whereRef('u.undoes', '=', 'e.id').select('u.id').as('undoer'),
    ])
  if (rowId) {
    const touching = db.selectFrom('journal_change').select('entry_id').where('op', '<>', 'bulk').where('row_id', 'in', partsOf(db, rowId))
    entries = entries.where('e.id', 'in', touching)
  }
  const rows = await entries
    .orderBy(sql`e.rowid`, 'desc')
    .limit(limit)
    .execute()
  return Promise.all(
    rows.map(async ({ undoer, changes, ...row }) => ({ ...row, changes: changes ?? 0, undoneBy: await inEffect(db, undoer) })),
  )
}

/** The row itself and, of a creator, the rows that belong to it now or did before they were taken away. */
function partsOf(db: ReadDb, rowId: string) {
  const accounts = db
    .selectFrom('account')
    .select('id')
    .where('creator_id', '=', rowId)
    .union(removed(db, 'account').where(before('creator_id'), '=', rowId))
  const figures = db.selectFrom('snapshot').where('account_id', 'in', accounts)
  return accounts
    .unionAll(figures.select('id'))
    .unionAll(removed(db, 'snapshot').where(before('account_id'), 'in', accounts))
    .unionAll(db.selectFrom('rate').select('id').where('creator_id', '=', rowId))
    .unionAll(removed(db, 'rate').where(before('creator_id'), '=', rowId))
    .unionAll(figures.select(({ ref }) => ref('import_batch_id').$notNull().as('id')).where('import_batch_id', 'is not', null))
    .unionAll(
      db
        .selectFrom('creator')
        .select(({ ref }) => ref('import_batch_id').$notNull().as('id'))
        .where('id', '=', rowId)
        .where('import_batch_id', 'is not', null),
    )
    .unionAll(db.selectNoFrom(sql<string>`${rowId}`.as('id')))
}

function removed(db: ReadDb, table: 'account' | 'snapshot' | 'rate') {
  return db.selectFrom('journal_change').select('row_id as id').where('table_name', '=', table).where('op', '=', 'delete')
}

/** A column of a row as it was before it was taken away. */
function before(column: 'creator_id' | 'account_id') {
  return sql<string>`json_extract(before, ${sql.lit(`$.${column}`)})`
}

/** An undo that was itself undone took nothing back. */
async function inEffect(db: ReadDb, undoer: string | null): Promise<string | null> {
  if (undoer === null) return null
  const next = await db.selectFrom('journal_entry').select('id').where('undoes', '=', undoer).executeTakeFirst()
  return (await inEffect(db, next?.id ?? null)) === null ? undoer : null
}

/** Takes back one entry, or the newest that is in effect. Raises NOT_FOUND, CONFLICT or UNDO_CONFLICT. */
export async function undo(context: MutationContext, entryId?: string): Promise<{ entryId: string; summary: string }> {
  const { connection, journal } = context.workspace.writer
  const { summary, undone } = await undoEntry({ connection, journal, newId: context.ports.newId, entryId: context.entryId }, entryId)
  await context.write.updateTable('journal_entry').set({ undoes: undone }).where('id', '=', context.entryId).execute()
  context.describe(`Undid: ${summary}`)
  return { entryId: context.entryId, summary }
}
