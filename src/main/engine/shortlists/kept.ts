import { raise } from '#src/shared/contract/errors.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ShortlistTable } from '../db/schema-creators.ts'

/** One shortlist as it is kept. Raises NOT_FOUND. */
export async function shortlistOf(db: ReadDb, id: string): Promise<ShortlistTable> {
  const row = await db.selectFrom('shortlist').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This shortlist is no longer in the workspace.')
}

/** The creators of a shortlist in its order. */
export async function creatorsIn(db: ReadDb, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('shortlist_entry')
    .select('creator_id')
    .where('shortlist_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.creator_id)
}
