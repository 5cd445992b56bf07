import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { Account, CreatorDetail, Snapshot } from '#src/shared/contract/creators.ts'
import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import { tierOf, type TierBand } from '#src/shared/domain/tiers.ts'
import { workOfCreator } from '../campaigns/of-creator.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import type { AccountTable, CreatorTable, SnapshotTable } from '../db/schema.ts'
import { settingsOf } from '../workspace/settings.ts'
import { bandsIn } from '../workspace/tier-bands.ts'
import { asStage, labelsIn } from './kept.ts'

/** Everything about one creator: accounts with their figures over time, prices, and work. Raises NOT_FOUND. */
export async function showCreator(db: ReadDb, id: string): Promise<z.infer<typeof CreatorDetail>> {
  const creator = await creatorRow(db, id)
  const bands = bandsIn(await settingsOf(db))
  const accounts = await accountsOf(db, id, bands)
  const rates = await db.selectFrom('rate').selectAll().where('creator_id', '=', id).orderBy('platform').orderBy('format').execute()
  return {
    id,
    name: creator.name,
    country: creator.country,
    city: creator.city,
    language: creator.language,
    email: creator.email,
    phone: creator.phone,
    address: creator.address,
    bio: creator.bio,
    notes: creator.notes,
    niches: labelsIn(creator.niches),
    tags: labelsIn(creator.tags),
    stage: asStage(creator.stage),
    doNotContact: creator.do_not_contact === 1,
    tier: accounts[0]?.tier ?? null,
    archivedAt: creator.archived_at,
    createdAt: creator.created_at,
    updatedAt: creator.updated_at,
    accounts,
    rates: rates.map(({ id, platform, format, amount_minor: amountMinor, currency }) => ({
      id,
      platform,
      format,
      price: { amountMinor, currency },
    })),
    work: await workOfCreator(db, id),
  }
}

/** Raises NOT_FOUND. */
export async function creatorRow(db: ReadDb, id: string): Promise<CreatorTable> {
  const row = await db.selectFrom('creator').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This creator is no longer in the workspace.')
}

/** The accounts, the primary one first; that one gives the creator their tier. */
async function accountsOf(db: ReadDb, creatorId: string, bands: readonly TierBand[]): Promise<z.infer<typeof Account>[]> {
  const accounts = await db
    .selectFrom('account')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute()
  const snapshots = await db
    .selectFrom('snapshot')
    .selectAll()
    .where('account_id', 'in', anyOf(accounts.map(({ id }) => id)))
    .orderBy('taken_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byAccount = Map.groupBy(snapshots, (snapshot) => snapshot.account_id)
  return accounts.map((account) => toAccount(account, (byAccount.get(account.id) ?? []).map(toSnapshot), bands))
}

function toAccount(account: AccountTable, snapshots: z.infer<typeof Snapshot>[], bands: readonly TierBand[]): z.infer<typeof Account> {
  const newest = snapshots[0]
  const engagement = newest ? engagementOfSnapshot(newest) : null
  return {
    id: account.id,
    platform: account.platform,
    handle: account.handle,
    url: account.url,
    isPrimary: account.is_primary === 1,
    tier: tierOf(newest?.followers, bands),
    engagementRateBp: engagement?.rateBp ?? null,
    engagementBasis: engagement?.basis ?? null,
    interactionSet: [...(engagement?.interactionSet ?? [])],
    snapshots,
  }
}

function toSnapshot(row: SnapshotTable): z.infer<typeof Snapshot> {
  return {
    id: row.id,
    takenOn: row.taken_on,
    source: row.source,
    followers: row.followers,
    following: row.following,
    posts: row.posts,
    avgLikes: row.avg_likes,
    avgComments: row.avg_comments,
    avgShares: row.avg_shares,
    avgSaves: row.avg_saves,
    avgViews: row.avg_views,
    statedEngagementBp: row.stated_engagement_bp,
  }
}
