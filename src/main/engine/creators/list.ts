import type { z } from 'zod'
import type { CreatorRow, PeerGrowth, RosterQuery } from '#src/shared/contract/creators.ts'
import { CreatorFilter } from '#src/shared/contract/creators.ts'
import type { EngineContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { nextTurn } from '../db/next-turn.ts'
import { settingsOf } from '../workspace/settings.ts'
import { bandsIn } from '../workspace/tier-bands.ts'
import type { Facets } from './roster/facets.ts'
import { pageOf } from './roster/paging.ts'
import { peerGrowth } from './roster/peers.ts'
import { rosterOf } from './roster/roster.ts'
import { rowsOf } from './roster/rows.ts'
import { selectionOf } from './roster/selection.ts'

type Filter = z.infer<typeof CreatorFilter>
type Asking = Pick<EngineContext, 'workspace' | 'read' | 'ports'>

/** One page of the roster. Raises BAD_INPUT for a mangled `after`. */
export async function listCreators(
  context: Asking,
  query: z.infer<typeof RosterQuery>,
): Promise<{ total: number; rows: z.infer<typeof CreatorRow>[]; next: string | null }> {
  const { roster, bands, selection } = await select(context, query)
  const { page, next } = pageOf(selection.in(query.sort), roster.orders, query)
  return { total: selection.total, rows: await rowsOf(context.read, page, bands), next }
}

/** How many creators each further choice of the filter would give. */
export async function creatorFacets(context: Asking, filter: Filter): Promise<Facets> {
  return (await select(context, filter)).selection.facets()
}

/** How fast creators of each platform and tier grow. */
export async function growthOfPeers({ read }: Asking): Promise<z.infer<typeof PeerGrowth>[]> {
  return peerGrowth(read, bandsIn(await settingsOf(read)))
}

/** Roster lines of certain creators, archived ones among them, in the order asked for; those that are gone are left out. */
export async function creatorRows(read: ReadDb, ids: readonly string[]): Promise<z.infer<typeof CreatorRow>[]> {
  const lines = await read.selectFrom('roster_row').select(['search_id', 'creator_id']).where('creator_id', 'in', anyOf(ids)).execute()
  const lineOf = new Map(lines.map((line) => [line.creator_id, line.search_id]))
  return rowsOf(
    read,
    ids.flatMap((id) => lineOf.get(id) ?? []),
    bandsIn(await settingsOf(read)),
  )
}

const idsAtOnce = 10_000

/** The ids of every creator of a filter, those with the most followers first. */
export async function creatorIds(context: Asking, filter: Filter): Promise<string[]> {
  const { selection } = await select(context, filter)
  const lines = [...selection.in('followers')]
  const ids: string[] = []
  for (let start = 0; start < lines.length; start += idsAtOnce) {
    const some = lines.slice(start, start + idsAtOnce)
    const rows = await context.read
      .selectFrom('roster_row')
      .select(['search_id', 'creator_id'])
      .where('search_id', 'in', anyOf(some))
      .execute()
    const byLine = new Map(rows.map((row) => [row.search_id, row.creator_id]))
    ids.push(...some.flatMap((line) => byLine.get(line) ?? []))
    await nextTurn()
  }
  return ids
}

async function select(context: Asking, filter: Filter) {
  const bands = bandsIn(await settingsOf(context.read))
  const roster = await rosterOf(context.workspace)
  // A query carries more than its filter; only the filter tells selections apart.
  return { roster, bands, selection: selectionOf(roster, CreatorFilter.parse(filter), bands, context.ports.clock.today()) }
}
