import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { OrderRow as OrderRowSchema } from '#src/shared/contract/measurement.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { campaignOf } from '../campaigns/queries.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { differing } from '../db/differing.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { SalesOrderTable } from '../db/schema.ts'
import { expectInCampaign } from './expenses.ts'

type OrderRow = z.infer<typeof OrderRowSchema>
interface NewOrder {
  campaignId: string
  collaborationId: string | null
  number: string
  orderedAt: string
  discountCode: string | null
  total: Money
  refundedMinor: number
}

/** Shop orders, newest first. */
export async function listOrders(
  db: ReadDb,
  { campaignId, collaborationId }: { campaignId?: string; collaborationId?: string },
): Promise<OrderRow[]> {
  let rows = db.selectFrom('sales_order').selectAll()
  if (campaignId) rows = rows.where('campaign_id', '=', campaignId)
  if (collaborationId) rows = rows.where('collaboration_id', '=', collaborationId)
  const found = await rows.orderBy('ordered_at', 'desc').orderBy('id', 'desc').execute()
  return found.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    collaborationId: row.collaboration_id,
    number: row.number,
    orderedAt: row.ordered_at,
    discountCode: row.discount_code,
    total: { amountMinor: row.total_minor, currency: row.currency },
    refundedMinor: row.refunded_minor,
    source: row.source,
  }))
}

/** Records a shop order, under the creator whose discount code it carries unless one is named. The same order twice changes nothing;
 *  another one with its number is a CONFLICT. Raises NOT_FOUND, or BAD_INPUT for amounts that make no sense. */
export async function addOrder(
  { write, ports, describe, entryId }: MutationContext,
  input: NewOrder,
): Promise<{ id: string; collaborationId: string | null; entryId: string }> {
  const campaign = await campaignOf(write, input.campaignId)
  if (input.total.amountMinor < 0) raise('BAD_INPUT', 'The total of an order cannot be negative; give what was sent back as its refund.')
  expectRefund(input.refundedMinor, input.total.amountMinor)
  if (input.collaborationId) await expectInCampaign(write, input.collaborationId, campaign, ports.clock.today())
  const discountCode = input.discountCode?.trim() || null
  const collaborationId = input.collaborationId ?? (discountCode && (await ownerOfCode(write, campaign.id, discountCode)))
  const values = {
    campaign_id: campaign.id,
    collaboration_id: collaborationId,
    number: input.number,
    ordered_at: input.orderedAt,
    discount_code: discountCode,
    total_minor: input.total.amountMinor,
    refunded_minor: input.refundedMinor,
    currency: input.total.currency,
  }
  const known = await write
    .selectFrom('sales_order')
    .selectAll()
    .where('campaign_id', '=', campaign.id)
    .where('number', '=', input.number)
    .executeTakeFirst()
  if (known) {
    if (!differing<Partial<SalesOrderTable>>(known, values)) return { id: known.id, collaborationId: known.collaboration_id, entryId }
    raise(
      'CONFLICT',
      `${campaign.name} has an order ${input.number} with other figures already. Correct that one, or give this one its own number.`,
    )
  }
  const id = ports.newId()
  await write
    .insertInto('sales_order')
    .values({ id, ...values, source: 'entered by hand', created_at: ports.clock.now() })
    .execute()
  describe(`Recorded the order ${input.number} of ${campaign.name}`)
  return { id, collaborationId, entryId }
}

/** Records a later refund, or who brought the order in. Raises NOT_FOUND or BAD_INPUT. */
export async function updateOrder(
  { write, ports, describe, entryId }: MutationContext,
  { id, changes }: { id: string; changes: { refundedMinor?: number; collaborationId?: string | null } },
): Promise<{ entryId: string }> {
  const row = await write.selectFrom('sales_order').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This order is no longer in the workspace.')
  expectRefund(changes.refundedMinor ?? row.refunded_minor, row.total_minor)
  if (changes.collaborationId)
    await expectInCampaign(write, changes.collaborationId, await campaignOf(write, row.campaign_id), ports.clock.today())
  const change = differing<SalesOrderTable>(row, { refunded_minor: changes.refundedMinor, collaboration_id: changes.collaborationId })
  if (change) await write.updateTable('sales_order').set(change).where('id', '=', id).execute()
  describe(`Corrected the order ${row.number}`)
  return { entryId }
}

/** Takes orders out, all or none. Raises NOT_FOUND. */
export async function removeOrders({ write, describe, entryId }: MutationContext, ids: string[]): Promise<{ entryId: string }> {
  const wanted = [...new Set(ids)]
  const rows = await inChunks(wanted, (chunk) => write.selectFrom('sales_order').select('id').where('id', 'in', chunk).execute())
  if (rows.length < wanted.length)
    raise('NOT_FOUND', `${wanted.length - rows.length} of these orders are no longer in the workspace; nothing was changed.`)
  await inChunks(wanted, (chunk) => write.deleteFrom('sales_order').where('id', 'in', chunk).execute())
  describe(`Removed ${wanted.length} ${wanted.length === 1 ? 'order' : 'orders'}`)
  return { entryId }
}

function expectRefund(refundedMinor: number, totalMinor: number): void {
  if (refundedMinor > totalMinor) raise('BAD_INPUT', 'No more can be refunded than the order was worth.')
}

async function ownerOfCode(db: WriteDb, campaignId: string, code: string): Promise<string | null> {
  const codes = await db
    .selectFrom('collaboration')
    .select(['id', 'discount_code'])
    .where('campaign_id', '=', campaignId)
    .where('discount_code', 'is not', null)
    .execute()
  return codes.find(({ discount_code }) => discount_code?.toLowerCase() === code.toLowerCase())?.id ?? null
}
