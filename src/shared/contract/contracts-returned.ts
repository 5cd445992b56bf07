import { z } from 'zod'
import { FileGrant, Id, task } from './base.ts'

/** Words of a contract: as its template has them, as they stand, as they last went out or came back, of a kept version; or of any PDF. */
export const RedlineSide = z.union([
  z.object({ contractId: Id, which: z.union([z.enum(['template', 'current', 'last', 'returned']), z.int().min(1)]).default('current') }),
  z.object({ file: FileGrant }),
])

const RedlinePart = z.object({ kind: z.enum(['same', 'inserted', 'deleted']), text: z.string() })

const RedlineClause = z.object({
  /** Null where the words come from a PDF. */
  id: z.string().nullable(),
  status: z.enum(['same', 'changed', 'inserted', 'deleted']),
  /** Whether it stands among other clauses than before. */
  isMoved: z.boolean(),
  /** Its place, from 1, in the earlier and the later text. */
  before: z.int().nullable(),
  after: z.int().nullable(),
  heading: z.array(RedlinePart),
  paragraphs: z.array(z.array(RedlinePart)),
})

export const RedlineReport = z.object({
  /** What is compared, in words. */
  before: z.string(),
  after: z.string(),
  summary: z.string(),
  isUnchanged: z.boolean(),
  counts: z.object({ same: z.int(), changed: z.int(), inserted: z.int(), deleted: z.int(), moved: z.int() }),
  clauses: z.array(RedlineClause),
  /** The same as plain text: what went out between [- and -], what came in between {+ and +}. */
  text: z.string(),
  /** What was written, if anything. */
  fileName: z.string().nullable(),
})

/** What comes back from the other side, and how it compares. */
export const returning = {
  /** Compares two texts word by word, clause by clause; also writes it as a page or a PDF. */
  redline: task
    .input(
      z.object({
        before: RedlineSide,
        after: RedlineSide,
        out: z.object({ file: FileGrant, format: z.enum(['html', 'pdf']) }).optional(),
      }),
    )
    .output(RedlineReport),
}
