import { runningCampaigns, type RunningCampaign } from '../../campaigns/running.ts'
import { listContracts } from '../../contracts/rows.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listDeliverables } from '../../deliverables/queries.ts'
import { listPayouts } from '../../payouts/queries.ts'
import { inColumns, type Due, type Item } from './due.ts'
import { relationsDue } from './relations.ts'

/** What needs a person on a day: contracts, drafts, posts, payouts, briefs and creators who fell silent, in three columns. */
export async function showToday(db: ReadDb, on: string): Promise<{ on: string; items: Item[] }> {
  const running = await runningCampaigns(db)
  const all = [
    await contractsDue(db, running, on),
    await postsDue(db, running),
    await payoutsDue(db, on),
    await relationsDue(db, running, on),
  ].flat()
  return { on, items: inColumns(all, on) }
}

type Running = ReadonlyMap<string, RunningCampaign>

/** A contract should be signed before the campaign begins; without a first day it waits now. */
async function contractsDue(db: ReadDb, running: Running, on: string): Promise<Due[]> {
  return (await listContracts(db, {}, on))
    .filter(({ status, campaignId }) => ['draft', 'sent', 'signed by one'].includes(status) && running.has(campaignId))
    .map(({ id, status, number, counterparty, campaignName, campaignId, creatorId }) => ({
      kind: status === 'signed by one' ? 'contract to countersign' : 'contract to sign',
      id,
      title: counterparty.name,
      detail: `Contract ${number}, ${campaignName}`,
      dueOn: running.get(campaignId)?.startsOn ?? null,
      campaignId,
      creatorId,
      amount: null,
    }))
}

async function postsDue(db: ReadDb, running: Running): Promise<Due[]> {
  return (await listDeliverables(db, { openOnly: true }))
    .filter(({ dueOn, status, campaignId }) => (dueOn !== null || status === 'in review') && running.has(campaignId))
    .map(({ id, status, title, creatorName, campaignName, dueOn, campaignId, creatorId }) => ({
      kind: status === 'in review' ? 'draft to review' : 'post due',
      id,
      title: creatorName,
      detail: `${title}, ${campaignName}`,
      dueOn,
      campaignId,
      creatorId,
      amount: null,
    }))
}

/** Money is owed whatever has become of the campaign. */
async function payoutsDue(db: ReadDb, on: string): Promise<Due[]> {
  const { rows } = await listPayouts(db, { status: 'planned' }, on)
  return rows
    .filter(({ dueOn }) => dueOn !== null)
    .map(({ id, description, creatorName, dueOn, campaignId, creatorId, amount }) => ({
      kind: 'payout due',
      id,
      title: creatorName,
      detail: description,
      dueOn,
      campaignId,
      creatorId,
      amount,
    }))
}
