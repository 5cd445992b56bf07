import { raise } from '#src/shared/contract/errors.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { workOf, type Work } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import type { PayoutTable } from '../db/schema.ts'
import { payoutsOf, type PayoutRow } from './queries.ts'

type Fields = Partial<Pick<PayoutRow, 'description' | 'amount' | 'dueOn' | 'invoiceNumber' | 'notes'>>

/** Plans one payout by hand. Raises NOT_FOUND, BAD_INPUT for an amount that is not above nothing, MONEY_MISMATCH where another currency
 *  was agreed. */
export async function createPayout(
  context: MutationContext,
  { collaborationId, ...fields }: Fields & { collaborationId: string; description: string; amount: Money },
): Promise<{ id: string; entryId: string }> {
  const { write, ports, entryId } = context
  const [work] = await workOf(write, [collaborationId], ports.clock.today())
  expectAmount(fields.amount, work?.cash ?? null)
  const id = ports.newId()
  const now = ports.clock.now()
  await write
    .insertInto('payout')
    .values({
      id,
      collaboration_id: collaborationId,
      description: fields.description,
      amount_minor: fields.amount.amountMinor,
      currency: fields.amount.currency,
      due_on: fields.dueOn ?? null,
      status: 'planned',
      method: null,
      paid_on: null,
      reference: null,
      invoice_number: fields.invoiceNumber ?? null,
      notes: fields.notes ?? null,
      created_at: now,
      updated_at: now,
    })
    .execute()
  context.describe(`Planned a payout to ${work?.creatorName}`)
  return { id, entryId }
}

/** Changes a payout that is still planned. Raises NOT_FOUND, BAD_INPUT, MONEY_MISMATCH, or CONFLICT for one that is paid (undo the
 *  payment first) or cancelled. */
export async function updatePayout(
  context: MutationContext,
  { id, changes }: { id: string; changes: Fields },
): Promise<{ entryId: string }> {
  const { write, ports, entryId } = context
  const [row] = await payoutsOf(write, [id])
  if (!row) throw new Error('payoutsOf answers with every payout it was asked for')
  if (row.status === 'paid')
    raise('CONFLICT', `The payout to ${row.creator_name} was paid and stays as it is. Undo the payment to change it.`)
  if (row.status === 'cancelled') raise('CONFLICT', `The payout to ${row.creator_name} is cancelled. Plan a new one instead.`)
  if (changes.amount) {
    const [work] = await workOf(write, [row.collaboration_id], ports.clock.today())
    expectAmount(changes.amount, work?.cash ?? null)
  }
  const change = differing<PayoutTable>(row, {
    description: changes.description,
    amount_minor: changes.amount?.amountMinor,
    currency: changes.amount?.currency,
    due_on: changes.dueOn,
    invoice_number: changes.invoiceNumber,
    notes: changes.notes,
  })
  if (change)
    await write
      .updateTable('payout')
      .set({ ...change, updated_at: ports.clock.now() })
      .where('id', '=', id)
      .execute()
  context.describe(`Changed the payout to ${row.creator_name}`)
  return { entryId }
}

function expectAmount({ amountMinor, currency }: Money, agreed: Work['cash']): void {
  if (amountMinor <= 0) raise('BAD_INPUT', 'A payout needs an amount above nothing.')
  if (agreed && agreed.amountMinor > 0 && agreed.currency !== currency) {
    raise('MONEY_MISMATCH', `The fee was agreed in ${agreed.currency}; a payout in ${currency} could not be counted against it.`)
  }
}
