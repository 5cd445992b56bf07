import { raise } from '#src/shared/contract/errors.ts'
import { advanceStage } from '../campaigns/stages.ts'
import { namesOf, workOf, type Work } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { planDeliverables } from '../deliverables/plan.ts'
import { keptBrief } from './queries.ts'
import { newestReceipts } from './receipts.ts'

/** Records that the present version of each campaign's brief went to a selection, all or none; makes the deliverables of those who have
 *  none, and counts the shortlisted as invited. Who has this version by this channel already stays as they are. Raises NOT_FOUND, or
 *  CONFLICT where a brief is not written or somebody must not be written to. */
export async function sendBrief(
  context: MutationContext,
  { collaborationIds, channel }: { collaborationIds: string[]; channel: string },
): Promise<{ sent: number; entryId: string }> {
  const { write, ports, entryId } = context
  const work = await workOf(write, collaborationIds, ports.clock.today())
  expectWelcome(work)
  const receipts = await newestReceipts(write, { collaborationIds })
  const now = ports.clock.now()
  const reached: Work[] = []
  for (const [campaignId, mine] of Map.groupBy(work, ({ row }) => row.campaign_id)) {
    const { version, content } = await keptBrief(write, campaignId)
    if (version === 0) raise('CONFLICT', `${mine[0]?.campaignName} has no brief yet. Write it before sending it.`)
    for (const one of mine) {
      const last = receipts.get(one.row.id)
      if (last?.version === version && (last.channel === channel || last.confirmed_at !== null)) continue
      if (last?.version === version)
        await write.updateTable('brief_receipt').set({ channel, sent_at: now }).where('id', '=', last.id).execute()
      else
        await write
          .insertInto('brief_receipt')
          .values({ id: ports.newId(), collaboration_id: one.row.id, version, channel, sent_at: now, confirmed_at: null })
          .execute()
      reached.push(one)
    }
    await planDeliverables(
      context,
      mine.map(({ row }) => row.id),
      content.deliverables,
    )
  }
  await advanceStage(
    write,
    reached.map(({ row }) => row.id),
    'invited',
    now,
  )
  context.describe(`Sent the brief to ${namesOf(reached.map(({ creatorName }) => creatorName))}`)
  return { sent: reached.length, entryId }
}

function expectWelcome(work: readonly Work[]): void {
  const refused = work.filter(({ doNotContact }) => doNotContact).map(({ creatorName }) => creatorName)
  if (refused.length > 0)
    raise(
      'CONFLICT',
      `${namesOf(refused)} ${refused.length === 1 ? 'is' : 'are'} marked "do not contact"; nothing was sent. Leave them out, or lift the mark.`,
    )
  const declined = work.filter(({ row }) => row.stage === 'declined').map(({ creatorName }) => creatorName)
  if (declined.length > 0) raise('CONFLICT', `${namesOf(declined)} declined; nothing was sent. Leave them out, or change the stage first.`)
}

/** Records that a selection confirmed the newest version they received, all or none. Raises NOT_FOUND, or CONFLICT where nothing was
 *  sent. */
export async function confirmBrief(context: MutationContext, collaborationIds: string[]): Promise<{ confirmed: number; entryId: string }> {
  const { write, ports, entryId } = context
  const work = await workOf(write, collaborationIds, ports.clock.today())
  const receipts = await newestReceipts(write, { collaborationIds })
  const without = work.filter(({ row }) => !receipts.has(row.id)).map(({ creatorName }) => creatorName)
  if (without.length > 0)
    raise(
      'CONFLICT',
      `${namesOf(without)} ${without.length === 1 ? 'has' : 'have'} not been sent a brief yet, so there is nothing to confirm.`,
    )
  const open = work.filter(({ row }) => receipts.get(row.id)?.confirmed_at === null)
  for (const { row } of open) {
    await write
      .updateTable('brief_receipt')
      .set({ confirmed_at: ports.clock.now() })
      .where('id', '=', receipts.get(row.id)?.id ?? '')
      .execute()
  }
  context.describe(`Brief confirmed by ${namesOf(open.map(({ creatorName }) => creatorName))}`)
  return { confirmed: open.length, entryId }
}
