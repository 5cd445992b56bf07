import { sql } from 'kysely'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'

export interface MonthOfConversions {
  creatorId: string
  /** `YYYY-MM`. */
  month: string
  conversions: number
}

/** Conversions that creators brought in since a day, by month: those of results and shop orders together, as on the campaign sheet. Months of
 *  which nothing is known are left out. */
export async function conversionsByMonth(db: ReadDb, creatorIds: readonly string[], since: string): Promise<MonthOfConversions[]> {
  const results = db
    .selectFrom('result as r')
    .innerJoin('collaboration as c', 'c.id', 'r.collaboration_id')
    .select([
      'c.creator_id as creatorId',
      sql<string>`substr(r.recorded_on, 1, 7)`.as('month'),
      sql<number>`r.conversions`.as('conversions'),
    ])
    .where('r.recorded_on', '>=', since)
    .where('r.conversions', 'is not', null)
    .where('c.creator_id', 'in', anyOf(creatorIds))
  // An order that was refunded whole is no conversion any more.
  const orders = db
    .selectFrom('sales_order as o')
    .innerJoin('collaboration as c', 'c.id', 'o.collaboration_id')
    .select(['c.creator_id as creatorId', sql<string>`substr(o.ordered_at, 1, 7)`.as('month'), sql<number>`1`.as('conversions')])
    .where('o.ordered_at', '>=', since)
    .where(({ eb, or }) => or([eb('o.refunded_minor', '<', eb.ref('o.total_minor')), eb('o.refunded_minor', '=', 0)]))
    .where('c.creator_id', 'in', anyOf(creatorIds))
  const rows = [...(await results.execute()), ...(await orders.execute())]
  return [...Map.groupBy(rows, ({ creatorId, month }) => `${creatorId} ${month}`).values()].flatMap((same) => {
    const [one] = same
    return one ? [{ ...one, conversions: same.reduce((sum, { conversions }) => sum + conversions, 0) }] : []
  })
}
