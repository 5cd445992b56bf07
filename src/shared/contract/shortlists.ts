import { z } from 'zod'
import { Changed, Id, Ids, Instant, LongText, Name, mutation, query } from './base.ts'
import { CreatorRow } from './creators.ts'

/** What was asked of the match that made a shortlist, kept as it was asked. */
const Need = z.record(z.string(), z.unknown())

const shortlistFields = z.object({
  name: Name,
  clientId: Id.nullable(),
  campaignId: Id.nullable(),
  notes: LongText.nullable(),
})

export const Shortlist = shortlistFields.extend({
  id: Id,
  clientName: z.string().nullable(),
  campaignName: z.string().nullable(),
  creatorCount: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
})

export const ShortlistEntry = z.object({
  note: z.string().nullable(),
  isArchived: z.boolean(),
  /** Whether the creator is in the shortlist's campaign already. */
  isInCampaign: z.boolean(),
  creator: CreatorRow,
})

export const ShortlistDetail = Shortlist.extend({
  need: Need.nullable(),
  /** In the order the list was put in. */
  entries: z.array(ShortlistEntry),
})

const Added = Changed.extend({ added: z.int(), alreadyIn: z.int() })

export const shortlists = {
  /** Those changed last first. */
  list: query
    .input(
      z.object({ search: z.string().max(200).optional(), clientId: Id.optional(), campaignId: Id.optional(), creatorId: Id.optional() }),
    )
    .output(z.array(Shortlist)),
  show: query.input(z.object({ id: Id })).output(ShortlistDetail),
  create: mutation
    .input(
      shortlistFields
        .partial()
        .required({ name: true })
        .extend({ need: Need.optional(), creatorIds: z.array(Id).max(100_000).default([]) }),
    )
    .output(Changed.extend({ id: Id })),
  update: mutation.input(z.object({ id: Id, changes: shortlistFields.partial() })).output(Changed),
  /** Adds creators at the end; those already in stay where they are. */
  addCreators: mutation.input(z.object({ id: Id, creatorIds: Ids })).output(Added),
  removeCreators: mutation.input(z.object({ id: Id, creatorIds: Ids })).output(Changed),
  setNote: mutation.input(z.object({ id: Id, creatorId: Id, note: LongText.nullable() })).output(Changed),
  /** Puts creators, in this order, at a place counted from 0 among the others. */
  move: mutation.input(z.object({ id: Id, creatorIds: Ids, to: z.int().min(0) })).output(Changed),
  /** Makes all or some of its creators collaborations of a campaign. */
  toCampaign: mutation.input(z.object({ id: Id, campaignId: Id, creatorIds: Ids.optional() })).output(Added),
  delete: mutation.input(z.object({ ids: Ids })).output(Changed),
}
