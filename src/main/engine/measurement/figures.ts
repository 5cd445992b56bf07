import { MoneySums } from '../campaigns/money-sums.ts'
import { workIn, type Work } from '../campaigns/work.ts'
import type { ReadDb } from '../db/handles.ts'
import { payoutSums, type PayoutSum } from '../payouts/sums.ts'
import { earnedOf, feesOf, productOf } from './owed.ts'
import { expenseSums, orderSums, resultSums } from './sources.ts'
import { plus, sumOf, tallyOf, type SpendName, type Tally } from './tally.ts'

export interface CreatorFigures {
  work: Work
  tally: Tally
  orders: number
  rows: number
}

/** All that is on record about one campaign, in its own currency; what is in others stands beside it. */
export interface CampaignFigures {
  creators: CreatorFigures[]
  /** Orders of nobody's, and expenses of the campaign as a whole. */
  unassigned: Tally
  total: Tally
  otherCurrencies: { currency: string; spendMinor: number; revenueMinor: number }[]
}

const partOfKind: Record<string, SpendName> = { product: 'product', shipping: 'shipping', 'internal time': 'internalTime', other: 'other' }

/** The figures of the campaigns whose currencies are given, by campaign id, in a handful of queries however many there are;
 *  `campaignId` where it is one alone. */
export async function figuresOf(
  db: ReadDb,
  currencies: ReadonlyMap<string, string>,
  today: string,
  campaignId?: string,
): Promise<Map<string, CampaignFigures>> {
  const work = Map.groupBy(await workIn(db, { campaignId }, today), ({ row }) => row.campaign_id)
  const payouts = await payoutSums(db, { campaignId })
  const results = Map.groupBy(await resultSums(db, campaignId), (row) => row.campaign_id)
  const orders = Map.groupBy(await orderSums(db, campaignId), (row) => row.campaign_id)
  const expenses = Map.groupBy(await expenseSums(db, campaignId), (row) => row.campaign_id)
  return new Map(
    [...currencies].map(([id, currency]) => [
      id,
      campaignFigures(currency, work.get(id) ?? [], payouts, {
        results: results.get(id) ?? [],
        orders: orders.get(id) ?? [],
        expenses: expenses.get(id) ?? [],
      }),
    ]),
  )
}

interface Sources {
  results: Awaited<ReturnType<typeof resultSums>>
  orders: Awaited<ReturnType<typeof orderSums>>
  expenses: Awaited<ReturnType<typeof expenseSums>>
}

function campaignFigures(
  currency: string,
  work: readonly Work[],
  payouts: ReadonlyMap<string, PayoutSum[]>,
  sources: Sources,
): CampaignFigures {
  const elsewhere = { spend: new MoneySums(), revenue: new MoneySums() }
  const inCurrency = (sums: MoneySums, amountMinor: number, of: string): number | null => {
    if (of === currency) return amountMinor
    sums.add({ amountMinor, currency: of })
    return null
  }
  const recorded = (collaborationId: string | null): { tally: Tally; orders: number; rows: number } => {
    const results = sources.results.filter((row) => row.collaboration_id === collaborationId)
    const orders = sources.orders.filter((row) => row.collaboration_id === collaborationId)
    const expenses = sources.expenses.filter((row) => row.collaboration_id === collaborationId)
    return {
      tally: sumOf([
        ...results.map((row) =>
          tallyOf({ ...row, revenue: row.revenue === null ? null : inCurrency(elsewhere.revenue, row.revenue, row.currency) }),
        ),
        ...orders.map((row) =>
          tallyOf({ conversions: row.conversions, revenue: inCurrency(elsewhere.revenue, row.revenue, row.currency) }),
        ),
        ...expenses.map((row) => tallyOf({ [partOfKind[row.kind] ?? 'other']: inCurrency(elsewhere.spend, row.minor, row.currency) })),
      ]),
      orders: orders.reduce((sum, { rows }) => sum + rows, 0),
      rows: [...results, ...orders].reduce((sum, { rows }) => sum + rows, 0),
    }
  }
  const creators = work.map((one) => {
    const { tally, orders, rows } = recorded(one.row.id)
    for (const { amountMinor, currency } of feesOf(one, payouts.get(one.row.id) ?? []))
      tally.fees = plus(tally.fees, inCurrency(elsewhere.spend, amountMinor, currency))
    const product = productOf(one)
    if (product) tally.product = plus(tally.product, inCurrency(elsewhere.spend, product.amountMinor, product.currency))
    const earned = one.terms && earnedOf(one.terms, { revenueMinor: tally.revenue, conversions: tally.conversions }, currency)
    if (earned) tally.commission = inCurrency(elsewhere.spend, earned.amountMinor, earned.currency)
    return { work: one, tally, orders, rows }
  })
  const unassigned = recorded(null).tally
  const others = new Set([...elsewhere.spend.besides(currency), ...elsewhere.revenue.besides(currency)].map((other) => other.currency))
  return {
    creators,
    unassigned,
    total: sumOf([...creators.map(({ tally }) => tally), unassigned]),
    otherCurrencies: [...others]
      .toSorted()
      .map((other) => ({ currency: other, spendMinor: elsewhere.spend.in(other), revenueMinor: elsewhere.revenue.in(other) })),
  }
}
