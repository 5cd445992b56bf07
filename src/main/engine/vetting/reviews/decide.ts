import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { Decision } from '#src/shared/contract/vetting-reviews.ts'
import type { MutationContext } from '../../context.ts'
import { creatorRow } from '../../creators/show.ts'
import { creatorSignals } from '../signals/creator-signals.ts'
import { openReview } from './rows.ts'

interface Decided {
  id: string
  decision: z.infer<typeof Decision>
  conditions?: string
  reason?: string
  reviewer?: string
  decidedOn?: string
  recheckOn?: string | null
}

/** Ends a review: the decision, and the signals as they stand. Raises NOT_FOUND, CONFLICT for one that is decided, and BAD_INPUT where the
 *  conditions, the reason or the days do not go with the decision. */
export async function decideReview(context: MutationContext, decided: Decided): Promise<{ credibility: number | null; entryId: string }> {
  const row = await openReview(context.write, decided.id)
  const today = context.ports.clock.today()
  const { decision, decidedOn = today, recheckOn = null, reviewer = row.reviewer } = decided
  const [conditions, reason] = [decided.conditions?.trim() || null, decided.reason?.trim() || null]
  if (decision === 'approve with conditions' && conditions === null) raise('BAD_INPUT', 'conditions: Say under which conditions.')
  if (decision !== 'approve with conditions' && conditions !== null)
    raise('BAD_INPUT', 'conditions: Only an approval with conditions has conditions.')
  if (decision === 'reject' && reason === null) raise('BAD_INPUT', 'reason: A rejection needs its reason.')
  if (decidedOn > today) raise('BAD_INPUT', 'decidedOn: A decision cannot be of a day to come.')
  if (decidedOn < row.started_on) raise('BAD_INPUT', `decidedOn: The review began on ${row.started_on}.`)
  if (recheckOn !== null && recheckOn <= decidedOn) raise('BAD_INPUT', 'recheckOn: The re-check comes after the decision.')
  const signals = await creatorSignals(context, { creatorId: row.creator_id })
  const { score } = signals.credibility
  await context.write
    .updateTable('vetting_review')
    .set({
      decision,
      conditions,
      reason,
      reviewer,
      decided_on: decidedOn,
      recheck_on: recheckOn,
      signals: JSON.stringify(signals),
      credibility: score,
      updated_at: context.ports.clock.now(),
    })
    .where('id', '=', row.id)
    .execute()
  const words = { approve: 'Approved', 'approve with conditions': 'Approved with conditions:', reject: 'Rejected' }[decision]
  context.describe(`${words} ${(await creatorRow(context.write, row.creator_id)).name} after vetting`)
  return { credibility: score, entryId: context.entryId }
}
