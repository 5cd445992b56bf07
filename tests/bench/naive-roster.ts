import type { Connection } from '#src/main/engine/db/connection.ts'

interface Filter {
  platforms?: string[]
  countries?: string[]
  niches?: string[]
  tiers?: string[]
  minFollowers?: number
  maxFollowers?: number
  minEngagementBp?: number
  search?: string
  sort?: string
  limit?: number
  offset?: number
}

const orders: Record<string, string> = { followers: 'r.followers DESC', engagement: 'r.engagement_bp DESC', name: 'r.name_key' }

/** The roster as one would first write it: one query with LIKE, ORDER BY and OFFSET over the same rows, and a count beside it. */
export function naiveRoster(db: Connection): { page(filter: Filter): unknown; facets(filter: Filter): unknown } {
  const from = 'FROM roster_row r JOIN creator c ON c.id = r.creator_id'
  return {
    page(filter) {
      const { where, values } = conditions(filter)
      db.prepare(`SELECT count(*) ${from} WHERE ${where}`).get(values)
      const order = orders[filter.sort ?? 'followers'] ?? ''
      return db
        .prepare(`SELECT c.*, r.* ${from} WHERE ${where} ORDER BY ${order}, r.search_id LIMIT ${filter.limit} OFFSET ${filter.offset ?? 0}`)
        .all(values)
    },
    facets(filter) {
      const { where, values } = conditions(filter)
      for (const column of ['platform', 'country', 'stage'])
        db.prepare(`SELECT r.${column}, count(*) ${from} WHERE ${where} GROUP BY 1`).all(values)
      for (const list of ['niches', 'tags'])
        db.prepare(`SELECT j.value, count(*) ${from}, json_each(c.${list}) j WHERE ${where} GROUP BY 1`).all(values)
      return db
        .prepare(
          `SELECT sum(r.followers < 1e4), sum(r.followers >= 1e4 AND r.followers < 1e5), sum(r.followers >= 1e5) ${from} WHERE ${where}`,
        )
        .all(values)
    },
  }
}

function conditions({ platforms, countries, niches, tiers, minFollowers, maxFollowers, minEngagementBp, search }: Filter): {
  where: string
  values: unknown[]
} {
  const parts: [sql: string, values: unknown[]][] = [['r.is_archived = 0', []]]
  const any = (column: string, words: string[] | undefined) =>
    words && parts.push([`${column} IN (${words.map(() => '?').join(', ')})`, words])
  any('r.platform', platforms)
  any('r.country', countries)
  if (niches) parts.push([`(${niches.map(() => 'c.niches LIKE ?').join(' OR ')})`, niches.map((niche) => `%"${niche}"%`)])
  if (tiers) parts.push(['r.followers >= 1000 AND r.followers < 100000', []])
  if (minFollowers !== undefined) parts.push(['r.followers >= ?', [minFollowers]])
  if (maxFollowers !== undefined) parts.push(['r.followers <= ?', [maxFollowers]])
  if (minEngagementBp !== undefined) parts.push(['r.engagement_bp >= ?', [minEngagementBp]])
  if (search)
    parts.push(['(c.name LIKE ? OR r.handle LIKE ? OR c.bio LIKE ? OR c.niches LIKE ?)', Array.from({ length: 4 }, () => `%${search}%`)])
  return { where: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, values]) => values) }
}
