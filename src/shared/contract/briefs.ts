import { z } from 'zod'
import { Changed, Id, Ids, Instant, LongText, Name, PlainDate, ShortText, mutation, query } from './base.ts'

export const BriefDeliverable = z.object({
  platform: z.string().min(1).max(60),
  format: z.string().min(1).max(60),
  quantity: z.int().min(1).max(1000),
  /** Length or size in the field's words, such as "30–45 s". */
  length: ShortText.nullable(),
  dueOn: PlainDate.nullable(),
})

/** The parts of a brief, facts.md §7: points, never a script. */
export const BriefContent = z.object({
  goal: LongText,
  keyMessages: z.array(ShortText).max(30),
  deliverables: z.array(BriefDeliverable).max(100),
  hashtags: z.array(Name).max(50),
  mentions: z.array(Name).max(50),
  approvalSteps: z.array(ShortText).max(20),
  restrictions: LongText,
  creativeFreedom: LongText,
  /** Months the brand may repost; null where the brief is silent, 0 where it may not. */
  usageMonths: z.int().min(0).max(1200).nullable(),
  usageChannels: z.array(Name).max(30),
  exclusivityDays: z.int().min(0).max(3650).nullable(),
  paymentTerms: LongText,
  /** Days after the last post until the payout is due. */
  paymentDays: z.int().min(0).max(365).nullable(),
  disclosure: LongText,
  links: z.array(ShortText).max(30),
})

const BriefReceipt = z.object({
  collaborationId: Id,
  creatorName: z.string(),
  version: z.int(),
  sentAt: Instant,
  channel: z.string(),
  confirmedAt: Instant.nullable(),
})

export const Brief = BriefContent.extend({
  campaignId: Id,
  /** 0 while nothing has been written; rises with the first change after the present version was sent. */
  version: z.int(),
  updatedAt: Instant.nullable(),
  receipts: z.array(BriefReceipt),
  /** Hints by platform of the deliverables, and habits worth a warning, such as over-scripting. */
  hints: z.array(z.string()),
})

export const briefs = {
  show: query.input(z.object({ campaignId: Id })).output(Brief),
  save: mutation.input(z.object({ campaignId: Id, changes: BriefContent.partial() })).output(Changed.extend({ version: z.int() })),
  /** The brief as one creator reads it, plain text ready to paste into mail or chat. */
  text: query.input(z.object({ collaborationId: Id })).output(z.object({ subject: z.string(), body: z.string() })),
  /** Records that the present version went to these collaborations; makes each one's deliverables from the brief where it has none. */
  send: mutation.input(z.object({ collaborationIds: Ids, channel: Name.default('mail') })).output(Changed.extend({ sent: z.int() })),
  confirm: mutation.input(z.object({ collaborationIds: Ids })).output(Changed.extend({ confirmed: z.int() })),
}
