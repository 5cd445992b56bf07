import type { z } from 'zod'
import type { CampaignRow as CampaignRowSchema } from '#src/shared/contract/campaigns.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CampaignTable } from '../db/schema.ts'
import { payoutSums, type PayoutSum } from '../payouts/sums.ts'
import { contractStates, isOpen, isSignedByAll } from './contract-states.ts'
import { MoneySums } from './money-sums.ts'
import { workIn, type Work } from './work.ts'

export type CampaignRow = z.infer<typeof CampaignRowSchema>
type Joined = CampaignTable & { client_name: string }

/** The rows as the window shows them, with counts and sums; a handful of queries, however many campaigns. */
export async function withCounts(db: ReadDb, rows: readonly Joined[], today: string): Promise<CampaignRow[]> {
  const scope = rows.length === 1 ? { campaignId: rows[0]?.id } : {}
  const work = Map.groupBy(await workIn(db, scope, today), ({ row }) => row.campaign_id)
  const contracts = Map.groupBy([...(await contractStates(db, scope, today)).values()].flat(), ({ campaign_id }) => campaign_id)
  const payouts = Map.groupBy([...(await payoutSums(db, scope)).values()].flat(), ({ campaign_id }) => campaign_id)
  return rows.map((row) => {
    const taking = (work.get(row.id) ?? []).filter(({ row: { stage } }) => stage !== 'declined')
    const states = contracts.get(row.id) ?? []
    return {
      id: row.id,
      clientId: row.client_id,
      clientName: row.client_name,
      name: row.name,
      programKind: row.program_kind as CampaignRow['programKind'],
      status: row.status as CampaignRow['status'],
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      budgetMinor: row.budget_minor,
      currency: row.currency,
      notes: row.notes,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      creatorCount: taking.length,
      contractsSigned: states.filter(isSignedByAll).length,
      contractsOpen: states.filter(isOpen).length,
      ...sumsOf(taking, payouts.get(row.id) ?? [], row.currency),
    }
  })
}

function sumsOf(
  work: readonly Work[],
  payouts: readonly PayoutSum[],
  currency: string,
): Pick<CampaignRow, 'committedMinor' | 'paidMinor' | 'otherCurrencies'> {
  const committed = new MoneySums()
  const paid = new MoneySums()
  for (const { cash, product } of work) for (const amount of [cash, product]) if (amount) committed.add(amount)
  for (const { currency, paidMinor } of payouts) paid.add({ amountMinor: paidMinor, currency })
  const others = new Set([...committed.besides(currency), ...paid.besides(currency)].map((other) => other.currency))
  return {
    committedMinor: committed.in(currency),
    paidMinor: paid.in(currency),
    otherCurrencies: [...others]
      .toSorted()
      .map((other) => ({ currency: other, committedMinor: committed.in(other), paidMinor: paid.in(other) })),
  }
}
