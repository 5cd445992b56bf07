import type { ReadDb } from '../db/handles.ts'

export interface CreatorWork {
  collaborationId: string
  campaignId: string
  campaignName: string
  clientName: string
  stage: string
  startsOn: string | null
}

/** What one creator does and did, newest first. */
export async function workOfCreator(db: ReadDb, creatorId: string): Promise<CreatorWork[]> {
  return db
    .selectFrom('collaboration as l')
    .innerJoin('campaign as c', 'c.id', 'l.campaign_id')
    .innerJoin('client as k', 'k.id', 'c.client_id')
    .select([
      'l.id as collaborationId',
      'c.id as campaignId',
      'c.name as campaignName',
      'k.name as clientName',
      'l.stage',
      'c.starts_on as startsOn',
    ])
    .where('l.creator_id', '=', creatorId)
    .orderBy((order) => order.fn.coalesce('c.starts_on', 'l.created_at'), 'desc')
    .orderBy('l.id', 'desc')
    .execute()
}
