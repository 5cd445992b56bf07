import { byCollaboration, inScope, type Scope } from '../campaigns/scope.ts'
import type { ReadDb } from '../db/handles.ts'

/** Payouts of one collaboration in one currency, minor units; cancelled ones are in neither sum. */
export interface PayoutSum {
  collaboration_id: string
  campaign_id: string
  currency: string
  plannedMinor: number
  paidMinor: number
}

/** Sums by collaboration and currency. */
export async function payoutSums(db: ReadDb, scope: Scope): Promise<Map<string, PayoutSum[]>> {
  const rows = await inScope(scope, ({ campaignId, collaborationIds }) => {
    let part = db
      .selectFrom('payout as p')
      .innerJoin('collaboration as c', 'c.id', 'p.collaboration_id')
      .select(['p.collaboration_id', 'c.campaign_id', 'p.currency', 'p.status', ({ fn }) => fn.sum<number>('p.amount_minor').as('minor')])
      .where('p.status', '<>', 'cancelled')
      .groupBy(['p.collaboration_id', 'c.campaign_id', 'p.currency', 'p.status'])
    if (campaignId) part = part.where('c.campaign_id', '=', campaignId)
    if (collaborationIds) part = part.where('c.id', 'in', collaborationIds)
    return part.execute()
  })
  return new Map(
    [...byCollaboration(rows)].map(([id, mine]) => {
      const currencies = Map.groupBy(mine, ({ currency }) => currency)
      return [
        id,
        [...currencies].map(([currency, sums]) => ({
          collaboration_id: id,
          campaign_id: sums[0]?.campaign_id ?? '',
          currency,
          plannedMinor: sums.find(({ status }) => status === 'planned')?.minor ?? 0,
          paidMinor: sums.find(({ status }) => status === 'paid')?.minor ?? 0,
        })),
      ]
    }),
  )
}
