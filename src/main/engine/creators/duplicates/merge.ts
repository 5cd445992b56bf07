import { raise } from '#src/shared/contract/errors.ts'
import { moveCollaborations } from '../../campaigns/move-creator.ts'
import type { MutationContext } from '../../context.ts'
import { rememberMergedCreator } from '../../exchange/remember-merged.ts'
import { moveRelationship } from '../../relationship/move-creator.ts'
import { moveShortlistEntries } from '../../shortlists/move-creator.ts'
import { moveReviews } from '../../vetting/move-creator.ts'
import { creatorRow } from '../show.ts'
import { mergeFields } from './merge-fields.ts'
import { moveOwnRows } from './move-rows.ts'

/** Gives everything of the others to the creator that is kept and takes the others out, as one entry of the history. What both had and
 *  differs is told in sentences and kept in contacts or notes. Campaign files that name one of the others find the kept one. Raises
 *  NOT_FOUND, BAD_INPUT for a creator with themselves, and CONFLICT where both have work in one campaign or too much would come together;
 *  then nothing was merged. */
export async function mergeCreators(
  context: MutationContext,
  { keepId, otherIds }: { keepId: string; otherIds: string[] },
): Promise<{ id: string; notes: string[]; entryId: string }> {
  const { write, ports } = context
  const others = [...new Set(otherIds)]
  if (others.includes(keepId)) raise('BAD_INPUT', 'otherIds: A creator cannot be merged with themselves.')
  const { name } = await creatorRow(write, keepId)
  const [notes, names]: [string[], string[]] = [[], []]
  for (const otherId of others) {
    const [keep, other] = [await creatorRow(write, keepId), await creatorRow(write, otherId)]
    const now = ports.clock.now()
    notes.push(...(await moveCollaborations(write, other, keep, now)))
    const unlike = await moveOwnRows(context, keep, other)
    await moveShortlistEntries(write, otherId, keepId)
    await moveReviews(write, otherId, keepId)
    await moveRelationship(write, otherId, keepId)
    notes.push(...(await mergeFields(context, keep, other, unlike)))
    await rememberMergedCreator(write, otherId, keepId, now)
    await write.deleteFrom('creator').where('id', '=', otherId).execute()
    names.push(other.name)
  }
  context.describe(`Merged ${names.join(', ')} into ${name}`)
  return { id: keepId, notes, entryId: context.entryId }
}
