import { z } from 'zod'
import { Changed, Currency, Id, Ids, Instant, LongText, Name, ShortText, mutation, query } from './base.ts'

const clientFields = z.object({
  name: Name,
  industry: ShortText.nullable(),
  contactName: ShortText.nullable(),
  contactEmail: ShortText.nullable(),
  billingAddress: ShortText.nullable(),
  currency: Currency,
  notes: LongText.nullable(),
})

export const Client = clientFields.extend({
  id: Id,
  campaignCount: z.int(),
  archivedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})

export const NewClient = clientFields.partial().required({ name: true })

export const clients = {
  list: query.input(z.object({ search: z.string().optional(), archived: z.boolean().default(false) })).output(z.array(Client)),
  show: query.input(z.object({ id: Id })).output(Client),
  create: mutation.input(NewClient).output(Changed.extend({ id: Id })),
  update: mutation.input(z.object({ id: Id, changes: clientFields.partial() })).output(Changed),
  setArchived: mutation.input(z.object({ ids: Ids, archived: z.boolean() })).output(Changed),
}
