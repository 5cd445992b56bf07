import { sql } from 'kysely'
import type { CandidateFacts } from '#src/shared/domain/match/need.ts'
import { tierOf, type TierBand } from '#src/shared/domain/tiers.ts'
import { labelsIn } from '../creators/kept.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { benchmarkEstimate } from '../rates/estimate.ts'
import { grouped } from './grouped.ts'
import { boundUntil, runningCampaignsOf } from './ties.ts'

/** One creator looked at in full. */
export interface Looked {
  line: number
  creatorId: string
  name: string
  handle: string | null
  /** Of the primary account. */
  platform: string | null
  facts: CandidateFacts
}

export interface Looking {
  bands: readonly TierBand[]
  benchmarkSetId: string
  /** The client that an exclusivity is held against; null for any. */
  clientId: string | null
  today: string
}

/** Everything a match needs to know of these lines, in a few questions for all of them. */
export async function lookAt(db: ReadDb, lines: readonly number[], looking: Looking): Promise<Looked[]> {
  const rows = await people(db, lines)
  const ids = rows.map(({ id }) => id)
  const [platforms, formats, asks, contacts] = [
    await platformsOf(db, ids),
    await formatsOf(db, ids),
    await asksOf(db, ids),
    await contactsOf(db, ids),
  ]
  const [audiences, running, bound] = [await audiencesOf(db, lines), await runningCampaignsOf(db, ids), await boundUntil(db, ids, looking)]
  return rows.map((row): Looked => {
    const asked = asks.get(row.id) ?? []
    return {
      line: row.line,
      creatorId: row.id,
      name: row.name,
      handle: row.handle,
      platform: row.platform,
      facts: {
        niches: labelsIn(row.niches),
        tags: labelsIn(row.tags),
        bio: row.bio,
        country: row.country,
        audience: audiences.get(row.line) ?? null,
        followers: row.followers,
        tier: tierOf(row.followers, looking.bands),
        platforms: platforms.get(row.id) ?? [],
        engagementBp: row.engagement_bp,
        formats: [...new Set([...(formats.get(row.id) ?? []), ...asked.map(({ format }) => format)])],
        asks: asked,
        estimate: asked.length > 0 ? null : benchmarkEstimate(row, looking.benchmarkSetId),
        contact: row.email ? 'an e-mail address' : row.phone ? 'a telephone number' : (contacts.get(row.id) ?? null),
        running: running.get(row.id) ?? [],
        bound: bound.get(row.id) ?? [],
      },
    }
  })
}

async function people(db: ReadDb, lines: readonly number[]) {
  return db
    .selectFrom('roster_row as r')
    .innerJoin('creator as c', 'c.id', 'r.creator_id')
    .where('r.search_id', 'in', anyOf(lines))
    .select(['r.search_id as line', 'c.id', 'c.name', 'r.handle', 'r.platform', 'r.followers', 'r.engagement_bp'])
    .select(['c.niches', 'c.tags', 'c.bio', 'c.country', 'c.email', 'c.phone'])
    .execute()
}

async function platformsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('account')
    .where('creator_id', 'in', anyOf(ids))
    .select(['creator_id', 'platform'])
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute()
  return grouped(rows, ({ creator_id, platform }) => [creator_id, platform])
}

/** Formats from the profile, from posts on file and from past deliverables. */
async function formatsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const told = await db.selectFrom('creator_profile').where('id', 'in', anyOf(ids)).select(['id', 'formats']).execute()
  const posted = await db
    .selectFrom('content_sample')
    .where('creator_id', 'in', anyOf(ids))
    .where('format', 'is not', null)
    .select(['creator_id as id', sql<string>`format`.as('format')])
    .distinct()
    .execute()
  const delivered = await db
    .selectFrom('deliverable as d')
    .innerJoin('collaboration as l', 'l.id', 'd.collaboration_id')
    .where('l.creator_id', 'in', anyOf(ids))
    .select(['l.creator_id as id', 'd.format'])
    .distinct()
    .execute()
  const all = [...told.flatMap(({ id, formats }) => labelsIn(formats).map((format) => ({ id, format }))), ...posted, ...delivered]
  return grouped(all, ({ id, format }) => [id, format])
}

async function asksOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, CandidateFacts['asks'][number][]>> {
  const rows = await db
    .selectFrom('rate')
    .where('creator_id', 'in', anyOf(ids))
    .select(['creator_id', 'platform', 'format', 'amount_minor', 'currency'])
    .orderBy('id')
    .execute()
  return grouped(rows, ({ creator_id, platform, format, amount_minor: amountMinor, currency }) => [
    creator_id,
    { price: { amountMinor, currency }, platform, format },
  ])
}

async function contactsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('creator_contact').where('creator_id', 'in', anyOf(ids)).select('creator_id').distinct().execute()
  return new Map(rows.map(({ creator_id }) => [creator_id, 'a contact']))
}

async function audiencesOf(db: ReadDb, lines: readonly number[]): Promise<Map<number, Record<string, Record<string, number>>>> {
  const rows = await db.selectFrom('roster_audience').where('search_id', 'in', anyOf(lines)).selectAll().execute()
  const audiences = new Map<number, Record<string, Record<string, number>>>()
  for (const { search_id, dimension, label, share_bp } of rows) {
    const audience = audiences.get(search_id) ?? {}
    const shares: Record<string, number> = (audience[dimension] ??= {})
    shares[label] = share_bp
    audiences.set(search_id, audience)
  }
  return audiences
}
