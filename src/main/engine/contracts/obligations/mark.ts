import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import { inChunks } from '../../db/chunks.ts'

/** Says by hand that obligations were met on a day, or are not met. Raises NOT_FOUND; CONFLICT for one that its post or payout speaks
 *  for. */
export async function markObligations(
  { write, ports, entryId, describe }: MutationContext,
  { ids, doneOn }: { ids: string[]; doneOn: string | null },
): Promise<{ entryId: string }> {
  const wanted = [...new Set(ids)]
  const rows = await inChunks(wanted, (chunk) => write.selectFrom('contract_obligation').selectAll().where('id', 'in', chunk).execute())
  if (rows.length < wanted.length)
    raise('NOT_FOUND', `${wanted.length - rows.length} of these obligations are no longer in the workspace; nothing was changed.`)
  const spokenFor = rows.find(({ deliverable_id, payout_id }) => deliverable_id !== null || payout_id !== null)
  if (spokenFor)
    raise(
      'CONFLICT',
      `“${spokenFor.what}” is done once its ${spokenFor.payout_id ? 'payout is paid' : 'post is marked so'}; change that instead.`,
    )
  for (const { id, done_on } of rows)
    if (done_on !== doneOn)
      await write.updateTable('contract_obligation').set({ done_on: doneOn, updated_at: ports.clock.now() }).where('id', '=', id).execute()
  describe(`Marked ${rows.length === 1 ? 'an obligation' : `${rows.length} obligations`} as ${doneOn ? 'done' : 'open'}`)
  return { entryId }
}
