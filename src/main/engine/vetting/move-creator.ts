import type { WriteDb } from '../db/handles.ts'

/** Gives the reviews of one creator to another, because they turned out to be the same. Samples go with their accounts. */
export async function moveReviews(db: WriteDb, fromId: string, toId: string): Promise<void> {
  await db.updateTable('vetting_review').set({ creator_id: toId }).where('creator_id', '=', fromId).execute()
}
