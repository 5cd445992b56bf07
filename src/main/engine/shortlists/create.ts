import type { MutationContext } from '../context.ts'
import { addEntries } from './entries.ts'
import { expectPlace } from './expect-place.ts'
import { counted } from '../creators/selections.ts'

export interface NewShortlist {
  name: string
  clientId?: string | null
  campaignId?: string | null
  notes?: string | null
  /** What was asked of the match that made it. */
  need?: Readonly<Record<string, unknown>>
  /** In the order in which they are to stand. */
  creatorIds: readonly string[]
}

/** A new shortlist. Raises NOT_FOUND for a client, a campaign or creators that are gone, CONFLICT for a campaign of another client or
 *  too many creators. */
export async function createShortlist(
  context: MutationContext,
  { name, clientId, campaignId, notes, need, creatorIds }: NewShortlist,
): Promise<{ id: string; entryId: string }> {
  const place = await expectPlace(context.write, { clientId: clientId ?? null, campaignId: campaignId ?? null })
  const [id, now] = [context.ports.newId(), context.ports.clock.now()]
  await context.write
    .insertInto('shortlist')
    .values({ id, name, ...place, need: need ? JSON.stringify(need) : null, notes: notes ?? null, created_at: now, updated_at: now })
    .execute()
  const { added } = await addEntries(context, id, creatorIds)
  context.describe(`Made the shortlist ${name}${added > 0 ? ` with ${counted(added)}` : ''}`)
  return { id, entryId: context.entryId }
}
