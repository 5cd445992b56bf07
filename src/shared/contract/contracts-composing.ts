import { z } from 'zod'
import { Changed, Id, Ids, Money, PlainDate, ShortText, mutation, query, task } from './base.ts'

/** ISO 3166, or `any` for clauses that are worded for no country's law. */
const Jurisdiction = z.string().regex(/^(any|[A-Z]{2})$/, 'Give the country as two capital letters, such as DE, or any.')

const ContractTemplate = z.object({
  id: z.string(),
  label: z.string(),
  language: z.string(),
  note: z.string(),
  clauseCount: z.int(),
  /** Who signs besides the agency: such a contract is made for collaborations, or for campaigns. */
  counterparty: z.enum(['creator', 'client']),
})

/** A clause of the library, as it is worded for one jurisdiction. */
const LibraryClause = z.object({
  id: z.string(),
  version: z.int(),
  jurisdiction: z.string(),
  kind: z.string(),
  heading: z.string(),
  text: z.array(z.string()),
  note: z.string(),
  /** Templates that have it. */
  templates: z.array(z.string()),
})

/** `missing`: a blank in the contract. `problem`: what should be mended before it is sent. `warning`: what somebody should look at. */
export const ContractCheck = z.object({
  level: z.enum(['missing', 'problem', 'warning']),
  /** The merge field it is about, where it is about one. */
  field: z.string().nullable(),
  message: z.string(),
})

/** A clause in words alone: its paragraphs, then the lines of its table. */
const ClauseWords = z.object({ id: z.string(), heading: z.string(), paragraphs: z.array(z.string()) })

/** What a signed contract asks of one party. */
export const ObligationRow = z.object({
  id: Id,
  contractId: Id,
  contractNumber: z.string(),
  clauseId: z.string(),
  kind: z.string(),
  party: z.enum(['agency', 'creator', 'client', 'both']),
  partyName: z.string(),
  what: z.string(),
  dueOn: PlainDate.nullable(),
  amount: Money.nullable(),
  /** The post or the payout that carries it out. */
  deliverableId: Id.nullable(),
  payoutId: Id.nullable(),
  /** Whether it is done, by hand or because its post is out or its payout paid; null while it is not. */
  doneOn: PlainDate.nullable(),
  campaignId: Id,
  creatorId: Id.nullable(),
})

/** Composing: from clauses and records to a contract that can be sent. */
export const composing = {
  languages: query.input(z.object({})).output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Countries whose law some clause is worded for. */
        jurisdictions: z.array(z.string()),
      }),
    ),
  ),
  /** In the workspace's contract language where none is named. */
  templates: query.input(z.object({ language: z.string().optional() })).output(z.array(ContractTemplate)),
  /** The clause library. */
  clauses: query.input(z.object({ language: z.string().optional(), kind: z.string().optional() })).output(z.array(LibraryClause)),
  /** One contract for each collaboration or, for a template with the client, for each campaign of the selection; all or none. `draw` also
   *  makes the PDF of each. */
  create: task
    .input(
      z.object({
        collaborationIds: Ids.optional(),
        campaignIds: Ids.optional(),
        templateId: z.string().default('paid-post'),
        /** The workspace's contract language when left out. */
        language: z.string().optional(),
        /** The country of the agency's governing law when left out. */
        jurisdiction: Jurisdiction.optional(),
        pageSize: z.enum(['A4', 'Letter']).default('A4'),
        draw: z.boolean().default(false),
      }),
    )
    .output(Changed.extend({ ids: z.array(Id), numbers: z.array(z.string()), documentIds: z.array(Id), warnings: z.array(z.string()) })),
  /** Only a draft can be edited. A field, clause text or day of null goes back to what it would be of its own accord. */
  update: mutation
    .input(
      z.object({
        id: Id,
        fields: z.record(z.string(), z.string().max(20_000).nullable()).optional(),
        clauses: z
          .record(z.string(), z.object({ text: z.string().max(20_000).nullable().optional(), included: z.boolean().optional() }))
          .optional(),
        startsOn: PlainDate.nullable().optional(),
        endsOn: PlainDate.nullable().optional(),
      }),
    )
    .output(Changed),
  /** When somebody is reminded of a contract's end, in any state; null for never. */
  remind: mutation.input(z.object({ ids: Ids, on: PlainDate.nullable() })).output(Changed),
  /** What stands against sending these contracts. */
  checks: query.input(z.object({ ids: Ids })).output(z.array(z.object({ id: Id, number: z.string(), checks: z.array(ContractCheck) }))),
  /** What a person says became of contracts, all or none. `note` goes into the trail. Sending keeps a version and warns of what the checks
   *  found. */
  setStatus: mutation
    .input(
      z.object({
        ids: Ids,
        status: z.enum(['draft', 'internal approval', 'sent', 'declined', 'terminated', 'expired']),
        note: ShortText.optional(),
      }),
    )
    .output(Changed.extend({ warnings: z.array(z.string()) })),
  /** A draft with the same words that changes a signed contract; once all have signed it, the earlier one is amended. */
  amend: mutation.input(z.object({ id: Id })).output(Changed.extend({ id: Id, number: z.string() })),
  /** The words of a contract as its template has them, as they stand, or as a kept version has them. */
  words: query
    .input(z.object({ id: Id, which: z.union([z.enum(['template', 'current']), z.int().min(1)]).default('current') }))
    .output(z.array(ClauseWords)),
  /** By day; `openOnly` leaves out what is done, and contracts that no longer bind. */
  obligations: query
    .input(
      z.object({
        contractId: Id.optional(),
        campaignId: Id.optional(),
        dueBy: PlainDate.optional(),
        openOnly: z.boolean().default(false),
      }),
    )
    .output(z.array(ObligationRow)),
  /** Says by hand that obligations are done, or, with null, that they are not. */
  markObligations: mutation.input(z.object({ ids: Ids, doneOn: PlainDate.nullable() })).output(Changed),
}
