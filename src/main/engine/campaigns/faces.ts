import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import { tierOf } from '#src/shared/domain/tiers.ts'
import { inChunks } from '../db/chunks.ts'
import type { ReadDb } from '../db/handles.ts'
import { settingsOf } from '../workspace/settings.ts'
import { bandsIn } from '../workspace/tier-bands.ts'

/** A social account as a line about a collaboration shows it. */
export interface AccountFace {
  id: string
  handle: string
  platform: string
  followers: number | null
  tier: string | null
  engagementRateBp: number | null
}

/** The accounts with these ids, each with the figures of its newest snapshot. */
export async function accountFaces(db: ReadDb, ids: readonly string[]): Promise<Map<string, AccountFace>> {
  const bands = bandsIn(await settingsOf(db))
  const accounts = await inChunks(ids, (chunk) =>
    db.selectFrom('account').select(['id', 'handle', 'platform']).where('id', 'in', chunk).execute(),
  )
  // In ascending order, so that the last one kept under its account is the newest.
  const snapshots = await inChunks(ids, (chunk) =>
    db.selectFrom('snapshot').selectAll().where('account_id', 'in', chunk).orderBy('taken_on').orderBy('id').execute(),
  )
  const newest = new Map(snapshots.map((snapshot) => [snapshot.account_id, snapshot]))
  return new Map(
    accounts.map((account) => {
      const snapshot = newest.get(account.id)
      const engagement =
        snapshot &&
        engagementOfSnapshot({
          followers: snapshot.followers,
          avgLikes: snapshot.avg_likes,
          avgComments: snapshot.avg_comments,
          avgShares: snapshot.avg_shares,
          avgSaves: snapshot.avg_saves,
          statedEngagementBp: snapshot.stated_engagement_bp,
        })
      const followers = snapshot?.followers ?? null
      return [account.id, { ...account, followers, tier: tierOf(followers, bands), engagementRateBp: engagement?.rateBp ?? null }]
    }),
  )
}
