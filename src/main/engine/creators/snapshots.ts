import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { SnapshotValues } from '#src/shared/contract/creators.ts'
import type { MutationContext } from '../context.ts'
import type { SnapshotTable } from '../db/schema.ts'

/** The figures of a snapshot. */
export const figureColumns = [
  'followers',
  'following',
  'posts',
  'avg_likes',
  'avg_comments',
  'avg_shares',
  'avg_saves',
  'avg_views',
  'stated_engagement_bp',
] as const

export interface NewSnapshot {
  accountId: string
  takenOn: string
  values: Partial<z.infer<typeof SnapshotValues>>
}

/** Keeps figures of one account as they were on a day. Raises NOT_FOUND, and BAD_INPUT for a day to come or no figure at all. */
export async function addSnapshot(context: MutationContext, snapshot: NewSnapshot): Promise<{ id: string; entryId: string }> {
  const account = await context.write
    .selectFrom('account as a')
    .innerJoin('creator as c', 'c.id', 'a.creator_id')
    .select('c.name')
    .where('a.id', '=', snapshot.accountId)
    .executeTakeFirst()
  if (!account) raise('NOT_FOUND', 'This account is no longer in the workspace.')
  if (snapshot.takenOn > context.ports.clock.today()) raise('BAD_INPUT', 'takenOn: Figures cannot be from a day to come.')
  expectPossible(snapshot.values)
  if (Object.values(snapshot.values).every((value) => value === null || value === undefined))
    raise('BAD_INPUT', 'values: Give at least one figure.')
  const id = await keepSnapshot(context, snapshot)
  context.describe(`Added figures of ${account.name}`)
  return { id, entryId: context.entryId }
}

/** Raises BAD_INPUT for an engagement rate that cannot be. */
export function expectPossible({ statedEngagementBp: rate }: NewSnapshot['values']): void {
  if (rate !== null && rate !== undefined && rate > 10_000)
    raise('BAD_INPUT', 'statedEngagementBp: An engagement rate above 100 % cannot be right. Nothing was changed.')
}

/** The same day typed in twice corrects what was typed; what it leaves out stays. */
export async function keepSnapshot(
  { write, ports: { newId, clock } }: MutationContext,
  { accountId, takenOn, values }: NewSnapshot,
): Promise<string> {
  const known = await write
    .selectFrom('snapshot')
    .select('id')
    .where('account_id', '=', accountId)
    .where('taken_on', '=', takenOn)
    .where('source', '=', typedIn)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (known) {
    await write.updateTable('snapshot').set(toRow(values)).where('id', '=', known.id).execute()
    return known.id
  }
  const id = newId()
  const row: SnapshotTable = {
    id,
    account_id: accountId,
    taken_on: takenOn,
    source: typedIn,
    import_batch_id: null,
    created_at: clock.now(),
    followers: values.followers ?? null,
    following: values.following ?? null,
    posts: values.posts ?? null,
    avg_likes: values.avgLikes ?? null,
    avg_comments: values.avgComments ?? null,
    avg_shares: values.avgShares ?? null,
    avg_saves: values.avgSaves ?? null,
    avg_views: values.avgViews ?? null,
    stated_engagement_bp: values.statedEngagementBp ?? null,
  }
  await write.insertInto('snapshot').values(row).execute()
  return id
}

const typedIn = 'manual'

/** The columns of figures. */
export function toRow(values: NewSnapshot['values']): Partial<SnapshotTable> {
  return {
    followers: values.followers,
    following: values.following,
    posts: values.posts,
    avg_likes: values.avgLikes,
    avg_comments: values.avgComments,
    avg_shares: values.avgShares,
    avg_saves: values.avgSaves,
    avg_views: values.avgViews,
    stated_engagement_bp: values.statedEngagementBp,
  }
}
