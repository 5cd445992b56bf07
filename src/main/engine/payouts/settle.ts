import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { PayoutMethod } from '#src/shared/contract/payouts.ts'
import { namesOf } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { payoutsOf } from './queries.ts'

interface Payment {
  ids: string[]
  paidOn: string
  method: z.infer<typeof PayoutMethod>
  reference: string | null
}

/** Records that a selection was paid, all or none; what was paid already stays as it is and is counted. Raises NOT_FOUND, or CONFLICT
 *  for a cancelled payout. */
export async function recordPayouts(
  context: MutationContext,
  { ids, paidOn, method, reference }: Payment,
): Promise<{ paid: number; alreadyPaid: number; entryId: string }> {
  const rows = await payoutsOf(context.write, ids)
  const cancelled = rows.filter(({ status }) => status === 'cancelled').map((row) => row.creator_name)
  if (cancelled.length > 0)
    raise(
      'CONFLICT',
      `The payout to ${namesOf(cancelled)} is cancelled and cannot be paid; nothing was recorded. Leave it out, or plan a new one.`,
    )
  const open = rows.filter(({ status }) => status === 'planned')
  const paid = { status: 'paid', paid_on: paidOn, method, reference, updated_at: context.ports.clock.now() }
  await inChunks(open, (chunk) =>
    context.write
      .updateTable('payout')
      .set(paid)
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute(),
  )
  context.describe(`Paid ${namesOf([...new Set(open.map((row) => row.creator_name))])}`)
  return { paid: open.length, alreadyPaid: rows.length - open.length, entryId: context.entryId }
}

/** Cancels payouts that are still planned, all or none. Raises NOT_FOUND, or CONFLICT for one that was paid. */
export async function cancelPayouts(context: MutationContext, ids: string[]): Promise<{ entryId: string }> {
  const rows = await payoutsOf(context.write, ids)
  const paid = rows.filter(({ status }) => status === 'paid').map((row) => row.creator_name)
  if (paid.length > 0) raise('CONFLICT', `The payout to ${namesOf(paid)} was paid and cannot be cancelled. Undo the payment first.`)
  const open = rows.filter(({ status }) => status === 'planned')
  const cancelled = { status: 'cancelled', updated_at: context.ports.clock.now() }
  await inChunks(open, (chunk) =>
    context.write
      .updateTable('payout')
      .set(cancelled)
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute(),
  )
  context.describe(`Cancelled the payout to ${namesOf([...new Set(open.map((row) => row.creator_name))])}`)
  return { entryId: context.entryId }
}
