import { workIn, type Work } from '../campaigns/work.ts'
import type { ReadDb } from '../db/handles.ts'
import { payoutSums, type PayoutSum } from '../payouts/sums.ts'
import { OneCurrency } from './one-currency.ts'
import { earnedOf, feesOf, productOf } from './owed.ts'
import { expenseSums, orderSums, resultSums } from './sources.ts'
import { plus, sumOf, tallyOf, type SpendName, type Tally } from './tally.ts'

interface Recorded {
  tally: Tally
  orders: number
  /** Results and orders behind the tally. */
  rows: number
}

export interface CreatorFigures extends Recorded {
  work: Work
}

/** All that is on record about one campaign, in its own currency; what is in others stands beside it. */
export interface CampaignFigures {
  creators: CreatorFigures[]
  /** Orders of nobody's, and expenses of the campaign as a whole. */
  unassigned: Tally
  total: Tally
  otherCurrencies: { currency: string; spendMinor: number; revenueMinor: number }[]
}

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
    [...currencies].map(([id, currency]) => {
      const sources = sourcesByCreator(results.get(id) ?? [], orders.get(id) ?? [], expenses.get(id) ?? [])
      return [id, campaignFigures(currency, work.get(id) ?? [], payouts, sources)]
    }),
  )
}

type ResultSums = Awaited<ReturnType<typeof resultSums>>
type OrderSums = Awaited<ReturnType<typeof orderSums>>
type ExpenseSums = Awaited<ReturnType<typeof expenseSums>>
/** By collaboration; null is the campaign itself. */
type Sources = (collaborationId: string | null) => { results: ResultSums; orders: OrderSums; expenses: ExpenseSums }

function sourcesByCreator(results: ResultSums, orders: OrderSums, expenses: ExpenseSums): Sources {
  const [resultsOf, ordersOf, expensesOf] = [byCreator(results), byCreator(orders), byCreator(expenses)]
  return (id) => ({ results: resultsOf.get(id) ?? [], orders: ordersOf.get(id) ?? [], expenses: expensesOf.get(id) ?? [] })
}

function byCreator<Sum extends { collaboration_id: string | null }>(sums: readonly Sum[]): Map<string | null, Sum[]> {
  return Map.groupBy(sums, ({ collaboration_id }) => collaboration_id)
}

function campaignFigures(
  currency: string,
  work: readonly Work[],
  payouts: ReadonlyMap<string, PayoutSum[]>,
  sources: Sources,
): CampaignFigures {
  const only = new OneCurrency(currency)
  const creators = work.map((one) => {
    const recorded = recordedOf(sources(one.row.id), only)
    return { work: one, ...recorded, tally: withCompensation(recorded.tally, one, payouts.get(one.row.id) ?? [], only) }
  })
  const unassigned = recordedOf(sources(null), only).tally
  return { creators, unassigned, total: sumOf([...creators.map(({ tally }) => tally), unassigned]), otherCurrencies: only.heldBack() }
}

const partOfKind: Record<string, SpendName> = { product: 'product', shipping: 'shipping', 'internal time': 'internalTime', other: 'other' }

function recordedOf({ results, orders, expenses }: ReturnType<Sources>, only: OneCurrency): Recorded {
  const earned = (amountMinor: number | null, currency: string) => (amountMinor === null ? null : only.earned({ amountMinor, currency }))
  return {
    tally: sumOf([
      ...results.map((sum) => tallyOf({ ...sum, revenue: earned(sum.revenue, sum.currency) })),
      ...orders.map((sum) => tallyOf({ conversions: sum.conversions, revenue: earned(sum.revenue, sum.currency) })),
      ...expenses.map(({ kind, minor, currency }) =>
        tallyOf({ [partOfKind[kind] ?? 'other']: only.spent({ amountMinor: minor, currency }) }),
      ),
    ]),
    orders: orders.reduce((count, { rows }) => count + rows, 0),
    rows: [...results, ...orders].reduce((count, { rows }) => count + rows, 0),
  }
}

function withCompensation(recorded: Tally, work: Work, payouts: readonly PayoutSum[], only: OneCurrency): Tally {
  const fees = feesOf(work, payouts).map((fee) => only.spent(fee))
  const product = productOf(work)
  const { revenue: revenueMinor, conversions } = recorded
  const earned = work.terms && earnedOf(work.terms, { revenueMinor, conversions }, only.currency)
  return {
    ...recorded,
    fees: fees.reduce(plus, recorded.fees),
    product: plus(recorded.product, product && only.spent(product)),
    commission: earned && only.spent(earned),
  }
}
