import { z } from 'zod'
import { Changed, Count, Currency, Id, Ids, Instant, Money, Name, PlainDate, ShortText, mutation, query } from './base.ts'

export const ResultValues = z.object({
  impressions: Count,
  reach: Count,
  views: Count,
  likes: Count,
  comments: Count,
  shares: Count,
  saves: Count,
  clicks: Count,
  conversions: Count,
  leads: Count,
  revenueMinor: z.int().min(0).nullable(),
})

export const ResultRow = ResultValues.extend({
  id: Id,
  collaborationId: Id,
  deliverableId: Id.nullable(),
  creatorName: z.string(),
  recordedOn: PlainDate,
  currency: Currency,
  source: z.string(),
  notes: ShortText.nullable(),
  createdAt: Instant,
})

/** A measure that is not known is null: no denominator, or no data. Ratios are exact hundredths: 350 is 3.50 for ROAS, basis points for the rest. */
export const Measures = z.object({
  spend: Money.nullable(),
  revenue: Money.nullable(),
  profit: Money.nullable(),
  /** Revenue ÷ spend × 100: 350 is 3.5. */
  roasHundredths: z.int().nullable(),
  roasVerdict: z.enum(['loses money', 'weak', 'healthy', 'excellent']).nullable(),
  roiBp: z.int().nullable(),
  impressions: Count,
  reach: Count,
  interactions: Count,
  clicks: Count,
  conversions: Count,
  leads: Count,
  engagementByReachBp: z.int().nullable(),
  ctrBp: z.int().nullable(),
  conversionRateBp: z.int().nullable(),
  cpm: Money.nullable(),
  cpc: Money.nullable(),
  cpa: Money.nullable(),
  cpl: Money.nullable(),
  cpe: Money.nullable(),
})

const Part = z.int().nullable()
/** In the campaign's currency; null where nothing was agreed or entered, or where it depends on results that are not known yet. */
export const SpendParts = z.object({
  feesMinor: Part,
  commissionMinor: Part,
  productMinor: Part,
  shippingMinor: Part,
  internalTimeMinor: Part,
  otherMinor: Part,
})

/** The live campaign sheet, facts.md §12: one row per creator. */
export const SheetRow = z.object({
  collaborationId: Id,
  creatorId: Id,
  creatorName: z.string(),
  handle: z.string().nullable(),
  trackingLink: z.string().nullable(),
  discountCode: z.string().nullable(),
  contentStatus: z.string(),
  postUrl: z.string().nullable(),
  spendParts: SpendParts,
  measures: Measures,
  orders: z.int(),
  notes: z.string().nullable(),
  /** How many result and order rows are behind the figures. */
  resultCount: z.int(),
})

export const CampaignRoi = z.object({
  campaignId: Id,
  campaignName: z.string(),
  clientName: z.string(),
  currency: Currency,
  budgetMinor: z.int().nullable(),
  spendParts: SpendParts,
  total: Measures,
  rows: z.array(SheetRow),
  /** Creators who have something on record but whose spend is not known (nothing agreed, nothing paid). While there is one, what would divide by the
   *  campaign's spend is not known either. */
  creatorsWithoutSpend: z.int(),
  /** Revenue without a creator: orders of the campaign that no code or link ties to one. It is part of the total. */
  unassignedRevenueMinor: z.int(),
  /** What is in none of the figures above because it is in another currency. */
  otherCurrencies: z.array(z.object({ currency: Currency, spendMinor: z.int(), revenueMinor: z.int() })),
})

export const ExpenseKind = z.enum(['product', 'shipping', 'internal time', 'other'])
export const OrderRow = z.object({
  id: Id,
  campaignId: Id,
  collaborationId: Id.nullable(),
  number: z.string(),
  orderedAt: Instant,
  discountCode: z.string().nullable(),
  total: Money,
  refundedMinor: z.int(),
  source: z.string(),
})

export const ExpenseRow = z.object({
  id: Id,
  campaignId: Id,
  collaborationId: Id.nullable(),
  creatorName: z.string().nullable(),
  kind: ExpenseKind,
  amount: Money,
  description: z.string().nullable(),
  spentOn: PlainDate,
})

export const measurement = {
  results: query.input(z.object({ campaignId: Id.optional(), collaborationId: Id.optional() })).output(z.array(ResultRow)),
  /** Only what no recorded order shows: revenue and conversions here are added to those of the orders. */
  addResult: mutation
    .input(
      ResultValues.partial().extend({
        collaborationId: Id,
        deliverableId: Id.nullable().default(null),
        recordedOn: PlainDate.optional(),
        currency: Currency.optional(),
        source: Name.default('entered by hand'),
        notes: ShortText.nullable().default(null),
      }),
    )
    .output(Changed.extend({ id: Id })),
  updateResult: mutation.input(z.object({ id: Id, changes: ResultValues.partial() })).output(Changed),
  removeResults: mutation.input(z.object({ ids: Ids })).output(Changed),
  expenses: query.input(z.object({ campaignId: Id.optional(), collaborationId: Id.optional() })).output(z.array(ExpenseRow)),
  /** What was spent beside fees, and beside the product value that the compensation already names. */
  addExpense: mutation
    .input(
      z.object({
        campaignId: Id,
        collaborationId: Id.nullable().default(null),
        kind: ExpenseKind,
        amount: Money,
        description: ShortText.nullable().default(null),
        spentOn: PlainDate.optional(),
      }),
    )
    .output(Changed.extend({ id: Id })),
  removeExpenses: mutation.input(z.object({ ids: Ids })).output(Changed),
  /** Records a shop order; without `collaborationId` its discount code (any case) finds the creator. */
  addOrder: mutation
    .input(
      z.object({
        campaignId: Id,
        collaborationId: Id.nullable().default(null),
        number: Name,
        orderedAt: Instant,
        discountCode: ShortText.nullable().default(null),
        total: Money,
        refundedMinor: z.int().min(0).default(0),
      }),
    )
    .output(Changed.extend({ id: Id, collaborationId: Id.nullable() })),
  /** A refund that came later, or the creator who brought the order in. */
  updateOrder: mutation
    .input(
      z.object({
        id: Id,
        changes: z.object({ refundedMinor: z.int().min(0), collaborationId: Id.nullable() }).partial(),
      }),
    )
    .output(Changed),
  removeOrders: mutation.input(z.object({ ids: Ids })).output(Changed),
  orders: query.input(z.object({ campaignId: Id.optional(), collaborationId: Id.optional() })).output(z.array(OrderRow)),
  roi: query.input(z.object({ campaignId: Id })).output(CampaignRoi),
  /** Every campaign in one line, for the Results front page. */
  overview: query.input(z.object({})).output(z.array(CampaignRoi.omit({ rows: true }).extend({ status: z.string() }))),
}
