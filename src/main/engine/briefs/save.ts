import { isDeepStrictEqual } from 'node:util'
import { campaignOf } from '../campaigns/queries.ts'
import type { MutationContext } from '../context.ts'
import type { BriefContent } from './content.ts'
import type { ReadDb } from '../db/handles.ts'
import { keptBrief } from './queries.ts'
import { newestReceipts } from './receipts.ts'

/** Changes some parts of a brief. The version names what somebody has received: it rises with the first change after the present one was
 *  sent, and not with every keystroke that is saved. Raises NOT_FOUND. */
export async function saveBrief(
  context: MutationContext,
  { campaignId, changes }: { campaignId: string; changes: Partial<BriefContent> },
): Promise<{ version: number; entryId: string }> {
  const { write, ports, entryId } = context
  const campaign = await campaignOf(write, campaignId)
  const before = await keptBrief(write, campaignId)
  const content: BriefContent = { ...before.content, ...given(changes) }
  if (isDeepStrictEqual(content, before.content)) return { version: before.version, entryId }
  const version = before.version === 0 || (await wasSent(write, campaignId, before.version)) ? before.version + 1 : before.version
  const kept = { version, content: JSON.stringify(content), updated_at: ports.clock.now() }
  if (before.id) await write.updateTable('brief').set(kept).where('id', '=', before.id).execute()
  else
    await write
      .insertInto('brief')
      .values({ id: ports.newId(), campaign_id: campaignId, ...kept })
      .execute()
  context.describe(`Wrote version ${version} of the brief of ${campaign.name}`)
  return { version, entryId }
}

async function wasSent(db: ReadDb, campaignId: string, version: number): Promise<boolean> {
  const receipts = await newestReceipts(db, { campaignId })
  return [...receipts.values()].some((receipt) => receipt.version === version)
}

function given(changes: Partial<BriefContent>): Partial<BriefContent> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
