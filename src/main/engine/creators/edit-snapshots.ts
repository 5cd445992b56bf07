import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import { expectPossible, figureColumns, toRow, type NewSnapshot } from './snapshots.ts'

/** Corrects figures that are on file; null makes one unknown. Raises NOT_FOUND, and BAD_INPUT for a day to come, a rate that cannot be,
 *  and where no figure would be left. */
export async function updateSnapshot(
  context: MutationContext,
  { id, changes: { takenOn, ...values } }: { id: string; changes: NewSnapshot['values'] & { takenOn?: string } },
): Promise<{ entryId: string }> {
  const { row, of } = await snapshotOf(context, id)
  expectPossible(values)
  if (takenOn !== undefined && takenOn > context.ports.clock.today()) raise('BAD_INPUT', 'takenOn: Figures cannot be from a day to come.')
  const changed = differing(row, { ...toRow(values), taken_on: takenOn })
  if (changed) {
    const after = { ...row, ...changed }
    if (figureColumns.every((figure) => after[figure] === null))
      raise('BAD_INPUT', 'values: No figure would be left. Take these figures out instead.')
    await context.write.updateTable('snapshot').set(changed).where('id', '=', id).execute()
  }
  context.describe(`Corrected figures of ${of}`)
  return { entryId: context.entryId }
}

/** Raises NOT_FOUND. */
export async function removeSnapshot(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const { row, of } = await snapshotOf(context, id)
  await context.write.deleteFrom('snapshot').where('id', '=', id).execute()
  context.describe(`Took figures of ${of} on ${row.taken_on} out`)
  return { entryId: context.entryId }
}

async function snapshotOf({ write }: MutationContext, id: string) {
  const row = await write.selectFrom('snapshot').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'These figures are no longer in the workspace.')
  const { name } = await write
    .selectFrom('account as a')
    .innerJoin('creator as c', 'c.id', 'a.creator_id')
    .select('c.name')
    .where('a.id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  return { row, of: name }
}
