import { sql } from 'kysely'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { anyOf } from '../db/id-list.ts'
import { counted } from '../creators/selections.ts'
import { creatorsIn, shortlistOf } from './kept.ts'

/** A list for people to go through one by one; whoever needs more has a filter of the roster. */
const mostCreators = 5000

/** Puts creators at the end, those already in left where they are. Raises NOT_FOUND for creators that are gone, CONFLICT where the list
 *  would grow too long; then nobody was added. */
export async function addEntries(
  { write, ports }: MutationContext,
  shortlistId: string,
  creatorIds: readonly string[],
): Promise<{ added: number; alreadyIn: number }> {
  const wanted = [...new Set(creatorIds)]
  const present = await creatorsIn(write, shortlistId)
  const isIn = new Set(present)
  const missing = wanted.filter((id) => !isIn.has(id))
  if (present.length + missing.length > mostCreators)
    raise(
      'CONFLICT',
      `A shortlist holds ${counted(mostCreators)} at most; this would make ${counted(present.length + missing.length)}. Nobody was added.`,
    )
  const known = await write.selectFrom('creator').select('id').where('id', 'in', anyOf(missing)).execute()
  if (known.length < missing.length)
    raise('NOT_FOUND', `${counted(missing.length - known.length)} of the selection can no longer be found; nobody was added.`)
  const last = await write
    .selectFrom('shortlist_entry')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('shortlist_id', '=', shortlistId)
    .executeTakeFirst()
  const [first, now] = [(last?.position ?? -1) + 1, ports.clock.now()]
  const rows = missing.map((creatorId, at) => ({
    id: ports.newId(),
    shortlist_id: shortlistId,
    creator_id: creatorId,
    position: first + at,
    note: null,
    created_at: now,
  }))
  await inChunks(
    rows,
    (chunk) =>
      write
        .insertInto('shortlist_entry')
        .values([...chunk])
        .execute(),
    1000,
  )
  return { added: rows.length, alreadyIn: wanted.length - missing.length }
}

/** Adds creators to a shortlist. Raises NOT_FOUND, or CONFLICT where it would grow too long. */
export async function addToShortlist(
  context: MutationContext,
  { id, creatorIds }: { id: string; creatorIds: readonly string[] },
): Promise<{ added: number; alreadyIn: number; entryId: string }> {
  const { name } = await shortlistOf(context.write, id)
  const { added, alreadyIn } = await addEntries(context, id, creatorIds)
  if (added > 0) await touch(context, id)
  context.describe(`Added ${counted(added)} to the shortlist ${name}`)
  return { added, alreadyIn, entryId: context.entryId }
}

/** Raises NOT_FOUND where the shortlist is gone; creators who are not in it are passed over. */
export async function removeFromShortlist(
  context: MutationContext,
  { id, creatorIds }: { id: string; creatorIds: readonly string[] },
): Promise<{ entryId: string }> {
  const { name } = await shortlistOf(context.write, id)
  const { numDeletedRows } = await context.write
    .deleteFrom('shortlist_entry')
    .where('shortlist_id', '=', id)
    .where('creator_id', 'in', anyOf(creatorIds))
    .executeTakeFirst()
  if (numDeletedRows > 0n) await touch(context, id)
  context.describe(`Took ${counted(Number(numDeletedRows))} off the shortlist ${name}`)
  return { entryId: context.entryId }
}

/** What is to be remembered of one creator on this list. Raises NOT_FOUND. */
export async function setNote(
  context: MutationContext,
  { id, creatorId, note }: { id: string; creatorId: string; note: string | null },
): Promise<{ entryId: string }> {
  const { name } = await shortlistOf(context.write, id)
  const { numUpdatedRows } = await context.write
    .updateTable('shortlist_entry')
    .set({ note: note?.trim() || null })
    .where('shortlist_id', '=', id)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) raise('NOT_FOUND', `This creator is not on the shortlist ${name}.`)
  context.describe(`Noted something on the shortlist ${name}`)
  return { entryId: context.entryId }
}

/** Puts creators, in the order given, at a place among the others. Raises NOT_FOUND where one is not on the list. */
export async function moveOnShortlist(
  context: MutationContext,
  { id, creatorIds, to }: { id: string; creatorIds: readonly string[]; to: number },
): Promise<{ entryId: string }> {
  const { name } = await shortlistOf(context.write, id)
  const before = await creatorsIn(context.write, id)
  const moving = new Set(creatorIds)
  if (!moving.isSubsetOf(new Set(before))) raise('NOT_FOUND', `One of these creators is not on the shortlist ${name}; nothing was moved.`)
  const after = before.filter((creatorId) => !moving.has(creatorId))
  after.splice(to, 0, ...moving)
  context.describe(`Put the shortlist ${name} in another order`)
  if (after.every((creatorId, place) => creatorId === before[place])) return { entryId: context.entryId }
  await context.write
    .updateTable('shortlist_entry')
    .from(
      sql<{ creator_id: string; place: number }>`(SELECT value AS creator_id, key AS place FROM json_each(${JSON.stringify(after)}))`.as(
        'new',
      ),
    )
    .set({ position: sql.ref('new.place') })
    .where('shortlist_id', '=', id)
    .whereRef('shortlist_entry.creator_id', '=', 'new.creator_id')
    .whereRef('position', '!=', 'new.place')
    .execute()
  return { entryId: context.entryId }
}

async function touch({ write, ports }: MutationContext, id: string): Promise<void> {
  await write.updateTable('shortlist').set({ updated_at: ports.clock.now() }).where('id', '=', id).execute()
}
