import type { z } from 'zod'
import type { Brief as BriefSchema } from '#src/shared/contract/briefs.ts'
import { campaignOf } from '../campaigns/queries.ts'
import type { ReadDb } from '../db/handles.ts'
import { emptyBrief, type BriefContent } from './content.ts'
import { hintsFor } from './hints.ts'

/** The brief of a campaign with who received it and who confirmed. Raises NOT_FOUND. */
export async function showBrief(db: ReadDb, campaignId: string): Promise<z.infer<typeof BriefSchema>> {
  await campaignOf(db, campaignId)
  const { content, version, updatedAt } = await keptBrief(db, campaignId)
  const receipts = await db
    .selectFrom('brief_receipt as r')
    .innerJoin('collaboration as c', 'c.id', 'r.collaboration_id')
    .innerJoin('creator as p', 'p.id', 'c.creator_id')
    .where('c.campaign_id', '=', campaignId)
    .orderBy('p.name')
    .orderBy('r.version', 'desc')
    .orderBy('r.id')
    .select([
      'r.collaboration_id as collaborationId',
      'p.name as creatorName',
      'r.version',
      'r.sent_at as sentAt',
      'r.channel',
      'r.confirmed_at as confirmedAt',
    ])
    .execute()
  return { ...content, campaignId, version, updatedAt, receipts, hints: hintsFor(content) }
}

/** What a campaign's brief says; empty where nothing has been written. */
export async function briefContentOf(db: ReadDb, campaignId: string): Promise<BriefContent> {
  return (await keptBrief(db, campaignId)).content
}

/** The brief as it is kept: version 0 while nothing has been written. */
export async function keptBrief(
  db: ReadDb,
  campaignId: string,
): Promise<{ id: string | null; content: BriefContent; version: number; updatedAt: string | null }> {
  const row = await db.selectFrom('brief').selectAll().where('campaign_id', '=', campaignId).executeTakeFirst()
  if (!row) return { id: null, content: emptyBrief, version: 0, updatedAt: null }
  return {
    id: row.id,
    content: { ...emptyBrief, ...(JSON.parse(row.content) as Partial<BriefContent>) },
    version: row.version,
    updatedAt: row.updated_at,
  }
}
