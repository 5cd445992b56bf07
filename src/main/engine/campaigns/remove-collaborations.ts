import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { payoutSums } from '../payouts/sums.ts'
import { contractStates, isSigned } from './contract-states.ts'
import { namesOf, workOf } from './work.ts'

/** Takes creators out of their campaigns with all that hangs on it, all or none. Raises NOT_FOUND; CONFLICT where a contract was signed
 *  or a payout paid. */
export async function removeCollaborations(context: MutationContext, ids: string[]): Promise<{ entryId: string }> {
  const { write, ports } = context
  const work = await workOf(write, ids, ports.clock.today())
  const signed = await contractStates(write, { collaborationIds: ids }, ports.clock.today())
  const bound = work.filter(({ row }) => signed.get(row.id)?.some(isSigned)).map(({ creatorName }) => creatorName)
  if (bound.length > 0)
    raise('CONFLICT', `${namesOf(bound)} cannot be taken out, because a contract was signed. Mark the work as declined or done instead.`)
  const sums = await payoutSums(write, { collaborationIds: ids })
  const paid = work.filter(({ row }) => sums.get(row.id)?.some(({ paidMinor }) => paidMinor > 0)).map(({ creatorName }) => creatorName)
  if (paid.length > 0)
    raise('CONFLICT', `${namesOf(paid)} cannot be taken out, because a payout was paid. Mark the work as declined or done instead.`)
  await inChunks(
    work.map(({ row }) => row.id),
    (chunk) => write.deleteFrom('collaboration').where('id', 'in', chunk).execute(),
  )
  const campaigns = [...new Set(work.map(({ campaignName }) => campaignName))]
  context.describe(`Took ${namesOf(work.map(({ creatorName }) => creatorName))} out of ${namesOf(campaigns)}`)
  return { entryId: context.entryId }
}
