import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import { creatorRow } from '../show.ts'

/** Keeps in mind that two creators are not the same, so that they are not proposed again. Raises NOT_FOUND, and BAD_INPUT for a creator
 *  with themselves. */
export async function keepApart(
  context: MutationContext,
  { oneId, otherId }: { oneId: string; otherId: string },
): Promise<{ entryId: string }> {
  if (oneId === otherId) raise('BAD_INPUT', 'otherId: Name two creators.')
  const { write, ports } = context
  const names = [await creatorRow(write, oneId), await creatorRow(write, otherId)].map(({ name }) => name)
  const [one_id = '', other_id = ''] = [oneId, otherId].toSorted()
  await write
    .insertInto('distinct_creators')
    .values({ id: ports.newId(), one_id, other_id, created_at: ports.clock.now() })
    .onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doNothing())
    .execute()
  context.describe(`Said that ${names.join(' and ')} are not the same`)
  return { entryId: context.entryId }
}
