import { listContracts } from '../../contracts/rows.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listDeliverables } from '../../deliverables/queries.ts'
import { listPayouts } from '../../payouts/queries.ts'
import { inColumns, type Due, type Item } from './due.ts'
import { relationsDue } from './relations.ts'

/** What needs a person on a day: contracts, drafts, posts, payouts, briefs and creators who fell silent, in three columns. */
export async function showToday(db: ReadDb, on: string): Promise<{ on: string; items: Item[] }> {
  const all = [await contractsDue(db), await postsDue(db), await payoutsDue(db, on), await relationsDue(db, on)].flat()
  return { on, items: inColumns(all, on) }
}

/** A contract should be signed before the campaign begins; without a first day it waits now. */
async function contractsDue(db: ReadDb): Promise<Due[]> {
  const campaigns = await db.selectFrom('campaign').select(['id', 'starts_on', 'status']).execute()
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  return (await listContracts(db, {}))
    .filter(({ status, campaignId }) => ['draft', 'sent', 'signed by one'].includes(status) && isRunning(byId.get(campaignId)?.status))
    .map(({ id, status, number, creatorName, campaignName, campaignId, creatorId }) => ({
      kind: status === 'signed by one' ? 'contract to countersign' : 'contract to sign',
      id, title: creatorName, detail: `Contract ${number}, ${campaignName}`, dueOn: byId.get(campaignId)?.starts_on ?? null, campaignId, creatorId, amount: null,
    }))
}

async function postsDue(db: ReadDb): Promise<Due[]> {
  return (await listDeliverables(db, { openOnly: true }))
    .filter(({ dueOn, status }) => dueOn !== null || status === 'in review')
    .map(({ id, status, title, creatorName, campaignName, dueOn, campaignId, creatorId }) => ({
      kind: status === 'in review' ? 'draft to review' : 'post due', id, title: creatorName, detail: `${title}, ${campaignName}`, dueOn, campaignId, creatorId, amount: null,
    }))
}

async function payoutsDue(db: ReadDb, on: string): Promise<Due[]> {
  const { rows } = await listPayouts(db, { status: 'planned' }, on)
  return rows
    .filter(({ dueOn }) => dueOn !== null)
    .map(({ id, description, creatorName, dueOn, campaignId, creatorId, amount }) => ({
      kind: 'payout due', id, title: creatorName, detail: description, dueOn, campaignId, creatorId, amount,
    }))
}

function isRunning(status: string | undefined): boolean {
  return status === 'active' || status === 'draft'
}
