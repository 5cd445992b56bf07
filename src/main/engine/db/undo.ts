import { sql } from 'kysely'
import { raise } from '#src/shared/contract/errors.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { journaledTables, type JournalChangeTable, type JournaledTable } from './schema.ts'

type Image = Record<string, string | number | null>
type Change = Pick<JournalChangeTable, 'table_name' | 'row_id' | 'op' | 'before' | 'after'>

/** The newest entry that is neither undone nor itself an undo. Raises NOT_FOUND when there is none. */
export async function newestUndoable(db: ReadDb): Promise<string> {
  const row = await db.selectFrom('journal_entry as e').select('e.id').where('e.undoes', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('journal_entry as u').select('u.id').whereRef('u.undoes', '=', 'e.id'))))
    .orderBy('e.id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? raise('NOT_FOUND', 'There is nothing to undo.')
}

/** Takes every change of one entry back, newest first, inside the transaction of `db`. Raises UNDO_CONFLICT, and changes nothing, where a row has been changed since. */
export async function undoEntry(db: WriteDb, entryId: string): Promise<{ summary: string }> {
  const entry = await db.selectFrom('journal_entry').select(['summary']).where('id', '=', entryId).executeTakeFirst()
  if (!entry) raise('NOT_FOUND', 'This change is not in the history.')
  const undone = await db.selectFrom('journal_entry').select('id').where('undoes', '=', entryId).executeTakeFirst()
  if (undone) raise('CONFLICT', 'This change has been undone already.')
  await sql`PRAGMA defer_foreign_keys = ON`.execute(db)
  const changes = await db.selectFrom('journal_change').select(['table_name', 'row_id', 'op', 'before', 'after']).where('entry_id', '=', entryId).orderBy('id', 'desc').execute()
  for (const change of changes) await takeBack(db, change, entry.summary)
  return entry
}

async function takeBack(db: WriteDb, change: Change, summary: string): Promise<void> {
  const table = journaled(change.table_name)
  if (change.op === 'bulk') {
    for (const image of (JSON.parse(change.after ?? '[]') as Image[]).toReversed()) await removeIfUnchanged(db, table, image, summary)
    return
  }
  const before = change.before ? (JSON.parse(change.before) as Image) : null
  const after = change.after ? (JSON.parse(change.after) as Image) : null
  if (!after && before) await db.insertInto(table).values(before as never).execute()
  else if (after && !before) await removeIfUnchanged(db, table, after, summary)
  else if (after && before) {
    await expectUnchanged(db, table, after, summary)
    await db.updateTable(table as 'client').set(before as never).where('id', '=', change.row_id).execute()
  }
}

async function removeIfUnchanged(db: WriteDb, table: JournaledTable, image: Image, summary: string): Promise<void> {
  await expectUnchanged(db, table, image, summary)
  await db.deleteFrom(table as 'client').where('id', '=', String(image.id)).execute()
}

async function expectUnchanged(db: WriteDb, table: JournaledTable, image: Image, summary: string): Promise<void> {
  const row = (await db.selectFrom(table as 'client').selectAll().where('id', '=', String(image.id)).executeTakeFirst()) as Image | undefined
  const same = row && Object.keys(row).every((column) => row[column] === (image[column] ?? null))
  if (!same) raise('UNDO_CONFLICT', `"${summary}" cannot be undone, because something it changed was changed again later. Undo the later change first.`)
}

function journaled(table: string): JournaledTable {
  return journaledTables.find((name) => name === table) ?? raise('INTERNAL', `The journal names an unknown table, ${table}.`)
}
