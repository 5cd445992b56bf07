import type { z } from 'zod'
import { Compensation } from '#src/shared/contract/compensation.ts'
import type { relationship } from '#src/shared/contract/relationship.ts'
import { raise } from '#src/shared/contract/errors.ts'
import { addMonths } from '#src/shared/domain/dates.ts'
import { isTier } from '#src/shared/domain/tiers.ts'
import { campaignOf } from '../campaigns/queries.ts'
import { accountFaces } from '../campaigns/faces.ts'
import { updateCollaborations } from '../campaigns/update-collaborations.ts'
import { workIn } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'

type Program = z.infer<NonNullable<(typeof relationship.program)['~orpc']['outputSchema']>>
type Tier = Program['tiers'][number]

/** The tiers of a program, by followers, and how to find one. */
export async function programTiers(
  db: ReadDb,
  campaignId: string,
): Promise<{ tiers: Tier[]; tierOf: (followers: number | null) => Tier | null }> {
  const rows = await db.selectFrom('program_tier').selectAll().where('campaign_id', '=', campaignId).orderBy('min_followers').execute()
  const tiers = rows.map((row) => ({
    label: row.name,
    from: row.min_followers,
    to: row.max_followers,
    ...(JSON.parse(row.offer) as Omit<Tier, 'label' | 'from' | 'to'>),
  }))
  return {
    tiers,
    tierOf: (followers) =>
      followers === null ? null : (tiers.find(({ from, to }) => followers >= from && (to === null || followers < to)) ?? null),
  }
}

/** A program with its tiers and members, and who has grown out of a tier. Raises NOT_FOUND. */
export async function showProgram(db: ReadDb, campaignId: string, today: string): Promise<Program> {
  await campaignOf(db, campaignId)
  const { tiers, tierOf } = await programTiers(db, campaignId)
  const work = (await workIn(db, { campaignId }, today)).filter(({ row }) => row.stage !== 'declined')
  const accounts = work.flatMap(({ accountId }) => accountId ?? [])
  const faces = await accountFaces(db, accounts)
  const former = await followersBefore(db, accounts, addMonths(today, -6))
  return {
    tiers,
    members: work.map(({ row, creatorName, accountId }) => {
      const face = faces.get(accountId ?? '')
      const tierName = tierOf(face?.followers ?? null)?.label ?? null
      const formerName = tierOf(former.get(accountId ?? '') ?? null)?.label ?? null
      return {
        collaborationId: row.id,
        creatorId: row.creator_id,
        creatorName,
        followers: face?.followers ?? null,
        tier: face?.tier && isTier(face.tier) ? face.tier : null,
        tierName,
        formerTierName: formerName === tierName ? null : formerName,
      }
    }),
  }
}

/** In place of the tiers there are. Raises NOT_FOUND, BAD_INPUT for bands that overlap or are empty, two of one name, and a
 *  highest price below the lowest. */
export async function setProgramTiers(
  context: MutationContext,
  { campaignId, tiers }: { campaignId: string; tiers: Tier[] },
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const campaign = await campaignOf(write, campaignId)
  const sorted = tiers.toSorted((a, b) => a.from - b.from)
  for (const [at, { label, from, to, pricePerPost, highestPricePerPost }] of sorted.entries()) {
    // Who has grown out of a tier is told by the tier's name.
    if (sorted.some((other, place) => place > at && other.label === label))
      raise('BAD_INPUT', `Two tiers are called ${label}. Give each a name of its own.`)
    if (highestPricePerPost !== null && highestPricePerPost.amountMinor < pricePerPost.amountMinor)
      raise('BAD_INPUT', `The highest price of ${label} is below its lowest. Exchange the two.`)
    if (to !== null && to <= from) raise('BAD_INPUT', `${label} ends where it begins. Give it more followers to end at than to begin with.`)
    const next = sorted[at + 1]
    if (next && (to === null || to > next.from))
      raise('BAD_INPUT', `${label} and ${next.label} overlap. One has to end where the other begins.`)
  }
  await write.deleteFrom('program_tier').where('campaign_id', '=', campaignId).execute()
  for (const { label, from, to, ...offer } of sorted)
    await write
      .insertInto('program_tier')
      .values({
        id: ports.newId(),
        campaign_id: campaignId,
        name: label,
        min_followers: from,
        max_followers: to,
        offer: JSON.stringify(offer),
        created_at: ports.clock.now(),
      })
      .execute()
  context.describe(`Changed the tiers of ${campaign.name}`)
  return { entryId: context.entryId }
}

/** Agrees the program's tiers with members. Raises NOT_FOUND, CONFLICT where the program has no tiers, and what a change of terms raises. */
export async function offerTiers(
  context: MutationContext,
  { campaignId, collaborationIds }: { campaignId: string; collaborationIds: string[] },
): Promise<{ entryId: string }> {
  const campaign = await campaignOf(context.write, campaignId)
  const { tiers } = await programTiers(context.write, campaignId)
  if (tiers.length === 0) raise('CONFLICT', `${campaign.name} has no tiers yet. Set them first.`)
  const compensation = Compensation.parse({ model: 'ambassador ladder', rungs: tiers })
  return updateCollaborations(context, { ids: collaborationIds, changes: { compensation } })
}

/** Followers of each account as they were last known by a day. */
async function followersBefore(db: ReadDb, accountIds: readonly string[], day: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('snapshot')
    .select(['account_id', 'followers'])
    .where('account_id', 'in', anyOf(accountIds))
    .where('taken_on', '<=', day)
    .where('followers', 'is not', null)
    .orderBy('taken_on')
    .execute()
  return new Map(rows.flatMap(({ account_id, followers }) => (followers === null ? [] : [[account_id, followers] as const])))
}
