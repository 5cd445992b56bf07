import { z } from 'zod'
import { AUDIENCE_DIMENSIONS } from '../domain/audience.ts'
import { FileGrant, Id, PlainDate, mutation, query, readingTask, task } from './base.ts'

export const AudienceDimension = z.enum(AUDIENCE_DIMENSIONS)

/** Shares in basis points of the whole audience by label: countries as ISO 3166 codes, ages as `18-24`, genders female, male, other. A
 *  dimension that is not known is left out. */
const AudienceShares = z.partialRecord(AudienceDimension, z.record(z.string().trim().min(1).max(200), z.int()))

export const Audience = z.object({
  id: Id,
  accountId: Id,
  takenOn: PlainDate,
  shares: AudienceShares,
  source: z.string(),
})

const AudienceFinding = z.object({ line: z.int(), value: z.string().nullable(), problem: z.string() })

/** What a file says of an audience, before or after it was taken in. */
const AudienceRead = z.object({
  fileName: z.string(),
  encoding: z.string(),
  shares: AudienceShares,
  /** What was left out or looks odd; line 0 is the whole file. */
  findings: z.array(AudienceFinding),
})

const FromFile = z.object({ file: FileGrant })

export const audiences = {
  /** All breakdowns of one creator's accounts, newest first within each account. */
  list: query.input(z.object({ creatorId: Id })).output(z.array(Audience)),
  /** Keeps a breakdown as it stood on a day, today when left out; the same day typed in twice corrects it. */
  add: mutation
    .input(z.object({ accountId: Id, takenOn: PlainDate.optional(), shares: AudienceShares }))
    .output(z.object({ id: Id, entryId: Id.nullable() })),
  remove: mutation.input(z.object({ id: Id })).output(z.object({ entryId: Id.nullable() })),
  importPreview: readingTask.input(FromFile).output(AudienceRead),
  /** Takes a platform's own export in for one account; the day is today when left out. */
  import: task
    .input(FromFile.extend({ accountId: Id, takenOn: PlainDate.optional() }))
    .output(AudienceRead.extend({ id: Id, takenOn: PlainDate, entryId: Id.nullable() })),
}
