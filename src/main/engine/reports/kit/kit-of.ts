import type { z } from 'zod'
import type { CreatorDetail } from '#src/shared/contract/creators.ts'
import type { KitSettings } from '#src/shared/contract/reports.ts'
import { formatMoney } from '#src/shared/domain/money.ts'
import { tierOf } from '#src/shared/domain/tiers.ts'
import { showCreator } from '../../creators/show.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { CreatorProfileTable } from '../../db/schema-creators.ts'
import { safeLink } from '../../documents/html/text.ts'
import type { KitAccount, KitRate, MediaKit } from '../../documents/mediaKit/types.ts'
import { shownAddress } from '../../documents/page/link.ts'
import { bandsIn } from '../../workspace/tier-bands.ts'
import { audiencesOf } from './audience.ts'
import { brandsOf } from './brands.ts'
import { byFollowers, byReach } from './engagement.ts'
import type { KitFrame } from './frame.ts'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { capitalised, formatLabel, languageLabel, platformLabel } from './names.ts'
import { postsOf } from './posts.ts'

type Creator = z.infer<typeof CreatorDetail>
const language = 'en'
const mostPosts = { 'one-page': 3, portfolio: 6 } as const
const onRequest = 'On request'

/** A creator as a client may see them, with all that is on file and fit to be shown. */
export interface CreatorKit {
  creator: Creator
  kit: MediaKit
}

/** Puts a creator's media kit together from what is on file; what is not known stays out. Raises NOT_FOUND. */
export async function kitOf(db: ReadDb, creatorId: string, options: z.infer<typeof KitSettings>, frame: KitFrame): Promise<CreatorKit> {
  const creator = await showCreator(db, creatorId)
  const profile = await db.selectFrom('creator_profile').selectAll().where('id', '=', creatorId).executeTakeFirst()
  const shown = creator.accounts.map(({ id, platform, handle }) => ({ id, platform: platformLabel(platform), handle: withSign(handle) }))
  const posts = {
    creatorId,
    name: creator.name,
    most: mostPosts[options.layout],
    language,
    platformOf: (accountId: string | null) => creator.accounts.find(({ id }) => id === accountId)?.platform ?? null,
  }
  const place = [creator.city, creator.country && countryName(creator.country)].filter(Boolean).join(', ')
  const kit: MediaKit = {
    language,
    layout: options.layout,
    pageSize: options.pageSize,
    createdAt: frame.createdAt,
    branding: frame.branding,
    name: creator.name,
    headline: [creator.niches.join(', '), place].filter(Boolean).join(' · ') || null,
    bio: creator.bio,
    languages: languagesOf(creator, profile),
    portrait: await frame.pictures(profile?.portrait_file_id, `The portrait of ${creator.name}`),
    accounts: await accountsOf(db, creator, frame),
    growth: growthOf(creator),
    audiences: await audiencesOf(db, shown),
    rates: options.showRates ? ratesOf(creator, profile) : [],
    brands: await brandsOf(db, creatorId),
    posts: await postsOf(db, posts, frame.pictures),
    contact: options.contact === 'agency' ? frame.agencyContact : options.contact === 'creator' ? contactOf(creator) : [],
  }
  return { creator, kit }
}

async function accountsOf(db: ReadDb, { id, accounts }: Creator, frame: KitFrame): Promise<KitAccount[]> {
  const reach = await byReach(db, id, language)
  const bands = bandsIn(frame.settings)
  return accounts.map(({ id, platform, handle, url, snapshots }, at) => {
    const newest = snapshots.find(({ followers }) => followers !== null)
    const tier = tierOf(newest?.followers, bands)
    // Work that names no account was for the first one.
    const ofReach = reach.get(id) ?? (at === 0 ? reach.get(null) : undefined)
    return {
      platform: platformLabel(platform),
      handle: withSign(handle),
      url: safeLink(url),
      followers: newest?.followers ?? null,
      on: newest?.takenOn ?? null,
      tier: tier && capitalised(tier),
      engagement: [...byFollowers(snapshots, language), ...(ofReach ? [ofReach] : [])],
    }
  })
}

/** A handle with its sign; a name of several words is no handle. */
function withSign(handle: string): string {
  return /\s|^https?:|^@/.test(handle) ? handle : `@${handle}`
}

/** The first account whose followers are known on two days at least. */
function growthOf({ accounts }: Creator): MediaKit['growth'] {
  for (const { platform, snapshots } of accounts) {
    // Newest first on file; of several figures of one day the last stands.
    const known = snapshots.toReversed().flatMap(({ takenOn, followers }) => (followers === null ? [] : [[takenOn, followers] as const]))
    const points = [...new Map(known)].map(([on, followers]) => ({ on, followers }))
    if (points.length > 1) return { platform: platformLabel(platform), points }
  }
  return null
}

function ratesOf({ rates }: Creator, profile: CreatorProfileTable | undefined): KitRate[] {
  const priced = rates.map(({ platform, format, price }) => ({
    platform: platform === null ? '' : platformLabel(platform),
    format: formatLabel(format, platform),
    price: formatMoney(price, 'en-US', 'code'),
  }))
  const known = new Set(rates.flatMap(({ format, platform }) => [format, formatLabel(format, platform)]))
  const offered = profile ? (JSON.parse(profile.formats) as string[]) : []
  const open = offered.filter((format) => !known.has(format) && !known.has(formatLabel(format, null)))
  return [...priced, ...open.map((format) => ({ platform: '', format: capitalised(formatLabel(format, null)), price: onRequest }))]
}

function languagesOf({ language }: Creator, profile: CreatorProfileTable | undefined): string[] {
  const spoken = profile ? (JSON.parse(profile.languages) as string[]) : []
  return [...new Set([...(language ? [language] : []), ...spoken].map(languageLabel))]
}

/** Never the address: it is for parcels and contracts. */
function contactOf({ name, email, phone, accounts }: Creator): string[] {
  return [name, email, phone, safeLink(accounts[0]?.url)].flatMap((line) => (line ? [shownAddress(line)] : []))
}
