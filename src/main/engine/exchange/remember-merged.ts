import type { WriteDb } from '../db/handles.ts'

/** Keeps in mind that a creator who is gone is another one of ours now, so that campaign files that name the gone one still find them. */
export async function rememberMergedCreator(db: WriteDb, goneId: string, keptId: string, now: string): Promise<void> {
  await db.updateTable('foreign_row').set({ row_id: keptId }).where('table_name', '=', 'creator').where('row_id', '=', goneId).execute()
  await db
    .insertInto('foreign_row')
    .values({ id: goneId, table_name: 'creator', row_id: keptId, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ table_name: 'creator', row_id: keptId }))
    .execute()
}
