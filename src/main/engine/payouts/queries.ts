import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { payouts, PayoutRow as PayoutRowSchema } from '#src/shared/contract/payouts.ts'
import { inChunks } from '../db/chunks.ts'
import type { ReadDb } from '../db/handles.ts'
import type { PayoutTable } from '../db/schema.ts'
import { timingOf } from './timing.ts'

export type PayoutRow = z.infer<typeof PayoutRowSchema>
type Listed = z.infer<NonNullable<(typeof payouts.list)['~orpc']['outputSchema']>>

export interface PayoutFilter {
  campaignId?: string
  creatorId?: string
  collaborationId?: string
  status?: string
  dueBy?: string
}

/** Payouts by due day, those without one last, and their sums by currency; cancelled ones are in no sum. */
export async function listPayouts(db: ReadDb, filter: PayoutFilter, today: string): Promise<Listed> {
  let query = db
    .selectFrom('payout as y')
    .innerJoin('collaboration as c', 'c.id', 'y.collaboration_id')
    .innerJoin('campaign as m', 'm.id', 'c.campaign_id')
    .innerJoin('client as l', 'l.id', 'm.client_id')
    .innerJoin('creator as p', 'p.id', 'c.creator_id')
    .selectAll('y')
    .select(['c.campaign_id', 'c.creator_id', 'm.name as campaign_name', 'l.name as client_name', 'p.name as creator_name'])
  if (filter.campaignId) query = query.where('c.campaign_id', '=', filter.campaignId)
  if (filter.creatorId) query = query.where('c.creator_id', '=', filter.creatorId)
  if (filter.collaborationId) query = query.where('y.collaboration_id', '=', filter.collaborationId)
  if (filter.status) query = query.where('y.status', '=', filter.status)
  if (filter.dueBy) query = query.where('y.due_on', '<=', filter.dueBy)
  const found = await query
    .orderBy('y.due_on', (order) => order.asc().nullsLast())
    .orderBy('p.name')
    .orderBy('y.id')
    .execute()
  const rows = found.map((row): PayoutRow => ({
    id: row.id,
    collaborationId: row.collaboration_id,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    clientName: row.client_name,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    description: row.description,
    amount: { amountMinor: row.amount_minor, currency: row.currency },
    dueOn: row.due_on,
    status: row.status as PayoutRow['status'],
    timing: timingOf(row, today),
    method: row.method as PayoutRow['method'],
    paidOn: row.paid_on,
    reference: row.reference,
    invoiceNumber: row.invoice_number,
    notes: row.notes,
    updatedAt: row.updated_at,
  }))
  return { rows, totals: totalsOf(rows) }
}

function totalsOf(rows: readonly PayoutRow[]): Listed['totals'] {
  const currencies = [...Map.groupBy(rows, ({ amount }) => amount.currency)].toSorted(([a], [b]) => a.localeCompare(b))
  return currencies.map(([currency, mine]) => {
    const sum = (wanted: (row: PayoutRow) => boolean) => mine.filter(wanted).reduce((minor, { amount }) => minor + amount.amountMinor, 0)
    return {
      currency,
      plannedMinor: sum(({ status }) => status === 'planned'),
      paidMinor: sum(({ status }) => status === 'paid'),
      overdueMinor: sum(({ timing }) => timing === 'overdue'),
    }
  })
}

/** The payouts of a selection as they are kept, each once. Raises NOT_FOUND where one is gone. */
export async function payoutsOf(db: ReadDb, ids: readonly string[]): Promise<(PayoutTable & { creator_name: string })[]> {
  const wanted = [...new Set(ids)]
  const rows = await inChunks(wanted, (chunk) =>
    db
      .selectFrom('payout as y')
      .innerJoin('collaboration as c', 'c.id', 'y.collaboration_id')
      .innerJoin('creator as p', 'p.id', 'c.creator_id')
      .selectAll('y')
      .select('p.name as creator_name')
      .where('y.id', 'in', chunk)
      .orderBy('y.id')
      .execute(),
  )
  return rows.length === wanted.length
    ? rows
    : raise('NOT_FOUND', `${wanted.length - rows.length} of these payouts are no longer in the workspace; nothing was changed.`)
}
