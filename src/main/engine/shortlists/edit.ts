import type { MutationContext } from '../context.ts'
import { addCreators } from '../campaigns/add-creators.ts'
import { anyOf } from '../db/id-list.ts'
import { differing } from '../db/differing.ts'
import type { ShortlistTable } from '../db/schema-creators.ts'
import { expectPlace } from './expect-place.ts'
import { creatorsIn, shortlistOf } from './kept.ts'

interface Changes {
  name?: string
  clientId?: string | null
  campaignId?: string | null
  notes?: string | null
}

/** Raises NOT_FOUND, CONFLICT for a campaign of another client. Where only the client changes, a campaign of another is let go. */
export async function updateShortlist(
  context: MutationContext,
  { id, changes: { name, clientId, campaignId, notes } }: { id: string; changes: Changes },
): Promise<{ entryId: string }> {
  const before = await shortlistOf(context.write, id)
  const patch: Partial<ShortlistTable> = { name, notes }
  if (campaignId) Object.assign(patch, await expectPlace(context.write, { clientId: clientId ?? null, campaignId }))
  else if (clientId !== undefined && clientId !== before.client_id)
    Object.assign(patch, await expectPlace(context.write, { clientId, campaignId: null }))
  else if (campaignId === null) patch.campaign_id = null
  const changed = differing(before, patch)
  if (changed)
    await context.write
      .updateTable('shortlist')
      .set({ ...changed, updated_at: context.ports.clock.now() })
      .where('id', '=', id)
      .execute()
  context.describe(`Changed the shortlist ${name ?? before.name}`)
  return { entryId: context.entryId }
}

/** Makes all or some of the creators collaborations of a campaign. Raises what adding creators to a campaign raises; CONFLICT where the
 *  list is empty. */
export async function shortlistToCampaign(
  context: MutationContext,
  { id, campaignId, creatorIds }: { id: string; campaignId: string; creatorIds?: readonly string[] },
): Promise<{ added: number; alreadyIn: number; entryId: string }> {
  await shortlistOf(context.write, id)
  const chosen = creatorIds && new Set(creatorIds)
  const wanted = (await creatorsIn(context.write, id)).filter((creatorId) => !chosen || chosen.has(creatorId))
  const { added, alreadyIn } = await addCreators(context, { id: campaignId, creatorIds: wanted })
  return { added: added.length, alreadyIn, entryId: context.entryId }
}

/** Deletes shortlists; the creators stay in the roster. */
export async function deleteShortlists(context: MutationContext, ids: readonly string[]): Promise<{ entryId: string }> {
  const rows = await context.write.selectFrom('shortlist').select('name').where('id', 'in', anyOf(ids)).orderBy('name').execute()
  await context.write.deleteFrom('shortlist').where('id', 'in', anyOf(ids)).execute()
  context.describe(rows.length === 1 ? `Deleted the shortlist ${rows[0]?.name}` : `Deleted ${rows.length} shortlists`)
  return { entryId: context.entryId }
}
