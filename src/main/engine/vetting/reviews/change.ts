import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { ReviewAnswer } from '#src/shared/contract/vetting-reviews.ts'
import type { MutationContext } from '../../context.ts'
import { anyOf } from '../../db/id-list.ts'
import { creatorRow } from '../../creators/show.ts'
import { checklistIn, openChecklist, type Checklist } from './checklist.ts'
import { openReview } from './rows.ts'

/** Begins a review of each of these creators who has none under way. Raises NOT_FOUND where one of them is gone. */
export async function startReviews(
  context: MutationContext,
  { creatorIds, reviewer }: { creatorIds: readonly string[]; reviewer?: string },
): Promise<{ started: string[]; underWay: number; entryId: string }> {
  const ids = [...new Set(creatorIds)]
  const known = await context.write.selectFrom('creator').select(['id', 'name']).where('id', 'in', anyOf(ids)).execute()
  if (known.length < ids.length) raise('NOT_FOUND', 'One of these creators is no longer in the workspace; no review was begun.')
  const open = await context.write
    .selectFrom('vetting_review')
    .select('creator_id')
    .where('creator_id', 'in', anyOf(ids))
    .where('decided_on', 'is', null)
    .execute()
  const underWay = new Set(open.map(({ creator_id }) => creator_id))
  const started: string[] = []
  for (const id of ids) if (!underWay.has(id)) started.push(await begin(context, id, reviewer, openChecklist()))
  const [first] = known
  context.describe(known.length === 1 && first ? `Began to vet ${first.name}` : `Began to vet ${started.length} creators`)
  return { started, underWay: underWay.size, entryId: context.entryId }
}

async function begin(context: MutationContext, creatorId: string, reviewer: string | undefined, checklist: Checklist): Promise<string> {
  const { newId, clock } = context.ports
  const id = newId()
  const at = clock.now()
  await context.write
    .insertInto('vetting_review')
    .values({
      id,
      creator_id: creatorId,
      reviewer: reviewer ?? context.actor,
      started_on: clock.today(),
      checklist: JSON.stringify(checklist),
      signals: null,
      credibility: null,
      decision: null,
      conditions: null,
      reason: null,
      decided_on: null,
      recheck_on: null,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return id
}

interface ReviewChanges {
  id: string
  reviewer?: string
  items: readonly { id: string; answer?: z.infer<typeof ReviewAnswer> | null; finding?: string }[]
}

/** Answers questions of a review. Raises NOT_FOUND, CONFLICT for a decided one, and BAD_INPUT for a question it does not ask. */
export async function updateReview(context: MutationContext, { id, reviewer, items }: ReviewChanges): Promise<{ entryId: string }> {
  const row = await openReview(context.write, id)
  const checklist = checklistIn(row.checklist)
  const asked = new Map(checklist.items.map((item) => [item.id, item]))
  for (const { id: item, answer, finding } of items) {
    const known = asked.get(item)
    if (!known) raise('BAD_INPUT', `items: This review does not ask “${item}”.`)
    if (answer !== undefined) known.answer = answer
    if (finding !== undefined) known.finding = finding.trim()
  }
  const changes = { checklist: JSON.stringify(checklist), reviewer: reviewer ?? row.reviewer }
  if (changes.checklist !== row.checklist || changes.reviewer !== row.reviewer)
    await context.write
      .updateTable('vetting_review')
      .set({ ...changes, updated_at: context.ports.clock.now() })
      .where('id', '=', id)
      .execute()
  context.describe(`Answered questions of the review of ${(await creatorRow(context.write, row.creator_id)).name}`)
  return { entryId: context.entryId }
}

/** Begins a new review with the answers of a decided one. Raises NOT_FOUND, and CONFLICT where one is under way. */
export async function reopenReview(
  context: MutationContext,
  { id, reviewer }: { id: string; reviewer?: string },
): Promise<{ id: string; entryId: string }> {
  const row = await context.write.selectFrom('vetting_review').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This review is no longer in the workspace.')
  const open = await context.write
    .selectFrom('vetting_review')
    .select('id')
    .where('creator_id', '=', row.creator_id)
    .where('decided_on', 'is', null)
    .executeTakeFirst()
  if (open) raise('CONFLICT', 'A review of this creator is under way already; go on with that one.', { id: open.id })
  const made = await begin(context, row.creator_id, reviewer, checklistIn(row.checklist))
  context.describe(`Began to vet ${(await creatorRow(context.write, row.creator_id)).name} again`)
  return { id: made, entryId: context.entryId }
}
