import { addDays } from '#src/shared/domain/dates.ts'
import { runningCampaigns, type RunningCampaign } from '../../campaigns/running.ts'
import { listObligations } from '../../contracts/obligations/list.ts'
import { endingContracts } from '../../contracts/reminders.ts'
import { listContracts } from '../../contracts/rows.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listDeliverables } from '../../deliverables/queries.ts'
import { listPayouts } from '../../payouts/queries.ts'
import { listReviews } from '../../vetting/reviews/rows.ts'
import { daysAhead, inColumns, type Due, type Item } from './due.ts'
import { relationsDue } from './relations.ts'

/** What needs a person on a day: contracts, drafts, posts, payouts, briefs and creators who fell silent, in three columns. */
export async function showToday(db: ReadDb, on: string): Promise<{ on: string; items: Item[] }> {
  const running = await runningCampaigns(db)
  const all = [
    await contractsDue(db, running, on),
    await contractsEnding(db, on),
    await obligationsDue(db, on),
    await postsDue(db, running),
    await payoutsDue(db, on),
    await relationsDue(db, running, on),
    await recheckDue(db, on),
  ].flat()
  return { on, items: inColumns(all, on) }
}

type Running = ReadonlyMap<string, RunningCampaign>

/** A contract should be signed before the campaign begins; without a first day it waits now. */
async function contractsDue(db: ReadDb, running: Running, on: string): Promise<Due[]> {
  return (await listContracts(db, {}, on))
    .filter(({ status, campaignId }) => status in waitingFor && running.has(campaignId))
    .map(({ id, status, number, counterparty, campaignName, campaignId, creatorId }) => ({
      kind: waitingFor[status] ?? 'contract to sign',
      id,
      title: counterparty.name,
      detail: `Contract ${number}, ${campaignName}`,
      dueOn: running.get(campaignId)?.startsOn ?? null,
      campaignId,
      creatorId,
      amount: null,
    }))
}

const waitingFor: Readonly<Record<string, Due['kind']>> = {
  draft: 'contract to sign',
  'internal approval': 'contract to approve',
  sent: 'contract to sign',
  'signed by one': 'contract to countersign',
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

/** Whatever has become of the campaign, a contract that binds has to be renewed or left to end. */
async function contractsEnding(db: ReadDb, on: string): Promise<Due[]> {
  return (await endingContracts(db, addDays(on, daysAhead), on)).map((one) => ({
    kind: 'contract ends',
    id: one.id,
    title: one.counterparty,
    detail: `Contract ${one.number}, ${one.campaignName}, ends ${one.endsOn ? `on ${one.endsOn}` : 'soon'}`,
    dueOn: one.remindOn,
    campaignId: one.campaignId,
    creatorId: one.creatorId,
    amount: null,
  }))
}

/** Creators whose vetting is to be looked at again, unless somebody has begun to. */
async function recheckDue(db: ReadDb, on: string): Promise<Due[]> {
  return (await listReviews(db, { dueBy: addDays(on, daysAhead) })).map(
    ({ id, creatorId, creatorName, decision, decidedOn, recheckOn }) => ({
      kind: 'vetting to re-check',
      id,
      title: creatorName,
      detail: `${decision === 'reject' ? 'Rejected' : 'Approved'} on ${decidedOn}`,
      dueOn: recheckOn,
      campaignId: null,
      creatorId,
      amount: null,
    }),
  )
}

/** What nothing else on the page speaks of: products to send, results to settle, uses to stop. Posts and payouts have their own lines, and
 *  a contract's own end its reminder. */
async function obligationsDue(db: ReadDb, on: string): Promise<Due[]> {
  const found = await listObligations(db, { dueBy: addDays(on, daysAhead), openOnly: true }, on)
  return found
    .filter(({ kind, deliverableId, payoutId }) => spokenOfHere.has(kind) && deliverableId === null && payoutId === null)
    .map(({ contractId, what, contractNumber, partyName, dueOn, campaignId, creatorId, amount }) => ({
      kind: 'obligation due',
      id: contractId,
      title: what,
      detail: [partyName, `contract ${contractNumber}`].filter(Boolean).join(', '),
      dueOn,
      campaignId,
      creatorId,
      amount,
    }))
}

const spokenOfHere: ReadonlySet<string> = new Set(['product', 'results', 'usage', 'paidUse', 'addOnFee', 'payment'])
