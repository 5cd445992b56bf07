import { z } from 'zod'
import { VERDICTS } from '../domain/authenticity/verdicts.ts'
import { Changed, FileGrant, Id, Name, PlainDate, ShortText, mutation, query, task } from './base.ts'

/** 0 to 1; null is not known. */
export const Share = z.number().min(0).max(1).nullable()
export const CommentVerdict = z.enum(VERDICTS)
/** Something about the file that a person should know; line 0 is the whole. */
export const SampleFinding = z.object({ line: z.int(), problem: z.string() })

export const CommentResult = z.object({
  comments: z.int(),
  judged: z.int(),
  /** How many comments have each verdict. */
  verdicts: z.record(CommentVerdict, z.int()),
  /** Share of the judged comments that are promotional or spam. */
  spamShare: Share,
  findings: z.array(SampleFinding),
})

export const FollowerResult = z.object({
  accounts: z.int(),
  judged: z.int(),
  /** Estimated share of fake accounts; null where the sample is too small. */
  share: Share,
  /** The limits between which the share lies with 95 % confidence. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  findings: z.array(SampleFinding),
})

const kept = { id: Id, accountId: Id, creatorId: Id, takenOn: PlainDate, name: z.string() }
/** A sample that was judged and kept with an account. */
export const KeptSample = z.discriminatedUnion('kind', [
  z.object({ ...kept, kind: z.literal('comments'), result: CommentResult }),
  z.object({ ...kept, kind: z.literal('followers'), result: FollowerResult }),
])

const line = { line: z.int(), text: z.string() }
/** A row as it was read, and how it was judged. */
export const SampleRow = z.discriminatedUnion('kind', [
  z.object({ ...line, kind: z.literal('comment'), verdict: CommentVerdict.nullable(), spam: Share, reasons: z.array(z.string()) }),
  z.object({ ...line, kind: z.literal('follower'), fake: Share, findings: z.array(z.string()) }),
])

export const vettingSamples = {
  /** Judges pasted lines or a file, and keeps the rows and the result with the account. */
  addSample: task
    .input(
      z.object({
        accountId: Id,
        kind: z.enum(['comments', 'followers']),
        file: FileGrant.optional(),
        /** Comments pasted one to a line, or a pasted table of followers with its headings; instead of a file. */
        text: z.string().max(2_000_000).optional(),
        name: Name.optional(),
        /** The day the sample was taken; today when left out. */
        takenOn: PlainDate.optional(),
        textColumn: ShortText.optional(),
        sheet: z.string().optional(),
        /** Caption or title of the post: words that belong to its subject. */
        about: ShortText.optional(),
      }),
    )
    .output(Changed.extend({ sample: KeptSample })),
  /** Newest first. */
  samples: query.input(z.object({ creatorId: Id })).output(z.array(KeptSample)),
  /** The rows of a kept sample, those that look worst first. */
  sampleRows: query
    .input(
      z.object({
        id: Id,
        verdict: CommentVerdict.optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(SampleRow) })),
  removeSample: mutation.input(z.object({ id: Id })).output(Changed),
}
