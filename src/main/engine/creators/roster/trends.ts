import { sql } from 'kysely'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'

const mostMonths = 6

/** Followers at the end of each account's last months that have a known figure, oldest first, at most six. */
export async function followerTrends(db: ReadDb, accountIds: readonly string[]): Promise<Map<string, number[]>> {
  // With a single max() SQLite takes the other columns from the row that has it: the month's newest. The index alone answers this.
  const months = await db
    .selectFrom('snapshot')
    .select(['account_id', 'followers', sql`max(taken_on)`.as('newest')])
    .where('account_id', 'in', anyOf(accountIds))
    .where('followers', 'is not', null)
    .groupBy(['account_id', sql`substr(taken_on, 1, 7)`])
    .orderBy('account_id')
    .orderBy(sql`substr(taken_on, 1, 7)`)
    .execute()
  const trends = new Map<string, number[]>()
  for (const { account_id: account, followers } of months) {
    if (followers === null) continue
    const trend = trends.get(account)
    if (trend) trend.push(followers)
    else trends.set(account, [followers])
  }
  return new Map([...trends].map(([account, trend]) => [account, trend.slice(-mostMonths)]))
}
