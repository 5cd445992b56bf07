import { sql } from 'kysely'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import { nextTurn } from '../../db/next-turn.ts'
import type { AccountTable, CreatorTable, RateTable, SnapshotTable } from '../../db/schema.ts'

/** One creator with all accounts, the primary one first, each with its newest figures. */
export interface ExportedCreator {
  creator: CreatorTable
  accounts: { account: AccountTable; newest: SnapshotTable | null }[]
  rates: RateTable[]
}

const creatorsAtOnce = 500
const newestOfAccount = sql<string>`(SELECT id FROM snapshot WHERE account_id = a.id ORDER BY taken_on DESC, id DESC LIMIT 1)`

/** These creators in this order, piece by piece; those that went in the meantime are left out. */
export async function* exportedCreators(db: ReadDb, ids: readonly string[]): AsyncGenerator<ExportedCreator[]> {
  for (let start = 0; start < ids.length; start += creatorsAtOnce) {
    yield await load(db, ids.slice(start, start + creatorsAtOnce))
    await nextTurn()
  }
}

async function load(db: ReadDb, ids: readonly string[]): Promise<ExportedCreator[]> {
  const some = anyOf(ids)
  const creators = await db.selectFrom('creator').selectAll().where('id', 'in', some).execute()
  const accounts = await db
    .selectFrom('account')
    .selectAll()
    .where('creator_id', 'in', some)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute()
  const rates = await db
    .selectFrom('rate')
    .selectAll()
    .where('creator_id', 'in', some)
    .orderBy('platform')
    .orderBy('format')
    .orderBy('id')
    .execute()
  const snapshots = await db
    .selectFrom('account as a')
    .innerJoin('snapshot as s', (join) => join.on('s.id', '=', newestOfAccount))
    .selectAll('s')
    .where('a.creator_id', 'in', some)
    .execute()
  const newest = new Map(snapshots.map((snapshot) => [snapshot.account_id, snapshot]))
  const accountsOf = Map.groupBy(accounts, ({ creator_id: id }) => id)
  const ratesOf = Map.groupBy(rates, ({ creator_id: id }) => id)
  const byId = new Map(creators.map((creator) => [creator.id, creator]))
  return ids.flatMap((id) => {
    const creator = byId.get(id)
    if (!creator) return []
    const own = accountsOf.get(id) ?? []
    const withFigures = own.map((account) => ({ account, newest: newest.get(account.id) ?? null }))
    return [{ creator, rates: ratesOf.get(id) ?? [], accounts: withFigures }]
  })
}
