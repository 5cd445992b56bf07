import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import { Decision, type Review } from '#src/shared/contract/vetting-reviews.ts'
import type { CreatorSignals } from '#src/shared/contract/vetting-signals.ts'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import type { VettingReviewTable } from '../../db/schema-creators.ts'
import { checklistIn } from './checklist.ts'

type Shown = z.infer<typeof Review>
type Head = Omit<Shown, 'items' | 'signals' | 'source'>

export interface ReviewFilter {
  creatorIds?: readonly string[]
  state?: 'under way' | 'decided'
  dueBy?: string
  limit?: number
}

/** Reviews with whom they are of, newest first; those due for a re-check by their date. */
export async function listReviews(db: ReadDb, { creatorIds, state, dueBy, limit = 500 }: ReviewFilter): Promise<Head[]> {
  let query = reviews(db).limit(limit)
  if (creatorIds) query = query.where('v.creator_id', 'in', anyOf(creatorIds))
  if (state) query = query.where('v.decided_on', state === 'decided' ? 'is not' : 'is', null)
  if (dueBy !== undefined)
    query = query
      .where('v.recheck_on', '<=', dueBy)
      .where('c.archived_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('vetting_review as later')
              .select('later.id')
              .whereRef('later.creator_id', '=', 'v.creator_id')
              .whereRef('later.id', '>', 'v.id'),
          ),
        ),
      )
  const rows = await (dueBy === undefined ? query.orderBy('v.id', 'desc') : query.orderBy('v.recheck_on').orderBy('v.id')).execute()
  return rows.map(headOf)
}

/** One review in full. Raises NOT_FOUND. */
export async function showReview(db: ReadDb, id: string): Promise<Shown> {
  const row = await reviews(db).where('v.id', '=', id).executeTakeFirst()
  if (!row) return raise('NOT_FOUND', 'This review is no longer in the workspace.')
  const { source, items } = checklistIn(row.checklist)
  return {
    ...headOf(row),
    source,
    items,
    signals: row.signals === null ? null : (JSON.parse(row.signals) as z.infer<typeof CreatorSignals>),
  }
}

/** The row of a review that is under way. Raises NOT_FOUND, and CONFLICT for one that is decided. */
export async function openReview(db: ReadDb, id: string): Promise<VettingReviewTable> {
  const row = await db.selectFrom('vetting_review').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This review is no longer in the workspace.')
  if (row.decided_on !== null) raise('CONFLICT', 'This review is decided, and stays as it is; open it again as a new one.')
  return row
}

function reviews(db: ReadDb) {
  return db
    .selectFrom('vetting_review as v')
    .innerJoin('creator as c', 'c.id', 'v.creator_id')
    .leftJoin('roster_row as r', 'r.creator_id', 'v.creator_id')
    .selectAll('v')
    .select(['c.name as creator_name', 'r.platform', 'r.handle'])
}

type Joined = Awaited<ReturnType<ReturnType<typeof reviews>['execute']>>[number]

function headOf(row: Joined): Head {
  const { items } = checklistIn(row.checklist)
  return {
    id: row.id,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    platform: row.platform,
    handle: row.handle,
    reviewer: row.reviewer,
    startedOn: row.started_on,
    answered: items.filter(({ answer }) => answer !== null).length,
    questions: items.length,
    credibility: row.credibility,
    decision: Decision.options.find((known) => known === row.decision) ?? null,
    conditions: row.conditions,
    reason: row.reason,
    decidedOn: row.decided_on,
    recheckOn: row.recheck_on,
  }
}
