import { sql } from 'kysely'
import type { z } from 'zod'
import type { DuplicatePair } from '#src/shared/contract/duplicates.ts'
import type { EngineContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import { labelsIn } from '../kept.ts'
import { findDuplicates } from './find.ts'

type Pair = z.infer<typeof DuplicatePair>

/** One page of the pairs that may be one, each with both sides and what speaks for it. `creatorId` leaves the pairs of one creator. */
export async function listDuplicates(
  context: Pick<EngineContext, 'workspace' | 'read'>,
  { limit, offset, creatorId }: { limit: number; offset: number; creatorId?: string },
): Promise<{ total: number; rows: Pair[]; next: string | null }> {
  const all = await findDuplicates(context)
  const found = creatorId === undefined ? all : all.filter(({ oneId, otherId }) => oneId === creatorId || otherId === creatorId)
  const page = found.slice(offset, offset + limit)
  const sides = await sidesOf(context.read, [...new Set(page.flatMap(({ oneId, otherId }) => [oneId, otherId]))])
  const rows = page.flatMap(({ oneId, otherId, points, evidence }) => {
    const [one, other] = [sides.get(oneId), sides.get(otherId)]
    if (!one || !other) return []
    return [{ one, other, points, evidence: evidence.map(({ kind, words }) => ({ kind, words })) }]
  })
  const end = offset + limit
  return { total: found.length, rows, next: end < found.length ? String(end) : null }
}

async function sidesOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, Pair['one']>> {
  const some = anyOf(ids)
  const creators = await db
    .selectFrom('creator as c')
    .select(['c.id', 'c.name', 'c.email', 'c.phone', 'c.country', 'c.city', 'c.niches', 'c.created_at'])
    .select(sql<number>`(SELECT count(*) FROM collaboration WHERE creator_id = c.id)`.as('campaigns'))
    .where('c.id', 'in', some)
    .execute()
  const accounts = await db
    .selectFrom('account as a')
    .select(['a.creator_id', 'a.platform', 'a.handle'])
    .select(
      sql<number | null>`(SELECT followers FROM snapshot WHERE account_id = a.id ORDER BY taken_on DESC, id DESC LIMIT 1)`.as('followers'),
    )
    .where('a.creator_id', 'in', some)
    .orderBy('a.is_primary', 'desc')
    .orderBy('a.id')
    .execute()
  const accountsOf = Map.groupBy(accounts, (row) => row.creator_id)
  return new Map(
    creators.map(({ niches, created_at: createdAt, ...creator }) => [
      creator.id,
      {
        ...creator,
        createdAt,
        niches: labelsIn(niches),
        accounts: (accountsOf.get(creator.id) ?? []).map(({ platform, handle, followers }) => ({ platform, handle, followers })),
      },
    ]),
  )
}
