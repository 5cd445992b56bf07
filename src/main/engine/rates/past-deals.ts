import type { z } from 'zod'
import type { RateDeal } from '#src/shared/contract/rates.ts'
import { pricePerPost } from '#src/shared/domain/rate-card/deals.ts'
import { tierOf, type AccountTier, type TierBand } from '#src/shared/domain/tiers.ts'
import { accountFaces } from '../campaigns/faces.ts'
import { workIn, type Work } from '../campaigns/work.ts'
import type { ReadDb } from '../db/handles.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { isSameFormat } from './format.ts'

type Deal = z.infer<typeof RateDeal>

/** What makes a deal comparable. Without a format, any. */
export interface DealKind {
  platform: string
  format: string | null
  tier: AccountTier
  bands: readonly TierBand[]
  currency: string
}

const agreedStages: ReadonlySet<string> = new Set(['agreed', 'contracted', 'in production', 'live', 'done'])

/**
 * The agency's own deals of a kind, newest first: fees agreed for posts, whoever the creator was. A deal counts where all of its planned
 * posts are on that platform and of that format; tiers are those of the newest figures on file, by the bands of the benchmark set.
 */
export async function pastDeals(db: ReadDb, kind: DealKind, today: string): Promise<Deal[]> {
  const agreed = (await workIn(db, {}, today)).filter(({ row, terms }) => agreedStages.has(row.stage) && terms !== null)
  const faces = await accountFaces(
    db,
    agreed.flatMap(({ accountId }) => accountId ?? []),
  )
  const alike = agreed.filter(({ accountId }) => {
    const face = faces.get(accountId ?? '')
    return face?.platform === kind.platform && tierOf(face.followers, kind.bands) === kind.tier
  })
  if (alike.length === 0) return []
  const posts = Map.groupBy(await listDeliverables(db, { openOnly: false }), ({ collaborationId }) => collaborationId)
  return alike
    .flatMap((work) => dealOf(work, posts.get(work.row.id) ?? [], kind) ?? [])
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.collaborationId.localeCompare(b.collaborationId))
}

function dealOf(
  { row, terms, campaignName, creatorName, startsOn }: Work,
  posts: readonly { platform: string; format: string }[],
  kind: DealKind,
): Deal | null {
  const areAlike = posts.every(({ platform, format }) => platform === kind.platform && isSameFormat(format, kind.format))
  if (!areAlike || (posts.length === 0 && kind.format !== null)) return null
  const price = terms && pricePerPost(terms, posts.length)
  if (price === null || price.currency !== kind.currency || price.amountMinor <= 0) return null
  return {
    collaborationId: row.id,
    campaignId: row.campaign_id,
    campaignName,
    creatorName,
    on: startsOn ?? row.created_at.slice(0, 10),
    pricePerPost: price,
  }
}
