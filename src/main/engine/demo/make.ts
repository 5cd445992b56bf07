import type { Engine } from '../engine.ts'
import { carryForward } from './progress.ts'
import { makeShortlist } from './shortlists.ts'
import { chanceFrom } from './chance.ts'
import { makeCampaign } from './campaigns.ts'
import { makeCreators } from './creators.ts'
import { keepInTouch } from './relationship.ts'
import { demoAgency } from './data.ts'
import { makeVetting } from './vetting.ts'

/** Fills an empty workspace with a believable agency: 3 clients, 60 creators on 5 platforms with six months of follower history, 4 campaigns in different states,
 *  contracts, payouts and orders. Dates are counted from `today`; all else is the same each time. */
export async function makeDemo(engine: Engine, today: string): Promise<void> {
  const call = engine.client('Demo')
  const chance = chanceFrom(20_261)
  await call.workspace.updateSettings({ changes: { currency: 'EUR', agency: demoAgency.agency }, name: 'Harbour Lane (demo)' })
  const clients = new Map<string, string>()
  for (const { key, ...client } of demoAgency.clients) clients.set(key, (await call.clients.create({ ...client, currency: 'EUR' })).id)
  const roster = await makeCreators(call, today, chance)
  await makeShortlist(call, clients.get('oat') ?? '', roster)
  await makeVetting(call, roster, today)
  for (const plan of demoAgency.campaigns) {
    const campaign = await makeCampaign(call, plan, clients.get(plan.client) ?? '', roster, today, chance)
    await carryForward(call, campaign, today, chance)
    if (campaign.programKind === 'ambassador program') await keepInTouch(call, campaign, today)
  }
}
