import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { ExpenseKind, ExpenseRow as ExpenseRowSchema } from '#src/shared/contract/measurement.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { campaignOf } from '../campaigns/queries.ts'
import { workOf } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'

type ExpenseRow = z.infer<typeof ExpenseRowSchema>
interface NewExpense {
  campaignId: string
  collaborationId: string | null
  kind: z.infer<typeof ExpenseKind>
  amount: Money
  description: string | null
  spentOn?: string
}

/** Expenses, newest first. */
export async function listExpenses(
  db: ReadDb,
  { campaignId, collaborationId }: { campaignId?: string; collaborationId?: string },
): Promise<ExpenseRow[]> {
  let rows = db
    .selectFrom('expense as e')
    .leftJoin('collaboration as c', 'c.id', 'e.collaboration_id')
    .leftJoin('creator as p', 'p.id', 'c.creator_id')
    .selectAll('e')
    .select('p.name')
  if (campaignId) rows = rows.where('e.campaign_id', '=', campaignId)
  if (collaborationId) rows = rows.where('e.collaboration_id', '=', collaborationId)
  const found = await rows.orderBy('e.spent_on', 'desc').orderBy('e.id', 'desc').execute()
  return found.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    collaborationId: row.collaboration_id,
    creatorName: row.name,
    kind: row.kind as ExpenseRow['kind'],
    amount: { amountMinor: row.amount_minor, currency: row.currency },
    description: row.description,
    spentOn: row.spent_on,
  }))
}

/** Records what a campaign, or one creator's part in it, cost beside fees. Raises NOT_FOUND, or BAD_INPUT for an amount that is not
 *  above nothing. */
export async function addExpense(
  { write, ports, describe, entryId }: MutationContext,
  input: NewExpense,
): Promise<{ id: string; entryId: string }> {
  const campaign = await campaignOf(write, input.campaignId)
  if (input.amount.amountMinor <= 0) raise('BAD_INPUT', 'An expense needs an amount above nothing.')
  if (input.collaborationId) await expectInCampaign(write, input.collaborationId, campaign, ports.clock.today())
  const id = ports.newId()
  await write
    .insertInto('expense')
    .values({
      id,
      campaign_id: input.campaignId,
      collaboration_id: input.collaborationId,
      kind: input.kind,
      amount_minor: input.amount.amountMinor,
      currency: input.amount.currency,
      description: input.description,
      spent_on: input.spentOn ?? ports.clock.today(),
      created_at: ports.clock.now(),
    })
    .execute()
  describe(`Entered an expense of ${campaign.name}`)
  return { id, entryId }
}

/** Takes expenses out, all or none. Raises NOT_FOUND. */
export async function removeExpenses({ write, describe, entryId }: MutationContext, ids: string[]): Promise<{ entryId: string }> {
  const wanted = [...new Set(ids)]
  const rows = await inChunks(wanted, (chunk) => write.selectFrom('expense').select('id').where('id', 'in', chunk).execute())
  if (rows.length < wanted.length)
    raise('NOT_FOUND', `${wanted.length - rows.length} of these expenses are no longer in the workspace; nothing was changed.`)
  await inChunks(wanted, (chunk) => write.deleteFrom('expense').where('id', 'in', chunk).execute())
  describe(`Removed ${wanted.length} ${wanted.length === 1 ? 'expense' : 'expenses'}`)
  return { entryId }
}

/** Raises NOT_FOUND, or BAD_INPUT where the collaboration is part of another campaign. */
export async function expectInCampaign(
  db: WriteDb,
  collaborationId: string,
  campaign: { id: string; name: string },
  today: string,
): Promise<void> {
  const [work] = await workOf(db, [collaborationId], today)
  if (work?.row.campaign_id !== campaign.id) raise('BAD_INPUT', `The work with ${work?.creatorName} is not part of ${campaign.name}.`)
}
