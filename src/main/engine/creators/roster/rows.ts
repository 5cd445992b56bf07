import type { z } from 'zod'
import type { CreatorRow as RowSchema } from '#src/shared/contract/creators.ts'
import { tierOf, type TierBand } from '#src/shared/domain/tiers.ts'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import { asStage, labelsIn } from '../kept.ts'
import { followerTrends } from './trends.ts'

type CreatorRow = z.infer<typeof RowSchema>

/** The lines with these search ids, in their order; those that went in the meantime are left out. */
export async function rowsOf(db: ReadDb, searchIds: readonly number[], bands: readonly TierBand[]): Promise<CreatorRow[]> {
  const lines = await db
    .selectFrom('roster_row as r')
    .innerJoin('creator as c', 'c.id', 'r.creator_id')
    .leftJoin('creator_profile as p', 'p.id', 'c.id')
    .leftJoin('account as a', 'a.id', 'r.account_id')
    .select([
      'r.search_id',
      'c.id',
      'c.name',
      'r.account_id',
      'r.handle',
      'r.platform',
      'a.url',
      'r.followers',
      'r.engagement_bp',
      'r.engagement_basis',
      'r.account_count',
      'r.growth_bp',
    ])
    .select(['c.country', 'c.city', 'c.niches', 'c.tags', 'c.stage', 'c.do_not_contact', 'c.updated_at', 'p.owner'])
    .where('r.search_id', 'in', anyOf(searchIds))
    .execute()
  const trends = await followerTrends(
    db,
    lines.flatMap(({ account_id: id }) => id ?? []),
  )
  const bySearchId = new Map(lines.map((line) => [line.search_id, line]))
  return searchIds.flatMap((searchId) => {
    const line = bySearchId.get(searchId)
    return line ? [toRow(line, trends.get(line.account_id ?? '') ?? [])] : []
  })

  function toRow(line: (typeof lines)[number], followerTrend: number[]): CreatorRow {
    return {
      id: line.id,
      name: line.name,
      handle: line.handle,
      platform: line.platform,
      url: line.url,
      followers: line.followers,
      tier: tierOf(line.followers, bands),
      engagementRateBp: line.engagement_bp,
      engagementBasis: line.engagement_basis,
      country: line.country,
      city: line.city,
      niches: labelsIn(line.niches),
      tags: labelsIn(line.tags),
      stage: asStage(line.stage),
      doNotContact: line.do_not_contact === 1,
      owner: line.owner,
      accountCount: line.account_count,
      followerTrend,
      followerGrowthBp: line.growth_bp,
      updatedAt: line.updated_at,
    }
  }
}
