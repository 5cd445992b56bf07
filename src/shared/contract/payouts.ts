import { z } from 'zod'
import { Changed, Id, Ids, Instant, Money, Name, PlainDate, ShortText, mutation, query } from './base.ts'

/** As kept; `due` and `overdue` follow from the day. */
export const PayoutStatus = z.enum(['planned', 'paid', 'cancelled'])
export const PayoutMethod = z.enum(['bank transfer', 'PayPal', 'card', 'cash', 'product', 'other'])

const payoutFields = z.object({
  description: Name,
  amount: Money,
  dueOn: PlainDate.nullable(),
  invoiceNumber: ShortText.nullable(),
  notes: ShortText.nullable(),
})

export const PayoutRow = payoutFields.extend({
  id: Id,
  collaborationId: Id,
  campaignId: Id,
  campaignName: z.string(),
  clientName: z.string(),
  creatorId: Id,
  creatorName: z.string(),
  status: PayoutStatus,
  timing: z.enum(['no date', 'later', 'next seven days', 'today', 'overdue', 'paid', 'cancelled']),
  method: PayoutMethod.nullable(),
  paidOn: PlainDate.nullable(),
  reference: ShortText.nullable(),
  updatedAt: Instant,
})

export const payouts = {
  list: query
    .input(
      z.object({
        campaignId: Id.optional(),
        creatorId: Id.optional(),
        collaborationId: Id.optional(),
        status: PayoutStatus.optional(),
        dueBy: PlainDate.optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(PayoutRow),
        totals: z.array(z.object({ currency: z.string(), plannedMinor: z.int(), paidMinor: z.int(), overdueMinor: z.int() })),
      }),
    ),
  create: mutation
    .input(payoutFields.partial().required({ description: true, amount: true }).extend({ collaborationId: Id }))
    .output(Changed.extend({ id: Id })),
  /** Plans what each collaboration's agreed cash still lacks, due by the brief's payment days. */
  plan: mutation
    .input(z.object({ collaborationIds: Ids }))
    .output(Changed.extend({ planned: z.int(), alreadyPlanned: z.int(), withoutFixedFee: z.int() })),
  update: mutation.input(z.object({ id: Id, changes: payoutFields.partial() })).output(Changed),
  record: mutation
    .input(
      z.object({
        ids: Ids,
        paidOn: PlainDate,
        method: PayoutMethod.default('bank transfer'),
        reference: ShortText.nullable().default(null),
      }),
    )
    .output(Changed.extend({ paid: z.int(), alreadyPaid: z.int() })),
  cancel: mutation.input(z.object({ ids: Ids })).output(Changed),
}
