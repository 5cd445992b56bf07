import { addDays } from '#src/shared/domain/dates.ts'
import type { MadeCampaign } from './campaigns.ts'
import type { Chance } from './chance.ts'
import type { Client } from './client.ts'
import { amendFirst, completeTerms, makeContract, makeOrder, remindSoon } from './contracts.ts'

type Collaboration = MadeCampaign['collaborations'][number]

/** How far a collaboration has come: `contracted` has signatures on both sides, `posted` has content out, `paid` is settled. */
type Reached = 'invited' | 'agency signed' | 'contracted' | 'posted' | 'paid'

/** Carries a campaign as far as its plan says: briefs sent and confirmed, contracts, posts, payouts, results and orders. */
export async function carryForward(call: Client, campaign: MadeCampaign, today: string, chance: Chance): Promise<void> {
  await makeOrder(call, campaign)
  if (campaign.status === 'draft') return
  await call.briefs.send({ collaborationIds: campaign.collaborations.map(({ id }) => id), channel: 'mail' })
  for (const [i, collaboration] of campaign.collaborations.entries())
    await carry(call, campaign, collaboration, reachedBy(campaign, i), today, chance)
  const { id } = campaign
  await call.measurement.addExpense({
    campaignId: id,
    kind: 'shipping',
    amount: { amountMinor: campaign.creators * 890, currency: 'EUR' },
    description: 'Product boxes',
  })
  await call.measurement.addExpense({
    campaignId: id,
    kind: 'internal time',
    amount: { amountMinor: campaign.creators * 4500, currency: 'EUR' },
    description: 'Account management',
  })
  if (campaign.stage === 'done') await remindSoon(call, campaign, today)
  else await amendFirst(call, campaign)
  if (campaign.status === 'completed') await call.campaigns.setStatus({ ids: [id], status: 'completed' })
}

function reachedBy({ stage, collaborations }: MadeCampaign, index: number): Reached {
  if (stage === 'done') return 'paid'
  const order: Reached[] = ['paid', 'posted', 'posted', 'contracted', 'contracted', 'agency signed', 'invited']
  return order[Math.floor((index / collaborations.length) * order.length)] ?? 'invited'
}

async function carry(
  call: Client,
  campaign: MadeCampaign,
  collaboration: Collaboration,
  reached: Reached,
  today: string,
  chance: Chance,
): Promise<void> {
  const selection = { collaborationIds: [collaboration.id] }
  const contractId = await makeContract(call, campaign, collaboration)
  if (reached === 'invited') return
  await call.briefs.confirm(selection)
  await completeTerms(call, contractId, collaboration)
  await call.contracts.sign({ id: contractId, signerName: 'Mira Sommer' })
  if (reached === 'agency signed') return
  await call.contracts.countersign({ id: contractId, signerName: collaboration.creator.name })
  await call.payouts.plan(selection)
  if (reached === 'contracted') return
  await post(call, campaign, collaboration, today, chance)
  if (reached === 'paid') await pay(call, collaboration, campaign.endsOn < today ? addDays(campaign.endsOn, 10) : today)
}

async function post(
  call: Client,
  campaign: MadeCampaign,
  { id, creator, code }: Collaboration,
  today: string,
  chance: Chance,
): Promise<void> {
  const posted = await call.deliverables.list({ collaborationId: id })
  const postedOn = campaign.endsOn < today ? addDays(campaign.startsOn, chance.between(20, 45)) : addDays(today, -chance.between(3, 12))
  for (const { id: deliverableId } of posted) {
    await call.deliverables.update({
      ids: [deliverableId],
      changes: {
        status: 'posted',
        postedAt: `${postedOn}T16:00:00Z`,
        postUrl: `https://${creator.platform}.example/${creator.handle}/p/${code.toLowerCase()}`,
      },
    })
  }
  const reach = Math.round(creator.followers * (0.35 + chance.next() * 0.4))
  const likes = Math.round((creator.followers * creator.engagementBp) / 10_000)
  const clicks = Math.round(reach * (0.006 + chance.next() * 0.012))
  await call.measurement.addResult({
    collaborationId: id,
    deliverableId: posted[0]?.id ?? null,
    recordedOn: addDays(postedOn, 3),
    source: 'platform export',
    impressions: Math.round(reach * 1.3),
    reach,
    likes,
    comments: Math.round(likes * 0.04),
    shares: Math.round(likes * 0.03),
    saves: Math.round(likes * 0.05),
    clicks,
  })
  await sell(call, campaign, { id, creator, code }, postedOn, chance)
}

/** Orders with the creator's code until about the planned return on the fee is reached, one in twelve refunded. */
async function sell(
  call: Client,
  { id: campaignId, revenue }: MadeCampaign,
  { code, creator }: Collaboration,
  postedOn: string,
  chance: Chance,
): Promise<void> {
  const target = (creator.price ?? 80) * 100 * revenue * (0.4 + chance.next() * 1.2)
  let sold = 0
  for (let n = 1; sold < target && n <= 40; n++) {
    const amountMinor = chance.between(1990, 14_900)
    sold += amountMinor
    await call.measurement.addOrder({
      campaignId,
      number: `#${code}-${1000 + n}`,
      orderedAt: `${addDays(postedOn, chance.between(0, 9))}T${String(chance.between(7, 22)).padStart(2, '0')}:15:00Z`,
      discountCode: chance.next() < 0.5 ? code : code.toLowerCase(),
      total: { amountMinor, currency: 'EUR' },
      refundedMinor: chance.next() < 1 / 12 ? amountMinor : 0,
    })
  }
}

async function pay(call: Client, { id }: Collaboration, paidOn: string): Promise<void> {
  const { rows } = await call.payouts.list({ collaborationId: id })
  const ids = rows.filter(({ status }) => status === 'planned').map((row) => row.id)
  if (ids.length > 0) await call.payouts.record({ ids, paidOn, method: 'bank transfer', reference: 'SEPA' })
}
