import { sql, type NotNull } from 'kysely'
import type { z } from 'zod'
import type { PeerGrowth } from '#src/shared/contract/creators.ts'
import { middleHalf, monthlyGrowthBp } from '#src/shared/domain/peer-growth.ts'
import { tierOf, type AccountTier, type TierBand } from '#src/shared/domain/tiers.ts'
import type { ReadDb } from '../../db/handles.ts'

const mostMonths = 6
/** So many creators, spread over the whole roster, say what is usual; more would only take longer. */
const mostPeers = 5000

/** How fast the middle half of creators grows by platform and tier, over each one's last months that have a figure, six at most. */
export async function peerGrowth(db: ReadDb, bands: readonly TierBand[]): Promise<z.infer<typeof PeerGrowth>[]> {
  const groups = new Map<string, { platform: string; tier: AccountTier; growths: number[] }>()
  for (const months of Map.groupBy(await monthsOfPeers(db), (row) => row.account_id).values()) {
    const [first, last] = [months.at(-mostMonths) ?? months[0], months.at(-1)]
    const tier = tierOf(last?.now ?? null, bands)
    if (!first || !last || tier === null) continue
    const growth = monthlyGrowthBp(first.followers, last.followers, monthsBetween(first.month, last.month))
    if (growth === null) continue
    const key = `${last.platform} ${tier}`
    const group = groups.get(key) ?? { platform: last.platform, tier, growths: [] }
    group.growths.push(growth)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ platform, tier, growths }) => {
    const middle = middleHalf(growths)
    return middle ? [{ platform, tier, peers: growths.length, lowMonthlyBp: middle.low, highMonthlyBp: middle.high }] : []
  })
}

async function monthsOfPeers(db: ReadDb) {
  const { count } = await db
    .selectFrom('roster_row')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const step = Math.max(1, Math.ceil(count / mostPeers))
  // With a single max() SQLite takes the other columns from the row that has it: the month's newest.
  return db
    .selectFrom('roster_row as r')
    .innerJoin('snapshot as s', 's.account_id', 'r.account_id')
    .select(['r.account_id', 'r.platform', 'r.followers as now', 's.followers', sql`max(s.taken_on)`.as('newest')])
    .select(sql<string>`substr(s.taken_on, 1, 7)`.as('month'))
    .where(sql`r.search_id % ${step}`, '=', 0)
    .where('r.platform', 'is not', null)
    .where('s.followers', 'is not', null)
    .groupBy(['r.account_id', 'month'])
    .orderBy('r.account_id')
    .orderBy('month')
    .$narrowType<{ account_id: NotNull; platform: NotNull; followers: NotNull }>()
    .execute()
}

function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from)
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
}
