import type { z } from 'zod'
import type { CreatorDetail } from '#src/shared/contract/creators.ts'
import type { MediaKitOptions } from '#src/shared/contract/reports.ts'
import { formatMoney } from '#src/shared/domain/money.ts'
import { platformById } from '#src/shared/domain/platforms.ts'
import type { EngineContext } from '../context.ts'
import { showCreator } from '../creators/show.ts'
import { renderMediaKit } from '../documents/mediaKit/renderMediaKit.ts'
import type { KitAccount, KitCampaign, KitRate, MediaKit, RenderedMediaKit } from '../documents/mediaKit/types.ts'
import { identityOf } from '../workspace/identity.ts'
import { settingsOf } from '../workspace/settings.ts'

type Creator = z.infer<typeof CreatorDetail>
type Options = z.infer<typeof MediaKitOptions>

/** Draws a creator's media kit from what is on file. Raises NOT_FOUND. */
export async function drawMediaKit(context: EngineContext, options: Options): Promise<RenderedMediaKit> {
  return renderMediaKit(await mediaKitOf(context, options))
}

/** Draws the media kit and writes it to a granted place. */
export async function saveMediaKit(
  context: EngineContext,
  { file, ...options }: Options & { file: string },
): Promise<{ fileName: string; pages: number }> {
  const { bytes, pages } = await drawMediaKit(context, options)
  return { fileName: await context.grants.writeBytes(file, bytes), pages }
}

async function mediaKitOf({ read, files, ports }: EngineContext, { creatorId, pageSize, showRates }: Options): Promise<MediaKit> {
  const creator = await showCreator(read, creatorId)
  const { agency } = await settingsOf(read)
  const agencyName = agency.name || (await identityOf(read)).name
  const place = [creator.city, creator.country].filter(Boolean).join(', ')
  return {
    language: 'en',
    pageSize,
    createdAt: new Date(ports.clock.now()),
    branding: { name: agencyName, logo: agency.logoHash ? await files.read(agency.logoHash) : null },
    name: creator.name,
    headline: [creator.niches.join(', '), place].filter(Boolean).join(' · ') || null,
    bio: creator.bio,
    portrait: null,
    accounts: creator.accounts.map(accountOf),
    engagementBasis: basisOf(creator),
    growth: growthOf(creator),
    rates: showRates ? creator.rates.map(rateOf) : [],
    campaigns: creator.work.filter(({ stage }) => stage === 'live' || stage === 'done').map(campaignOf),
    contact: [agency.signerName ?? agencyName, agency.email, agency.website].filter((line): line is string => Boolean(line)),
  }
}

function accountOf({ platform, handle, tier, engagementRateBp, snapshots }: Creator['accounts'][number]): KitAccount {
  return {
    platform: labelOf(platform),
    handle: /\s/.test(handle) ? handle : `@${handle}`,
    followers: snapshots[0]?.followers ?? null,
    tier: tier && tier[0]?.toUpperCase() + tier.slice(1),
    engagementRate: engagementRateBp === null ? null : `${(engagementRateBp / 100).toFixed(1)} %`,
  }
}

/** The two bases are never shown under one name (facts.md §5), so the sentence says which one the page uses. */
function basisOf({ accounts }: Creator): string | null {
  const counted = [...new Set(accounts.flatMap(({ interactionSet }) => interactionSet))]
  const list = new Intl.ListFormat('en-GB').format(counted)
  if (counted.length > 0) return `Engagement is average ${list} per post, divided by followers.`
  return accounts.some(({ engagementBasis }) => engagementBasis === 'stated')
    ? 'Engagement is as stated by the source, by followers.'
    : null
}

function growthOf({ accounts }: Creator): MediaKit['growth'] {
  const [primary] = accounts.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
  if (!primary) return null
  const points = primary.snapshots
    .flatMap(({ takenOn, followers }) => (followers === null ? [] : [{ on: takenOn, followers }]))
    .toReversed()
  return { platform: labelOf(primary.platform), points }
}

function rateOf({ platform, format, price }: Creator['rates'][number]): KitRate {
  const known = platform === null ? null : platformById(platform)
  return {
    platform: platform === null ? '' : labelOf(platform),
    format: known?.formats.find(({ id }) => id === format)?.label ?? format,
    price: formatMoney(price, 'en-US', 'code'),
  }
}

function campaignOf({ clientName, campaignName, startsOn }: Creator['work'][number]): KitCampaign {
  return { brand: clientName, campaign: campaignName, when: startsOn ? startsOn.slice(0, 7) : '' }
}

function labelOf(platform: string): string {
  return platformById(platform)?.label ?? platform
}
