import { addDays, daysBetween } from '#src/shared/domain/dates.ts'
import type { Chance } from './chance.ts'
import type { Client } from './client.ts'
import type { MadeCreator } from './creators.ts'
import type { DemoCampaign } from './data.ts'

export interface MadeCampaign extends DemoCampaign {
  id: string
  startsOn: string
  endsOn: string
  collaborations: { id: string; creator: MadeCreator; code: string }[]
}

/** One campaign with its brief, its creators and what was agreed with each. */
export async function makeCampaign(
  call: Client,
  plan: DemoCampaign,
  clientId: string,
  roster: readonly MadeCreator[],
  today: string,
  chance: Chance,
): Promise<MadeCampaign> {
  const [startsOn, endsOn] = [addDays(today, plan.starts), addDays(today, plan.ends)]
  const { id } = await call.campaigns.create({
    clientId,
    name: plan.name,
    programKind: plan.programKind as 'campaign',
    startsOn,
    endsOn,
    budgetMinor: plan.budget * 100,
    currency: 'EUR',
  })
  await call.briefs.save({ campaignId: id, changes: briefOf(plan, startsOn, endsOn) })
  const picked = pick(roster, plan)
  const { added } = await call.campaigns.addCreators({ id, creatorIds: picked.map((creator) => creator.id) })
  const collaborations = picked.map((creator, i) => ({ id: added[i] ?? '', creator, code: `${plan.code}${i + 1}` }))
  for (const collaboration of collaborations) await agree(call, plan, collaboration, chance)
  if (plan.status !== 'draft') await call.campaigns.setStatus({ ids: [id], status: 'active' })
  return { ...plan, id, startsOn, endsOn, collaborations }
}

function briefOf(plan: DemoCampaign, startsOn: string, endsOn: string) {
  return {
    goal: plan.goal,
    keyMessages: plan.messages,
    hashtags: plan.hashtags,
    mentions: plan.mentions,
    deliverables: plan.formats.map(({ platform, format }, i) => ({
      platform,
      format,
      quantity: 1,
      length: format === 'post' ? null : '30 to 60 s',
      dueOn: addDays(startsOn, Math.round(daysBetween(startsOn, endsOn) * (0.45 + 0.15 * i))),
    })),
    approvalSteps: ['Creator sends a draft', 'Agency answers within three working days', 'Client sees it once'],
    restrictions: 'No other brand of the same kind in the same post. No health claims.',
    creativeFreedom: 'How it is told is yours. Points, not a script.',
    usageMonths: 6,
    usageChannels: ['the brand’s Instagram', 'the brand’s website'],
    exclusivityDays: 30,
    paymentTerms: 'One payment after the last post, against an invoice.',
    paymentDays: 14,
    disclosure: '#ad in the first line of the caption, and said aloud in video.',
    links: [],
  }
}

function pick(roster: readonly MadeCreator[], plan: DemoCampaign): MadeCreator[] {
  const fits = roster.filter(
    ({ platform, niches }) =>
      plan.platforms.includes(platform) && (plan.niches.length === 0 || niches.some((niche) => plan.niches.includes(niche))),
  )
  return fits.slice(0, plan.creators)
}

async function agree(
  call: Client,
  plan: DemoCampaign,
  { id, creator, code }: MadeCampaign['collaborations'][number],
  chance: Chance,
): Promise<void> {
  const fee = { amountMinor: Math.round((creator.price ?? 80) * (0.85 + chance.next() * 0.2)) * 100, currency: 'EUR' }
  const isAmbassador = plan.programKind === 'ambassador program'
  await call.campaigns.updateCollaborations({
    ids: [id],
    changes: {
      compensation:
        plan.status === 'draft' ? null : isAmbassador ? { model: 'flat plus commission', fee, rateBp: 800 } : { model: 'flat fee', fee },
      discountCode: code,
      trackingLink: `https://shop.example/?utm_source=${creator.platform}&utm_campaign=${plan.code.toLowerCase()}&utm_content=${encodeURIComponent(creator.handle)}`,
    },
  })
}
