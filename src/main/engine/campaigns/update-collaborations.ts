import type { z } from 'zod'
import type { Compensation } from '#src/shared/contract/compensation.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import type { WriteDb } from '../db/handles.ts'
import type { CollaborationTable } from '../db/schema.ts'
import { expectOneCurrency } from './agreed.ts'
import { contractStates } from './contract-states.ts'
import type { CollaborationStage } from './status-rules.ts'
import { namesOf, workOf, type Work } from './work.ts'

interface Changes {
  stage?: CollaborationStage
  accountId?: string | null
  compensation?: z.infer<typeof Compensation> | null
  trackingLink?: string | null
  discountCode?: string | null
  notes?: string | null
}

/** The same change for a selection, all or none. Raises NOT_FOUND, MONEY_MISMATCH for terms in two currencies, CONFLICT for a discount code
 *  that would not tell creators apart, an account of somebody else, or declining somebody who has signed. */
export async function updateCollaborations(
  context: MutationContext,
  { ids, changes }: { ids: string[]; changes: Changes },
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const work = await workOf(write, ids, ports.clock.today())
  const code = changes.discountCode?.trim() || null
  if (changes.compensation) expectOneCurrency(changes.compensation)
  if (changes.accountId) await expectOwnAccount(write, work, changes.accountId)
  if (code !== null) await expectFreeCode(write, work, code)
  if (changes.stage === 'declined') await expectUnsigned(write, work, ports.clock.today())
  const patch: Partial<CollaborationTable> = {
    stage: changes.stage,
    account_id: changes.accountId,
    tracking_link: changes.trackingLink,
    notes: changes.notes,
    discount_code: changes.discountCode === undefined ? undefined : code,
    compensation: changes.compensation && JSON.stringify(changes.compensation),
  }
  const now = ports.clock.now()
  for (const { row } of work) {
    const change = differing(row, patch)
    if (change)
      await write
        .updateTable('collaboration')
        .set({ ...change, updated_at: now })
        .where('id', '=', row.id)
        .execute()
  }
  context.describe(`Changed the work with ${namesOf(work.map(({ creatorName }) => creatorName))}`)
  return { entryId: context.entryId }
}

async function expectOwnAccount(db: WriteDb, work: readonly Work[], accountId: string): Promise<void> {
  const account = await db.selectFrom('account').select(['creator_id', 'handle']).where('id', '=', accountId).executeTakeFirst()
  if (!account) raise('NOT_FOUND', 'This account is no longer in the workspace.')
  const others = work.filter(({ row }) => row.creator_id !== account.creator_id).map(({ creatorName }) => creatorName)
  if (others.length > 0) raise('CONFLICT', `The account ${account.handle} does not belong to ${namesOf(others)}.`)
}

async function expectFreeCode(db: WriteDb, work: readonly Work[], code: string): Promise<void> {
  const campaigns = Map.groupBy(work, ({ row }) => row.campaign_id)
  for (const [campaignId, mine] of campaigns) {
    if (mine.length > 1)
      raise(
        'CONFLICT',
        `One discount code cannot stand for ${mine.length} creators of a campaign, because it says who brought an order in.`,
      )
    const codes = await db
      .selectFrom('collaboration as c')
      .innerJoin('creator as p', 'p.id', 'c.creator_id')
      .select(['c.id', 'c.discount_code', 'p.name'])
      .where('c.campaign_id', '=', campaignId)
      .where('c.discount_code', 'is not', null)
      .execute()
    const taken = codes.find((other) => other.id !== mine[0]?.row.id && other.discount_code?.toLowerCase() === code.toLowerCase())
    if (taken) raise('CONFLICT', `The discount code ${code} belongs to ${taken.name} in this campaign. Give another one.`)
  }
}

async function expectUnsigned(db: WriteDb, work: readonly Work[], today: string): Promise<void> {
  const states = await contractStates(db, { collaborationIds: work.map(({ row }) => row.id) }, today)
  const signed = work
    .filter(({ row }) => states.get(row.id)?.some(({ status }) => status === 'signed by all'))
    .map(({ creatorName }) => creatorName)
  if (signed.length > 0)
    raise(
      'CONFLICT',
      `${namesOf(signed)} ${signed.length === 1 ? 'has' : 'have'} a contract signed by both sides. End it before marking the work as declined.`,
    )
}
