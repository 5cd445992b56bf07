import type { z } from 'zod'
import type { CollaborationRow as CollaborationRowSchema } from '#src/shared/contract/campaigns.ts'
import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { newestReceipts } from '../briefs/receipts.ts'
import type { ReadDb } from '../db/handles.ts'
import { deliverableSummaries } from '../deliverables/summary.ts'
import { payoutSums, type PayoutSum } from '../payouts/sums.ts'
import { contractStates } from './contract-states.ts'
import { accountFaces, type AccountFace } from './faces.ts'
import { workIn, type Work } from './work.ts'

type CollaborationRow = z.infer<typeof CollaborationRowSchema>

/** The creators of a campaign by name, each with where contract, brief, posts and payouts stand. */
export async function collaborationRows(db: ReadDb, campaignId: string, today: string): Promise<CollaborationRow[]> {
  const work = await workIn(db, { campaignId }, today)
  const faces = await accountFaces(
    db,
    work.flatMap(({ accountId }) => accountId ?? []),
  )
  const contracts = await contractStates(db, { campaignId }, today)
  const receipts = await newestReceipts(db, { campaignId })
  const deliverables = await deliverableSummaries(db, { campaignId })
  const payouts = await payoutSums(db, { campaignId })
  return work.map((one) => {
    const { id } = one.row
    const contract = contracts.get(id)?.[0]
    const posts = deliverables.get(id)
    return {
      ...ownFields(one),
      ...faceFields(one.accountId ? faces.get(one.accountId) : undefined),
      contract: contract ? { id: contract.id, number: contract.number, status: contract.status } : null,
      briefSentAt: receipts.get(id)?.sent_at ?? null,
      briefConfirmedAt: receipts.get(id)?.confirmed_at ?? null,
      deliverables: { total: posts?.total ?? 0, posted: posts?.posted ?? 0, nextDueOn: posts?.nextDueOn ?? null },
      payouts: payoutsIn(one.cash?.currency ?? one.currency, payouts.get(id) ?? []),
    }
  })
}

function ownFields({ row, creatorName, terms, cash, currency }: Work) {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    creatorId: row.creator_id,
    creatorName,
    stage: row.stage as CollaborationRow['stage'],
    accountId: row.account_id,
    compensation: terms as CollaborationRow['compensation'],
    trackingLink: row.tracking_link,
    discountCode: row.discount_code,
    notes: row.notes,
    agreedCash: cash,
    compensationText: terms && describeCompensation(terms, currency),
    updatedAt: row.updated_at,
  }
}

function faceFields(face: AccountFace | undefined) {
  return {
    handle: face?.handle ?? null,
    platform: face?.platform ?? null,
    followers: face?.followers ?? null,
    tier: face?.tier ?? null,
    engagementRateBp: face?.engagementRateBp ?? null,
  }
}

function payoutsIn(currency: string, sums: readonly PayoutSum[]): CollaborationRow['payouts'] {
  const { plannedMinor, paidMinor } = sums.find((sum) => sum.currency === currency) ?? { plannedMinor: 0, paidMinor: 0 }
  return { currency, plannedMinor, paidMinor }
}
