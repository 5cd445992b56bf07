import type { z } from 'zod'
import type { Account } from '#src/shared/contract/creators.ts'
import { engagementByReach, INTERACTION_KINDS, sumInteractions } from '#src/shared/domain/engagement.ts'
import { formatRate } from '#src/shared/domain/rates.ts'
import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import type { ReadDb } from '../../db/handles.ts'
import { shortDate } from '../../documents/mediaKit/labels.ts'
import type { KitEngagement } from '../../documents/mediaKit/types.ts'

type Snapshots = z.infer<typeof Account>['snapshots']

/** "likes, comments and saves" */
function listed(kinds: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(kinds)
}

/** Engagement by followers from the newest figures that say something of it (facts.md §5): which interactions, computed or stated, when. */
export function byFollowers(snapshots: Snapshots, language: string): KitEngagement[] {
  for (const snapshot of snapshots) {
    const engagement = engagementOfSnapshot(snapshot)
    if (!engagement) continue
    const date = shortDate(snapshot.takenOn, language)
    const how =
      engagement.basis === 'computed'
        ? `average ${listed(engagement.interactionSet)} per post, computed from the figures of ${date}`
        : `as the source stated it on ${date}`
    return [{ basis: 'followers', rate: formatRate(engagement.rateBp), how }]
  }
  return []
}

/** Engagement by reach of each account (null: of work without a named account), over all results for clients that say whom they reached
 *  (facts.md §5). Only kinds of interaction known in all of them count. */
export async function byReach(db: ReadDb, creatorId: string, language: string): Promise<Map<string | null, KitEngagement>> {
  const rows = await db
    .selectFrom('result as r')
    .innerJoin('collaboration as l', 'l.id', 'r.collaboration_id')
    .select(['l.account_id', 'r.recorded_on', 'r.reach', 'r.likes', 'r.comments', 'r.shares', 'r.saves'])
    .where('l.creator_id', '=', creatorId)
    .where('r.reach', '>', 0)
    .execute()
  const rates = new Map<string | null, KitEngagement>()
  for (const [accountId, results] of Map.groupBy(rows, ({ account_id }) => account_id)) {
    const known = INTERACTION_KINDS.filter((kind) => results.every((row) => row[kind] !== null))
    const counts = Object.fromEntries(known.map((kind) => [kind, results.reduce((sum, row) => sum + (row[kind] ?? 0), 0)]))
    const reach = results.reduce((sum, row) => sum + (row.reach ?? 0), 0)
    const rate = engagementByReach(sumInteractions(counts), reach)
    if (!rate) continue
    const newest =
      results
        .map(({ recorded_on }) => recorded_on)
        .toSorted()
        .at(-1) ?? ''
    const posts = results.length === 1 ? '1 result' : `${results.length} results`
    const how = `${listed(rate.counted)} of ${posts} for clients, over the people reached, computed, to ${shortDate(newest, language)}`
    rates.set(accountId, { basis: 'reach', rate: formatRate(rate.rateBp), how })
  }
  return rates
}
