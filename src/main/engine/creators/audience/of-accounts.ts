import type { z } from 'zod'
import type { Audience } from '#src/shared/contract/audiences.ts'
import type { AudienceShares } from '#src/shared/domain/audience.ts'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import { creatorRow } from '../show.ts'

type Kept = z.infer<typeof Audience>

/** All breakdowns of a creator's accounts, the primary account's first, newest first. Raises NOT_FOUND. */
export async function audiencesOf(db: ReadDb, creatorId: string): Promise<Kept[]> {
  await creatorRow(db, creatorId)
  const accounts = await db
    .selectFrom('account')
    .select('id')
    .where('creator_id', '=', creatorId)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute()
  const byAccount = Map.groupBy(
    await audiencesOfAccounts(
      db,
      accounts.map(({ id }) => id),
    ),
    ({ accountId }) => accountId,
  )
  return accounts.flatMap(({ id }) => byAccount.get(id) ?? [])
}

/** All breakdowns of these accounts, newest first. */
async function audiencesOfAccounts(db: ReadDb, accountIds: readonly string[]): Promise<Kept[]> {
  const rows = await db
    .selectFrom('audience')
    .selectAll()
    .where('account_id', 'in', anyOf(accountIds))
    .orderBy('taken_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    takenOn: row.taken_on,
    shares: JSON.parse(row.shares) as AudienceShares,
    source: row.source,
  }))
}
