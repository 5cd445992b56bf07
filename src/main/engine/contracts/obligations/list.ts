import type { z } from 'zod'
import type { ObligationRow as ObligationRowSchema } from '#src/shared/contract/contracts-composing.ts'
import type { ReadDb } from '../../db/handles.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { isInForce } from '../status-rules.ts'

export type ObligationRow = z.infer<typeof ObligationRowSchema>

interface Filter {
  contractId?: string | undefined
  campaignId?: string | undefined
  dueBy?: string | undefined
  openOnly: boolean
}

/** What signed contracts ask for, by day, those without one last. `openOnly`: only what is not done, of contracts that bind today. */
export async function listObligations(db: ReadDb, filter: Filter, today: string): Promise<ObligationRow[]> {
  const agency = (await settingsOf(db)).agency.name
  const rows = (await selectRows(db, filter)).filter((row) => !filter.openOnly || isInForce(row, today))
  const shown = rows.map((row): ObligationRow => ({
    id: row.id,
    contractId: row.contract_id,
    contractNumber: row.number,
    clauseId: row.clause_id,
    kind: row.kind,
    party: row.party as ObligationRow['party'],
    partyName: { agency, client: row.client_name, creator: row.creator_name ?? '', both: '' }[row.party] ?? '',
    what: row.what,
    dueOn: row.due_on,
    amount: row.amount_minor === null || row.currency === null ? null : { amountMinor: row.amount_minor, currency: row.currency },
    deliverableId: row.deliverable_id,
    payoutId: row.payout_id,
    doneOn: row.done_on ?? doneOf(row),
    campaignId: row.campaign_id,
    creatorId: row.creator_id,
  }))
  return filter.openOnly ? shown.filter(({ doneOn }) => doneOn === null) : shown
}

async function selectRows(db: ReadDb, { contractId, campaignId, dueBy }: Filter) {
  let rows = db
    .selectFrom('contract_obligation as o')
    .innerJoin('contract as t', 't.id', 'o.contract_id')
    .innerJoin('campaign as c', 'c.id', 't.campaign_id')
    .innerJoin('client as l', 'l.id', 'c.client_id')
    .leftJoin('collaboration as k', 'k.id', 't.collaboration_id')
    .leftJoin('creator as r', 'r.id', 'k.creator_id')
    .leftJoin('deliverable as d', 'd.id', 'o.deliverable_id')
    .leftJoin('payout as p', 'p.id', 'o.payout_id')
    .selectAll('o')
    .select(['t.number', 't.status', 't.ends_on', 't.campaign_id', 'l.name as client_name', 'r.id as creator_id', 'r.name as creator_name'])
    .select(['d.status as post_status', 'd.posted_at', 'd.updated_at as post_changed_at', 'p.status as payout_status', 'p.paid_on'])
  if (contractId) rows = rows.where('o.contract_id', '=', contractId)
  if (campaignId) rows = rows.where('t.campaign_id', '=', campaignId)
  if (dueBy) rows = rows.where('o.due_on', '<=', dueBy)
  return rows
    .orderBy('o.due_on', (order) => order.asc().nullsLast())
    .orderBy('o.id')
    .execute()
}

type Row = Awaited<ReturnType<typeof selectRows>>[number]

/** What the post's or the payout's own state says. */
function doneOf({ kind, post_status, posted_at, post_changed_at, payout_status, paid_on }: Row): string | null {
  if (payout_status === 'paid') return paid_on
  if (post_status === null || post_changed_at === null) return null
  const isDone = (doneWhen[kind] ?? []).includes(post_status)
  return isDone ? (post_status === 'posted' && posted_at ? posted_at : post_changed_at).slice(0, 10) : null
}

const doneWhen: Readonly<Record<string, readonly string[]>> = {
  draft: ['in review', 'changes asked', 'approved', 'posted'],
  approval: ['approved', 'posted'],
  deliverable: ['posted'],
  handOver: ['approved', 'posted'],
}
