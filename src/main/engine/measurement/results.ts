import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { ResultRow as ResultRowSchema, ResultValues as ResultValuesSchema } from '#src/shared/contract/measurement.ts'
import { namesOf, workOf } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { differing } from '../db/differing.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { ResultTable } from '../db/schema.ts'

type ResultRow = z.infer<typeof ResultRowSchema>
type Values = Partial<z.infer<typeof ResultValuesSchema>>

/** Results as they were entered, newest first. */
export async function listResults(
  db: ReadDb,
  { campaignId, collaborationId }: { campaignId?: string; collaborationId?: string },
): Promise<ResultRow[]> {
  let rows = db
    .selectFrom('result as r')
    .innerJoin('collaboration as c', 'c.id', 'r.collaboration_id')
    .innerJoin('creator as p', 'p.id', 'c.creator_id')
    .selectAll('r')
    .select('p.name')
  if (campaignId) rows = rows.where('c.campaign_id', '=', campaignId)
  if (collaborationId) rows = rows.where('r.collaboration_id', '=', collaborationId)
  const found = await rows.orderBy('r.recorded_on', 'desc').orderBy('r.id', 'desc').execute()
  return found.map((row) => ({
    id: row.id,
    collaborationId: row.collaboration_id,
    deliverableId: row.deliverable_id,
    creatorName: row.name,
    recordedOn: row.recorded_on,
    impressions: row.impressions,
    reach: row.reach,
    views: row.views,
    likes: row.likes,
    comments: row.comments,
    shares: row.shares,
    saves: row.saves,
    clicks: row.clicks,
    conversions: row.conversions,
    leads: row.leads,
    revenueMinor: row.revenue_minor,
    currency: row.currency,
    source: row.source,
    notes: row.notes,
    createdAt: row.created_at,
  }))
}

type NewResult = Values & {
  collaborationId: string
  deliverableId: string | null
  recordedOn?: string
  currency?: string
  source: string
  notes: string | null
}

/** Records what a creator's work brought in, today and in the campaign's currency unless said otherwise. Raises NOT_FOUND, or BAD_INPUT
 *  where nothing is known or the post is another creator's. */
export async function addResult(context: MutationContext, input: NewResult): Promise<{ id: string; entryId: string }> {
  const { write, ports, entryId } = context
  const [work] = await workOf(write, [input.collaborationId], ports.clock.today())
  const values = columnsOf(input)
  if (Object.values(values).every((value) => value === null || value === undefined))
    raise('BAD_INPUT', 'Enter at least one figure; leave out what is not known.')
  if (input.deliverableId) await expectOwnPost(write, input.deliverableId, input.collaborationId)
  const id = ports.newId()
  await write
    .insertInto('result')
    .values({
      id,
      collaboration_id: input.collaborationId,
      deliverable_id: input.deliverableId,
      recorded_on: input.recordedOn ?? ports.clock.today(),
      ...values,
      currency: input.currency ?? work?.currency ?? '',
      source: input.source,
      notes: input.notes,
      created_at: ports.clock.now(),
    })
    .execute()
  context.describe(`Entered results of ${work?.creatorName}`)
  return { id, entryId }
}

/** Corrects a result; a figure of null is not known. Raises NOT_FOUND. */
export async function updateResult(
  { write, describe, entryId }: MutationContext,
  { id, changes }: { id: string; changes: Values },
): Promise<{ entryId: string }> {
  const [row] = await resultsOf(write, [id])
  const change = row && differing<ResultTable>(row, columnsOf(changes))
  if (change) await write.updateTable('result').set(change).where('id', '=', id).execute()
  describe(`Corrected results of ${row?.creator_name}`)
  return { entryId }
}

/** Takes results out, all or none. Raises NOT_FOUND. */
export async function removeResults({ write, describe, entryId }: MutationContext, ids: string[]): Promise<{ entryId: string }> {
  const rows = await resultsOf(write, ids)
  await inChunks(rows, (chunk) =>
    write
      .deleteFrom('result')
      .where(
        'id',
        'in',
        chunk.map((row) => row.id),
      )
      .execute(),
  )
  describe(`Removed results of ${namesOf([...new Set(rows.map(({ creator_name }) => creator_name))])}`)
  return { entryId }
}

async function resultsOf(db: WriteDb, ids: readonly string[]): Promise<(ResultTable & { creator_name: string })[]> {
  const wanted = [...new Set(ids)]
  const rows = await inChunks(wanted, (chunk) =>
    db
      .selectFrom('result as r')
      .innerJoin('collaboration as c', 'c.id', 'r.collaboration_id')
      .innerJoin('creator as p', 'p.id', 'c.creator_id')
      .selectAll('r')
      .select('p.name as creator_name')
      .where('r.id', 'in', chunk)
      .execute(),
  )
  return rows.length === wanted.length
    ? rows
    : raise('NOT_FOUND', `${wanted.length - rows.length} of these results are no longer in the workspace; nothing was changed.`)
}

async function expectOwnPost(db: WriteDb, deliverableId: string, collaborationId: string): Promise<void> {
  const post = await db.selectFrom('deliverable').select('collaboration_id').where('id', '=', deliverableId).executeTakeFirst()
  if (!post) raise('NOT_FOUND', 'This deliverable is no longer in the workspace.')
  if (post.collaboration_id !== collaborationId) raise('BAD_INPUT', 'This deliverable belongs to another creator’s work.')
}

function columnsOf(values: Values): Partial<ResultTable> {
  const { impressions, reach, views, likes, comments, shares, saves, clicks, conversions, leads, revenueMinor } = values
  return { impressions, reach, views, likes, comments, shares, saves, clicks, conversions, leads, revenue_minor: revenueMinor }
}
