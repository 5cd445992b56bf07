import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import { tierOf, type TierBand } from '#src/shared/domain/tiers.ts'
import type { AccountTable, SnapshotTable } from '../../db/schema.ts'
import type { OutCell } from '../../exchange/tables/write-table.ts'
import { writeEntries, writeRates } from '../importing/own-codec.ts'
import { ownColumns, type OwnHeader } from '../importing/own-columns.ts'
import { labelsIn } from '../kept.ts'
import type { ExportedCreator } from './creator-rows.ts'

export const exportHeaders: readonly string[] = ownColumns.map(([header]) => header)

/**
 * One line for each account, with what is known of the creator on every one, so that a list can be filtered; one line for a creator
 * without accounts.
 */
export function linesOf({ creator, accounts, rates }: ExportedCreator, bands: readonly TierBand[]): OutCell[][] {
  const person: Partial<Record<OwnHeader, OutCell>> = {
    'Troupe ID': creator.id,
    Name: creator.name,
    Niches: writeEntries(labelsIn(creator.niches)),
    Tags: writeEntries(labelsIn(creator.tags)),
    Country: creator.country,
    City: creator.city,
    Language: creator.language,
    'E-mail': creator.email,
    Phone: creator.phone,
    'Postal address': creator.address,
    Bio: creator.bio,
    Notes: creator.notes,
    'Relationship stage': creator.stage,
    'Do not contact': creator.do_not_contact === 1 ? 'yes' : 'no',
    'Rates by format': writeRates(rates.map(({ amount_minor: amountMinor, ...rate }) => ({ ...rate, amountMinor }))),
  }
  const lines = accounts.map(({ account, newest }) => ({ ...person, ...accountCells(account, newest, bands) }))
  const each = accounts.length === 0 ? [person] : lines
  return each.map((cells) => ownColumns.map(([header]) => cells[header] ?? null))
}

function accountCells(
  { platform, handle, url }: AccountTable,
  newest: SnapshotTable | null,
  bands: readonly TierBand[],
): Partial<Record<OwnHeader, OutCell>> {
  const engagement =
    newest &&
    engagementOfSnapshot({
      followers: newest.followers,
      avgLikes: newest.avg_likes,
      avgComments: newest.avg_comments,
      avgShares: newest.avg_shares,
      avgSaves: newest.avg_saves,
      statedEngagementBp: newest.stated_engagement_bp,
    })
  return {
    Platform: platform,
    Handle: handle,
    'Profile URL': url,
    Followers: newest?.followers,
    Tier: tierOf(newest?.followers, bands),
    'Engagement rate': rateText(engagement?.rateBp),
    Following: newest?.following,
    Posts: newest?.posts,
    'Average likes': newest?.avg_likes,
    'Average comments': newest?.avg_comments,
    'Average shares': newest?.avg_shares,
    'Average saves': newest?.avg_saves,
    'Average views': newest?.avg_views,
    'Stated engagement rate': rateText(newest?.stated_engagement_bp),
    'Figures taken on': newest?.taken_on,
  }
}

/** Basis points as a percentage with two decimals: exact. */
function rateText(basisPoints: number | null | undefined): string | null {
  return basisPoints === null || basisPoints === undefined ? null : `${(basisPoints / 100).toFixed(2)}%`
}
