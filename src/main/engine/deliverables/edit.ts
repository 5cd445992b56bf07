import { raise } from '#src/shared/contract/errors.ts'
import { advanceStage } from '../campaigns/stages.ts'
import { namesOf, workOf } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { differing } from '../db/differing.ts'
import type { WriteDb } from '../db/handles.ts'
import type { DeliverableTable } from '../db/schema.ts'
import type { DeliverableRow } from './queries.ts'

type Fields = Partial<Pick<DeliverableRow, 'platform' | 'format' | 'title' | 'dueOn' | 'status' | 'postUrl' | 'postedAt' | 'notes'>>

/** Adds one post to a collaboration, planned unless said otherwise. Raises NOT_FOUND, or BAD_INPUT for one that is posted with neither
 *  address nor time. */
export async function createDeliverable(
  context: MutationContext,
  { collaborationId, ...fields }: Fields & { collaborationId: string; platform: string; format: string; title: string },
): Promise<{ id: string; entryId: string }> {
  const [work] = await workOf(context.write, [collaborationId], context.ports.clock.today())
  const id = context.ports.newId()
  const now = context.ports.clock.now()
  const row: DeliverableTable = {
    id,
    collaboration_id: collaborationId,
    platform: fields.platform,
    format: fields.format,
    title: fields.title,
    due_on: fields.dueOn ?? null,
    status: fields.status ?? 'planned',
    post_url: tidy(fields.postUrl) ?? null,
    posted_at: fields.postedAt ?? null,
    notes: fields.notes ?? null,
    created_at: now,
    updated_at: now,
  }
  expectProof(row)
  await context.write.insertInto('deliverable').values(row).execute()
  await followStage(context, [row])
  context.describe(`Added ${row.title} by ${work?.creatorName}`)
  return { id, entryId: context.entryId }
}

/** The same change for a selection, all or none. Raises NOT_FOUND, or BAD_INPUT for one that would be posted with neither address nor
 *  time. */
export async function updateDeliverables(
  context: MutationContext,
  { ids, changes }: { ids: string[]; changes: Fields },
): Promise<{ entryId: string }> {
  const rows = await rowsOf(context.write, ids)
  const patch: Partial<DeliverableTable> = {
    platform: changes.platform,
    format: changes.format,
    title: changes.title,
    due_on: changes.dueOn,
    status: changes.status,
    post_url: tidy(changes.postUrl),
    posted_at: changes.postedAt,
    notes: changes.notes,
  }
  const now = context.ports.clock.now()
  const moved: DeliverableTable[] = []
  for (const row of rows) {
    const change = differing(row, patch)
    if (!change) continue
    const after = { ...row, ...change }
    expectProof(after)
    await context.write
      .updateTable('deliverable')
      .set({ ...change, updated_at: now })
      .where('id', '=', row.id)
      .execute()
    if (change.status) moved.push(after)
  }
  await followStage(context, moved)
  context.describe(`Changed ${namesOf(rows.map(({ title }) => title))}`)
  return { entryId: context.entryId }
}

/** Takes posts out, all or none; results that were recorded for one stay with its creator. Raises NOT_FOUND. */
export async function removeDeliverables(context: MutationContext, ids: string[]): Promise<{ entryId: string }> {
  const rows = await rowsOf(context.write, ids)
  await inChunks(rows, (chunk) =>
    context.write
      .deleteFrom('deliverable')
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute(),
  )
  context.describe(`Removed ${namesOf(rows.map(({ title }) => title))}`)
  return { entryId: context.entryId }
}

async function rowsOf(db: WriteDb, ids: readonly string[]): Promise<DeliverableTable[]> {
  const wanted = [...new Set(ids)]
  const rows = await inChunks(wanted, (chunk) => db.selectFrom('deliverable').selectAll().where('id', 'in', chunk).orderBy('id').execute())
  return rows.length === wanted.length
    ? rows
    : raise('NOT_FOUND', `${wanted.length - rows.length} of these deliverables are no longer in the workspace; nothing was changed.`)
}

// Whether a draft was approved first is for people to decide; that a post exists must be shown.
function expectProof({ status, post_url, posted_at, title }: DeliverableTable): void {
  if (status === 'posted' && !post_url && !posted_at)
    raise('BAD_INPUT', `${title} needs the address of the post or the time it went out before it counts as posted.`)
}

/** A draft in review means the work is in production, a first post that it is live; stages never go back of their own accord
 *  (docs/decisions/2026-11-21-money-of-a-campaign.md). */
async function followStage({ write, ports }: MutationContext, moved: readonly DeliverableTable[]): Promise<void> {
  const ofStatus = (...statuses: string[]) => moved.filter(({ status }) => statuses.includes(status)).map((row) => row.collaboration_id)
  await advanceStage(write, [...new Set(ofStatus('in review', 'changes asked', 'approved'))], 'in production', ports.clock.now())
  await advanceStage(write, [...new Set(ofStatus('posted'))], 'live', ports.clock.now())
}

function tidy(text: string | null | undefined): string | null | undefined {
  return text === undefined || text === null ? text : text.trim() || null
}
