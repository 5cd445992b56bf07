import { z } from 'zod'
import { Changed, Id, Ids, Instant, Name, PlainDate, ShortText, mutation, query } from './base.ts'

export const DeliverableStatus = z.enum(['planned', 'in review', 'changes asked', 'approved', 'posted'])

const deliverableFields = z.object({
  platform: z.string().min(1).max(60),
  format: z.string().min(1).max(60),
  title: Name,
  dueOn: PlainDate.nullable(),
  status: DeliverableStatus,
  postUrl: ShortText.nullable(),
  postedAt: Instant.nullable(),
  notes: ShortText.nullable(),
})

export const DeliverableRow = deliverableFields.extend({
  id: Id,
  collaborationId: Id,
  campaignId: Id,
  campaignName: z.string(),
  creatorId: Id,
  creatorName: z.string(),
})

export const deliverables = {
  list: query
    .input(z.object({ campaignId: Id.optional(), collaborationId: Id.optional(), openOnly: z.boolean().default(false) }))
    .output(z.array(DeliverableRow)),
  create: mutation
    .input(deliverableFields.partial().required({ platform: true, format: true, title: true }).extend({ collaborationId: Id }))
    .output(Changed.extend({ id: Id })),
  update: mutation.input(z.object({ ids: Ids, changes: deliverableFields.partial() })).output(Changed),
  remove: mutation.input(z.object({ ids: Ids })).output(Changed),
}
