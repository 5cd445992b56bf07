import { z } from 'zod'
import { SIGNALS } from '../domain/vetting/signal.ts'
import { Changed, Id, Ids, LongText, Name, PlainDate, mutation, query } from './base.ts'
import { CreatorSignals } from './vetting-signals.ts'

export const ReviewAnswer = z.enum(['fine', 'look', 'red flag', 'does not apply'])
export const Decision = z.enum(['approve', 'approve with conditions', 'reject'])

/** One question of the checklist as it was asked. */
export const ReviewItem = z.object({
  id: z.string().min(1).max(60),
  /** The title of its step. */
  step: z.string().max(200),
  question: z.string().max(500),
  /** The signals that help to answer it. */
  signals: z.array(z.enum(SIGNALS)),
  /** Null while it is open. */
  answer: ReviewAnswer.nullable(),
  finding: LongText,
})

const ReviewHead = z.object({
  id: Id,
  creatorId: Id,
  creatorName: z.string(),
  platform: z.string().nullable(),
  handle: z.string().nullable(),
  reviewer: z.string(),
  startedOn: PlainDate,
  /** Questions answered, of how many. */
  answered: z.int(),
  questions: z.int(),
  /** As it stood when it was decided. */
  credibility: z.int().nullable(),
  /** Null while it is under way. */
  decision: Decision.nullable(),
  conditions: z.string().nullable(),
  reason: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  recheckOn: PlainDate.nullable(),
})

export const Review = ReviewHead.extend({
  source: z.string(),
  items: z.array(ReviewItem),
  /** The signals as they stood when it was decided; null while it is under way. */
  signals: CreatorSignals.nullable(),
})

export const vettingReviews = {
  /** Begins a review of each creator who has none under way. */
  startReviews: mutation
    .input(z.object({ creatorIds: Ids, reviewer: Name.optional() }))
    .output(Changed.extend({ started: z.array(Id), underWay: z.int() })),
  /** Newest first. `dueBy` gives those whose re-check is due by that day and whose creator was not reviewed since. */
  reviews: query
    .input(
      z.object({
        creatorIds: Ids.optional(),
        state: z.enum(['under way', 'decided']).optional(),
        dueBy: PlainDate.optional(),
        limit: z.int().min(1).max(1000).default(500),
      }),
    )
    .output(z.array(ReviewHead)),
  review: query.input(z.object({ id: Id })).output(Review),
  /** Answers questions of a review that is under way. */
  updateReview: mutation
    .input(
      z.object({
        id: Id,
        reviewer: Name.optional(),
        items: z
          .array(z.object({ id: z.string().min(1).max(60), answer: ReviewAnswer.nullable().optional(), finding: LongText.optional() }))
          .max(100)
          .default([]),
      }),
    )
    .output(Changed),
  /** Ends a review with a decision; the signals are kept as they stand now. */
  decide: mutation
    .input(
      z.object({
        id: Id,
        decision: Decision,
        /** Needed for an approval with conditions. */
        conditions: LongText.optional(),
        /** Needed for a rejection. */
        reason: LongText.optional(),
        reviewer: Name.optional(),
        decidedOn: PlainDate.optional(),
        recheckOn: PlainDate.nullable().optional(),
      }),
    )
    .output(Changed.extend({ credibility: z.int().nullable() })),
  /** Begins a new review with the answers of a decided one; that one stays in the history. */
  reopen: mutation.input(z.object({ id: Id, reviewer: Name.optional() })).output(Changed.extend({ id: Id })),
}
