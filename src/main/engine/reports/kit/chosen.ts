import { raise } from '#src/shared/contract/errors.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { ReadDb } from '../../db/handles.ts'

/** The creators of a piece of work, in their order, with what the shortlist says of them. */
export interface Chosen {
  creators: { id: string; note: string | null }[]
  /** Of the shortlist; null where creators were named one by one. */
  name: string | null
  client: string | null
}

/** Raises BAD_INPUT unless creators or a shortlist are given, NOT_FOUND for a shortlist that is not there or is empty, CONFLICT for a name
 *  of several. */
export async function chosenCreators(
  db: ReadDb,
  { creatorIds, shortlist }: { creatorIds?: string[] | undefined; shortlist?: string | undefined },
): Promise<Chosen> {
  if ((creatorIds === undefined) === (shortlist === undefined)) raise('BAD_INPUT', 'Give either creators or a shortlist.')
  if (creatorIds) return { creators: [...new Set(creatorIds)].map((id) => ({ id, note: null })), name: null, client: null }
  const found = await shortlistCalled(db, shortlist ?? '')
  const entries = await db
    .selectFrom('shortlist_entry')
    .select(['creator_id as id', 'note'])
    .where('shortlist_id', '=', found.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (entries.length === 0) raise('NOT_FOUND', `The shortlist ${found.name} has no creators yet.`)
  return { creators: entries, name: found.name, client: found.client }
}

async function shortlistCalled(db: ReadDb, given: string): Promise<{ id: string; name: string; client: string | null }> {
  const rows = await db
    .selectFrom('shortlist as s')
    .leftJoin('campaign as c', 'c.id', 's.campaign_id')
    .leftJoin('client as k', (join) => join.on((on) => on('k.id', '=', on.fn.coalesce('s.client_id', 'c.client_id'))))
    .select(['s.id', 's.name', 'k.name as client'])
    .execute()
  const byId = rows.find(({ id }) => id === given.toLowerCase())
  if (byId) return byId
  const [only, ...more] = rows.filter(({ name }) => foldText(name) === foldText(given))
  if (!only) return raise('NOT_FOUND', `There is no shortlist "${given}".`)
  if (more.length > 0) raise('CONFLICT', `"${given}" fits ${more.length + 1} shortlists; give the id.`)
  return only
}
