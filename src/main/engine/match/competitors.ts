import type { z } from 'zod'
import type { BrandKind } from '#src/shared/contract/profiles.ts'
import { partsOf, timesIn, wantedWord } from '#src/shared/domain/match/word-fit.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { promisedToCompetitors } from './ties.ts'

/** A creator who worked for a competitor, and how that is known. */
export interface Competitor {
  searchId: number
  creatorId: string
  name: string
  why: string
}

const workedStages = ['agreed', 'contracted', 'in production', 'live', 'done'] as const

interface Tie {
  creatorId: string
  why: string
}

/** Creators with a tie to one of these brands: by what is noted of them, by a post of theirs, or by work for a client of ours of that
 *  name; and those who have promised a competitor of the client to work for nobody of its kind. Each with the first tie that is found. */
export async function competitorsFor(
  db: ReadDb,
  brands: readonly string[],
  client: { id: string; industry: string | null } | null,
  today: string,
): Promise<Competitor[]> {
  const isOne = brandTest(brands)
  const byBrand =
    brands.length === 0 ? [] : [...(await byHistory(db, isOne)), ...(await bySamples(db, isOne)), ...(await byWork(db, isOne))]
  const ties = [...byBrand, ...(client ? await promisedToCompetitors(db, client, today) : [])]
  if (ties.length === 0) return []
  const first = new Map(ties.toReversed().map(({ creatorId, why }) => [creatorId, why]))
  const rows = await db
    .selectFrom('roster_row as r')
    .innerJoin('creator as c', 'c.id', 'r.creator_id')
    .where('c.id', 'in', anyOf([...first.keys()]))
    .select(['r.search_id as searchId', 'c.id as creatorId', 'c.name'])
    .orderBy('c.name')
    .execute()
  return rows.map((row) => ({ ...row, why: first.get(row.creatorId) ?? '' }))
}

/** Whether a text names one of these brands, as whole words: "Nordlicht GmbH" is Nordlicht. */
function brandTest(brands: readonly string[]): (text: string) => boolean {
  const wanted = brands.map(wantedWord)
  const known = new Map<string, boolean>()
  return (text) => {
    let found = known.get(text)
    if (found === undefined) known.set(text, (found = wanted.some((brand) => timesIn(partsOf(text), brand) > 0)))
    return found
  }
}

/** A brand that somebody likes has no claim on them. */
const likes: z.infer<typeof BrandKind> = 'likes'

async function byHistory(db: ReadDb, isOne: (brand: string) => boolean): Promise<Tie[]> {
  const rows = await db
    .selectFrom('brand_history')
    .where('kind', '<>', likes)
    .select(['creator_id', 'brand', 'kind', 'started_on', 'ended_on'])
    .orderBy('id')
    .execute()
  return rows
    .filter(({ brand }) => isOne(brand))
    .map(({ creator_id: creatorId, brand, kind, started_on, ended_on }) => {
      const when = ended_on ? ` until ${ended_on}` : started_on ? ` since ${started_on}` : ''
      return { creatorId, why: `Their brand history names ${brand} (${kind}${when}).` }
    })
}

async function bySamples(db: ReadDb, isOne: (brand: string) => boolean): Promise<Tie[]> {
  const rows = await db
    .selectFrom('content_sample')
    .select(['creator_id', 'brand', 'posted_on'])
    .where('brand', 'is not', null)
    .orderBy('posted_on', 'desc')
    .execute()
  return rows.flatMap(({ creator_id: creatorId, brand, posted_on }) =>
    brand !== null && isOne(brand) ? [{ creatorId, why: `A post of theirs${posted_on ? ` of ${posted_on}` : ''} was for ${brand}.` }] : [],
  )
}

async function byWork(db: ReadDb, isOne: (brand: string) => boolean): Promise<Tie[]> {
  const rows = await db
    .selectFrom('collaboration as l')
    .innerJoin('campaign as m', 'm.id', 'l.campaign_id')
    .innerJoin('client as k', 'k.id', 'm.client_id')
    .where('l.stage', 'in', workedStages)
    .select(['l.creator_id', 'm.name as campaign', 'k.name as client'])
    .orderBy('m.starts_on', 'desc')
    .execute()
  return rows
    .filter(({ client }) => isOne(client))
    .map(({ creator_id: creatorId, campaign, client }) => ({ creatorId, why: `They worked for ${client} in your campaign ${campaign}.` }))
}
