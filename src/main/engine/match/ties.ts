import { partsOf } from '#src/shared/domain/match/word-fit.ts'
import { isInForce } from '../contracts/status-rules.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { grouped } from './grouped.ts'

const workingStages = ['agreed', 'contracted', 'in production', 'live'] as const

/** The campaigns under way that creators have agreed to, by creator. */
export async function runningCampaignsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('collaboration as l')
    .innerJoin('campaign as m', 'm.id', 'l.campaign_id')
    .where('l.creator_id', 'in', anyOf(ids))
    .where('l.stage', 'in', workingStages)
    .where('m.status', 'in', ['draft', 'active'])
    .select(['l.creator_id', 'm.name'])
    .orderBy('m.name')
    .execute()
  return grouped(rows, ({ creator_id, name }) => [creator_id, name])
}

/** Exclusivity that creators have promised another client in a contract that binds today, as a sentence each. */
export async function boundUntil(
  db: ReadDb,
  ids: readonly string[],
  { clientId, today }: { clientId: string | null; today: string },
): Promise<Map<string, string[]>> {
  const rows = (await exclusivities(db, today)).filter((row) => row.clientId !== clientId)
  const wanted = new Set(ids)
  return grouped(
    rows.filter(({ creatorId }) => wanted.has(creatorId)),
    ({ creatorId, client, dueOn, what }) => [creatorId, `Bound to ${client}${dueOn ? ` until ${dueOn}` : ''}: ${what}`],
  )
}

interface Exclusivity {
  creatorId: string
  clientId: string
  client: string
  industry: string | null
  dueOn: string | null
  /** The duty in the words of the contract, with the category in it. */
  what: string
}

/** What is promised in contracts that bind today and does not end before. */
async function exclusivities(db: ReadDb, today: string): Promise<Exclusivity[]> {
  const rows = await db
    .selectFrom('contract_obligation as o')
    .innerJoin('contract as t', 't.id', 'o.contract_id')
    .innerJoin('collaboration as l', 'l.id', 't.collaboration_id')
    .innerJoin('campaign as m', 'm.id', 't.campaign_id')
    .innerJoin('client as k', 'k.id', 'm.client_id')
    .where('o.kind', '=', 'exclusivity')
    .where('o.done_on', 'is', null)
    .where(({ or, eb }) => or([eb('o.due_on', 'is', null), eb('o.due_on', '>=', today)]))
    .select(['l.creator_id as creatorId', 'k.id as clientId', 'k.name as client', 'k.industry', 'o.due_on as dueOn', 'o.what'])
    .select(['t.status', 't.ends_on'])
    .orderBy('o.due_on', 'desc')
    .execute()
  return rows.filter((row) => isInForce(row, today))
}

/** Creators who have promised somebody else to work for no competitor of the kind that this client is: the categories share a word. */
export async function promisedToCompetitors(
  db: ReadDb,
  client: { id: string; industry: string | null },
  today: string,
): Promise<{ creatorId: string; why: string }[]> {
  const own = kindWords(client.industry ?? '')
  if (own.size === 0) return []
  return (await exclusivities(db, today))
    .filter(
      ({ clientId, industry, what }) => clientId !== client.id && [...kindWords(`${industry ?? ''} ${what}`)].some((word) => own.has(word)),
    )
    .map(({ creatorId, client: other, dueOn, what }) => ({ creatorId, why: `Bound to ${other}${dueOn ? ` until ${dueOn}` : ''}: ${what}` }))
}

/** Words that say what goods are meant. */
function kindWords(text: string): Set<string> {
  return new Set(partsOf(text).filter((word) => word.length > 3))
}
