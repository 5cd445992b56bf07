import { sql } from 'kysely'
import type { ReadDb } from '../db/handles.ts'

/** Sums of results by creator and currency; null where no row knows a figure. */
export async function resultSums(db: ReadDb, campaignId?: string) {
  let rows = db
    .selectFrom('result as r')
    .innerJoin('collaboration as c', 'c.id', 'r.collaboration_id')
    .select(({ fn }) => [
      'c.campaign_id',
      'r.collaboration_id',
      'r.currency',
      fn.countAll<number>().as('rows'),
      fn.sum<number | null>('r.revenue_minor').as('revenue'),
      fn.sum<number | null>('r.impressions').as('impressions'),
      fn.sum<number | null>('r.reach').as('reach'),
      fn.sum<number | null>('r.likes').as('likes'),
      fn.sum<number | null>('r.comments').as('comments'),
      fn.sum<number | null>('r.shares').as('shares'),
      fn.sum<number | null>('r.saves').as('saves'),
      fn.sum<number | null>('r.clicks').as('clicks'),
      fn.sum<number | null>('r.conversions').as('conversions'),
      fn.sum<number | null>('r.leads').as('leads'),
    ])
    .groupBy(['c.campaign_id', 'r.collaboration_id', 'r.currency'])
  if (campaignId) rows = rows.where('c.campaign_id', '=', campaignId)
  return rows.execute()
}

/** Sums of shop orders by creator (null: nobody's) and currency. An order that was refunded whole is no conversion any more. */
export async function orderSums(db: ReadDb, campaignId?: string) {
  let rows = db
    .selectFrom('sales_order as o')
    .select(({ fn, eb, or }) => [
      'o.campaign_id',
      'o.collaboration_id',
      'o.currency',
      fn.countAll<number>().as('rows'),
      fn.sum<number>(eb('o.total_minor', '-', eb.ref('o.refunded_minor'))).as('revenue'),
      fn
        .countAll<number>()
        .filterWhere(or([eb('o.refunded_minor', '<', eb.ref('o.total_minor')), eb('o.refunded_minor', '=', 0)]))
        .as('conversions'),
    ])
    .groupBy(['o.campaign_id', 'o.collaboration_id', 'o.currency'])
  if (campaignId) rows = rows.where('o.campaign_id', '=', campaignId)
  return rows.execute()
}

/** Sums of expenses by creator (null: the campaign's own), kind and currency. */
export async function expenseSums(db: ReadDb, campaignId?: string) {
  let rows = db
    .selectFrom('expense as e')
    .select(({ fn }) => ['e.campaign_id', 'e.collaboration_id', 'e.kind', 'e.currency', fn.sum<number>('e.amount_minor').as('minor')])
    .groupBy(['e.campaign_id', 'e.collaboration_id', 'e.kind', 'e.currency'])
  if (campaignId) rows = rows.where('e.campaign_id', '=', campaignId)
  return rows.execute()
}

/** The newest remark on each creator's results. */
export async function newestNotes(db: ReadDb, campaignId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('result as r')
    .innerJoin('collaboration as c', 'c.id', 'r.collaboration_id')
    .select(['r.collaboration_id', 'r.notes'])
    .where('c.campaign_id', '=', campaignId)
    .where(sql<string>`trim(coalesce(r.notes, ''))`, '<>', '')
    .orderBy('r.recorded_on')
    .orderBy('r.id')
    .execute()
  return new Map(rows.map(({ collaboration_id, notes }) => [collaboration_id, notes ?? '']))
}
