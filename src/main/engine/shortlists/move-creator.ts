import type { WriteDb } from '../db/handles.ts'

/** Gives the places of one creator on shortlists to another, because they turned out to be the same; on a list with both, the place of the
 *  other stays. */
export async function moveShortlistEntries(db: WriteDb, fromId: string, toId: string): Promise<void> {
  const theirs = db.selectFrom('shortlist_entry').select('shortlist_id').where('creator_id', '=', toId)
  await db.deleteFrom('shortlist_entry').where('creator_id', '=', fromId).where('shortlist_id', 'in', theirs).execute()
  await db.updateTable('shortlist_entry').set({ creator_id: toId }).where('creator_id', '=', fromId).execute()
}
