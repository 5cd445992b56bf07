import type { WriteDb } from '../db/handles.ts'

/** Gives the contact log and the reminders of one creator to another, because they turned out to be the same. */
export async function moveRelationship(db: WriteDb, fromId: string, toId: string): Promise<void> {
  await db.updateTable('contact_log').set({ creator_id: toId }).where('creator_id', '=', fromId).execute()
  await db.updateTable('creator_reminder').set({ creator_id: toId }).where('creator_id', '=', fromId).execute()
}
