import { raise } from '#src/shared/contract/errors.ts'
import { addDays, addMonths } from '#src/shared/domain/dates.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { briefContentOf } from '../briefs/queries.ts'
import { namesOf, workOf, type Work } from '../campaigns/work.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import type { PayoutTable } from '../db/schema.ts'
import { deliverableSummaries } from '../deliverables/summary.ts'
import { settingsOf } from '../workspace/settings.ts'
import { payoutSums, type PayoutSum } from './sums.ts'

interface Part {
  description: string
  amountMinor: number
  dueOn: string
}

/** Plans what each collaboration's agreed cash still lacks, to the cent: one payout, for a retainer one a month; the answer counts
 *  collaborations. Due the brief's payment days (else the workspace's) after the last post, the campaign's end or, where neither is
 *  known, today; a retainer that many days after its month. Raises NOT_FOUND, or MONEY_MISMATCH where what is there is in another
 *  currency than what was agreed. */
export async function planPayouts(
  context: MutationContext,
  collaborationIds: string[],
): Promise<{ planned: number; alreadyPlanned: number; withoutFixedFee: number; entryId: string }> {
  const { write, ports, entryId } = context
  const work = (await workOf(write, collaborationIds, ports.clock.today())).filter(({ row }) => row.stage !== 'declined')
  const withFee = work.filter(({ cash }) => cash !== null && cash.amountMinor > 0)
  const sums = await payoutSums(write, { collaborationIds })
  const lastPosts = await deliverableSummaries(write, { collaborationIds })
  const paymentDays = await paymentDaysByCampaign(context, withFee)
  const now = ports.clock.now()
  const lacking = withFee.map((one) => {
    const days = paymentDays.get(one.row.campaign_id) ?? 0
    const covered = coveredMinor(one, sums.get(one.row.id) ?? [])
    const day = lastPosts.get(one.row.id)?.lastPostOn ?? one.endsOn ?? ports.clock.today()
    return { one, parts: partsOf(one, covered, days, addDays(day, days)) }
  })
  const rows = lacking.flatMap(({ one, parts }) =>
    parts.map((part): PayoutTable => ({
      id: ports.newId(),
      collaboration_id: one.row.id,
      description: part.description,
      amount_minor: part.amountMinor,
      currency: agreedOf(one).currency,
      due_on: part.dueOn,
      status: 'planned',
      method: null,
      paid_on: null,
      reference: null,
      invoice_number: null,
      notes: null,
      created_at: now,
      updated_at: now,
    })),
  )
  await inChunks(
    rows,
    (chunk) =>
      write
        .insertInto('payout')
        .values([...chunk])
        .execute(),
    1000,
  )
  const planned = lacking.filter(({ parts }) => parts.length > 0)
  context.describe(`Planned payouts for ${namesOf(planned.map(({ one }) => one.creatorName))}`)
  return {
    planned: planned.length,
    alreadyPlanned: withFee.length - planned.length,
    withoutFixedFee: new Set(collaborationIds).size - withFee.length,
    entryId,
  }
}

function agreedOf({ cash }: Work): Money {
  return cash ?? raise('INTERNAL', 'A payout was to be planned where nothing is agreed.')
}

function coveredMinor(work: Work, sums: readonly PayoutSum[]): number {
  const { currency } = agreedOf(work)
  const other = sums.find((sum) => sum.currency !== currency)
  if (other)
    raise(
      'MONEY_MISMATCH',
      `${work.creatorName} was agreed in ${currency}, but has payouts in ${other.currency}. Cancel those or change the compensation first.`,
    )
  return sums.reduce((minor, { plannedMinor, paidMinor }) => minor + plannedMinor + paidMinor, 0)
}

function partsOf(work: Work, covered: number, days: number, dueOn: string): Part[] {
  const { amountMinor } = agreedOf(work)
  if (covered >= amountMinor) return []
  if (work.terms?.model !== 'retainer plus commission' || work.startsOn === null) {
    return [{ description: `Fee for ${work.campaignName}`.slice(0, 300), amountMinor: amountMinor - covered, dueOn }]
  }
  return monthlyParts(work.startsOn, work.terms.retainerPerMonth.amountMinor, amountMinor, covered, days)
}

/** What is covered pays for the first months. */
function monthlyParts(startsOn: string, monthly: number, total: number, covered: number, days: number): Part[] {
  const months = Array.from({ length: Math.round(total / monthly) }, (_, i) => i)
  return months.flatMap((month) => {
    const lacking = Math.min(monthly, (month + 1) * monthly - covered)
    const lastDay = addDays(addMonths(startsOn, month + 1), -1)
    return lacking > 0
      ? [{ description: `Retainer for the month from ${addMonths(startsOn, month)}`, amountMinor: lacking, dueOn: addDays(lastDay, days) }]
      : []
  })
}

async function paymentDaysByCampaign({ write }: MutationContext, work: readonly Work[]): Promise<Map<string, number>> {
  const { paymentDays } = await settingsOf(write)
  const days = new Map<string, number>()
  for (const campaignId of new Set(work.map(({ row }) => row.campaign_id)))
    days.set(campaignId, (await briefContentOf(write, campaignId)).paymentDays ?? paymentDays)
  return days
}
