import type { z } from 'zod'
import type { DeliverableRow as DeliverableRowSchema } from '#src/shared/contract/deliverables.ts'
import type { ReadDb } from '../db/handles.ts'

export type DeliverableRow = z.infer<typeof DeliverableRowSchema>

/** Posts by due day, those without one last; `openOnly` leaves out what is posted. */
export async function listDeliverables(
  db: ReadDb,
  filter: { campaignId?: string; collaborationId?: string; openOnly: boolean },
): Promise<DeliverableRow[]> {
  let rows = db
    .selectFrom('deliverable as d')
    .innerJoin('collaboration as c', 'c.id', 'd.collaboration_id')
    .innerJoin('campaign as m', 'm.id', 'c.campaign_id')
    .innerJoin('creator as p', 'p.id', 'c.creator_id')
    .selectAll('d')
    .select(['c.campaign_id', 'c.creator_id', 'm.name as campaign_name', 'p.name as creator_name'])
  if (filter.campaignId) rows = rows.where('c.campaign_id', '=', filter.campaignId)
  if (filter.collaborationId) rows = rows.where('d.collaboration_id', '=', filter.collaborationId)
  if (filter.openOnly) rows = rows.where('d.status', '<>', 'posted')
  const found = await rows
    .orderBy('d.due_on', (order) => order.asc().nullsLast())
    .orderBy('p.name')
    .orderBy('d.id')
    .execute()
  return found.map((row) => ({
    id: row.id,
    collaborationId: row.collaboration_id,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    platform: row.platform,
    format: row.format,
    title: row.title,
    dueOn: row.due_on,
    status: row.status as DeliverableRow['status'],
    postUrl: row.post_url,
    postedAt: row.posted_at,
    notes: row.notes,
  }))
}
