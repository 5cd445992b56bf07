import type { WriteDb } from '../db/handles.ts'

/** Gives the contact log and the reminders of one creator to another, because they turned out to be the same. Where both have check-ins, those
 *  of the other stay. */
export async function moveRelationship(db: WriteDb, fromId: string, toId: string): Promise<void> {
  await db.updateTable('contact_log').set({ creator_id: toId }).where('creator_id', '=', fromId).execute()
  const kept = db.selectFrom('creator_reminder').select('kind').where('creator_id', '=', toId).where('kind', '=', 'check-in')
  await db.deleteFrom('creator_reminder').where('creator_id', '=', fromId).where('kind', 'in', kept).execute()
  await db.updateTable('creator_reminder').set({ creator_id: toId }).where('creator_id', '=', fromId).execute()
}
