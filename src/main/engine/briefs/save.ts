import { isDeepStrictEqual } from 'node:util'
import { campaignOf } from '../campaigns/queries.ts'
import type { MutationContext } from '../context.ts'
import type { BriefContent } from './content.ts'
import { keptBrief } from './queries.ts'

/** Changes some parts of a brief; the version rises only where something differs from before. Raises NOT_FOUND. */
export async function saveBrief(
  context: MutationContext,
  { campaignId, changes }: { campaignId: string; changes: Partial<BriefContent> },
): Promise<{ version: number; entryId: string }> {
  const { write, ports, entryId } = context
  const campaign = await campaignOf(write, campaignId)
  const before = await keptBrief(write, campaignId)
  const content: BriefContent = { ...before.content, ...given(changes) }
  if (isDeepStrictEqual(content, before.content)) return { version: before.version, entryId }
  const kept = { version: before.version + 1, content: JSON.stringify(content), updated_at: ports.clock.now() }
  if (before.id) await write.updateTable('brief').set(kept).where('id', '=', before.id).execute()
  else
    await write
      .insertInto('brief')
      .values({ id: ports.newId(), campaign_id: campaignId, ...kept })
      .execute()
  context.describe(`Wrote version ${kept.version} of the brief of ${campaign.name}`)
  return { version: kept.version, entryId }
}

function given(changes: Partial<BriefContent>): Partial<BriefContent> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
