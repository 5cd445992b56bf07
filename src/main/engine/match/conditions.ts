import type { ReadDb } from '../db/handles.ts'

/** The lines of creators who asked not to be contacted. */
export async function notToContact(db: ReadDb): Promise<number[]> {
  const rows = await db
    .selectFrom('creator as c')
    .innerJoin('roster_row as r', 'r.creator_id', 'c.id')
    .where('c.do_not_contact', '=', 1)
    .select('r.search_id')
    .execute()
  return rows.map(({ search_id }) => search_id)
}

/** The lines of creators who are in a campaign already. */
export async function alreadyIn(db: ReadDb, campaignId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('collaboration as l')
    .innerJoin('roster_row as r', 'r.creator_id', 'l.creator_id')
    .where('l.campaign_id', '=', campaignId)
    .select('r.search_id')
    .execute()
  return rows.map(({ search_id }) => search_id)
}
