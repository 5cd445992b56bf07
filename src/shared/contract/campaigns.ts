import { z } from 'zod'
import { Changed, Currency, Id, Ids, Instant, LongText, Money, Name, PlainDate, ShortText, mutation, query } from './base.ts'
import { Compensation } from './compensation.ts'

export const ProgramKind = z.enum(['campaign', 'ambassador program', 'employee advocacy', 'community', 'gifting', 'UGC-only'])
export const CampaignStatus = z.enum(['draft', 'active', 'completed', 'cancelled'])
export const CollaborationStage = z.enum(['shortlisted', 'invited', 'agreed', 'contracted', 'in production', 'live', 'done', 'declined'])

const campaignFields = z.object({
  name: Name,
  programKind: ProgramKind,
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  budgetMinor: z.int().min(0).nullable(),
  currency: Currency,
  notes: LongText.nullable(),
})

export const CampaignRow = campaignFields.extend({
  id: Id,
  clientId: Id,
  clientName: z.string(),
  status: CampaignStatus,
  creatorCount: z.int(),
  contractsSigned: z.int(),
  contractsOpen: z.int(),
  /** Agreed cash and product cost of all collaborations that were not declined, in the campaign's currency. */
  committedMinor: z.int(),
  paidMinor: z.int(),
  /** What is committed or paid in other currencies, which is in neither sum above. */
  otherCurrencies: z.array(z.object({ currency: Currency, committedMinor: z.int(), paidMinor: z.int() })),
  createdAt: Instant,
  updatedAt: Instant,
})

const collaborationFields = z.object({
  stage: CollaborationStage,
  accountId: Id.nullable(),
  compensation: Compensation.nullable(),
  trackingLink: ShortText.nullable(),
  discountCode: ShortText.nullable(),
  notes: LongText.nullable(),
})

export const CollaborationRow = collaborationFields.extend({
  id: Id,
  campaignId: Id,
  creatorId: Id,
  creatorName: z.string(),
  handle: z.string().nullable(),
  platform: z.string().nullable(),
  followers: z.int().nullable(),
  tier: z.string().nullable(),
  engagementRateBp: z.int().nullable(),
  /** Cash that is fixed now, without what depends on sales; null while no compensation is agreed. */
  agreedCash: Money.nullable(),
  compensationText: z.string().nullable(),
  contract: z.object({ id: Id, number: z.string(), status: z.string() }).nullable(),
  briefSentAt: Instant.nullable(),
  briefConfirmedAt: Instant.nullable(),
  deliverables: z.object({ total: z.int(), posted: z.int(), nextDueOn: PlainDate.nullable() }),
  /** In the currency of the agreed cash, or the campaign's while nothing is agreed. */
  payouts: z.object({ currency: Currency, plannedMinor: z.int(), paidMinor: z.int() }),
  updatedAt: Instant,
})

export const CampaignDetail = CampaignRow.extend({ collaborations: z.array(CollaborationRow) })

export const campaigns = {
  list: query
    .input(z.object({ clientId: Id.optional(), status: CampaignStatus.optional(), search: z.string().optional() }))
    .output(z.array(CampaignRow)),
  show: query.input(z.object({ id: Id })).output(CampaignDetail),
  create: mutation.input(campaignFields.partial().required({ name: true }).extend({ clientId: Id })).output(Changed.extend({ id: Id })),
  update: mutation.input(z.object({ id: Id, changes: campaignFields.partial() })).output(Changed),
  setStatus: mutation.input(z.object({ ids: Ids, status: CampaignStatus })).output(Changed),
  /** Adds a selection of creators; those already in the campaign stay as they are. */
  addCreators: mutation.input(z.object({ id: Id, creatorIds: Ids })).output(Changed.extend({ added: z.array(Id), alreadyIn: z.int() })),
  removeCollaborations: mutation.input(z.object({ ids: Ids })).output(Changed),
  updateCollaborations: mutation.input(z.object({ ids: Ids, changes: collaborationFields.partial() })).output(Changed),
}
