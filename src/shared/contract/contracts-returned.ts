import { z } from 'zod'
import { Changed, FileGrant, Id, Name, PlainDate, readingTask, task } from './base.ts'
import { VerifyReport } from './verification.ts'

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

/** What became of a file that came back. Only ACCEPTED changes the contract; the others are kept beside it. ALREADY_HERE: these very bytes
 *  were taken in before. ALTERED: it was changed after we sent it, or after it was signed. DIFFERENT: its words are not those that were sent.
 *  OLD_VERSION: other words were sent since. REWRITTEN: the words are the same, but the file was made anew and our signature is gone. WRONG_SIGNER: somebody signed in the agency's
 *  place. UNTRUSTED: the signature holds, but not by a certificate that could be accepted. NOT_OPEN: the contract waits for no signature. */
export const ReturnCode = z.enum([
  'ACCEPTED',
  'ALREADY_HERE',
  'OTHER_CONTRACT',
  'ALTERED',
  'DIFFERENT',
  'REWRITTEN',
  'OLD_VERSION',
  'UNSIGNED',
  'SIGNED_TWICE',
  'WRONG_SIGNER',
  'UNTRUSTED',
  'NOT_OPEN',
])

const PageDifference = z.object({ page: z.int(), parts: z.array(RedlinePart) })

export const ReturnReport = Changed.extend({
  accepted: z.boolean(),
  code: ReturnCode,
  /** What it means, in a sentence or two. */
  message: z.string(),
  warnings: z.array(z.string()),
  contract: z.object({ id: Id, number: z.string(), status: z.string() }),
  /** The contract it belongs to, where that is another one; `id` is null for one that is not in this workspace. */
  otherContract: z.object({ id: Id.nullable(), number: z.string() }).nullable(),
  /** What it is kept as. */
  documentId: Id,
  verification: VerifyReport,
  comparison: z.object({
    recognisedBy: z.enum(['data', 'first bytes', 'person']),
    /** Whether it begins with the very bytes that were sent. */
    sameBytes: z.boolean(),
    sameWords: z.boolean(),
    /** Whether the data it carries are those that were sent; null where it carries none. */
    sameTerms: z.boolean().nullable(),
    /** What differs in words, page by page. */
    pages: z.array(PageDifference),
    /** What differs in the data, in sentences. */
    terms: z.array(z.string()),
  }),
  signer: z
    .object({
      role: z.enum(['agency', 'creator', 'client']),
      name: z.string(),
      method: z.enum(['page', 'imported']),
      /** Whether their certificate was accepted with this file. */
      newlyAccepted: z.boolean(),
    })
    .nullable(),
})

export const ImportInput = z.object({
  file: FileGrant,
  /** Needed only where the file does not say itself which contract it is. */
  contractId: Id.optional(),
  /** Who accepts the signer's certificate; the agency's signer of the settings when left out. */
  by: Name.optional(),
})

export const ScanInput = z.object({
  id: Id,
  file: FileGrant,
  signedOn: PlainDate,
  /** Who signed for the other side. */
  by: Name,
  /** Who signed the same paper for the agency, if anybody did. */
  agencyBy: Name.optional(),
})

export const ScanReport = Changed.extend({
  documentId: Id,
  /** SIGNED_TWICE and NOT_OPEN: the scan is kept, and nothing else changed. */
  code: z.enum(['ACCEPTED', 'SIGNED_TWICE', 'NOT_OPEN']),
  message: z.string(),
  status: z.string(),
  warnings: z.array(z.string()),
})

/** What comes back from the other side, and how it compares. */
export const returning = {
  /** Takes in a contract that somebody signed elsewhere: recognises it, compares it with what was sent, and counts the signature where all
   *  is well. Whatever the verdict, the file is kept. */
  importSigned: task.input(ImportInput).output(ReturnReport),
  /** Keeps the scan (PDF, JPEG, PNG) of a contract signed on paper, and counts its signatures as made on paper. */
  attachScan: task.input(ScanInput).output(ScanReport),
  /** Compares two texts word by word, clause by clause; also writes it as a page or a PDF. */
  redline: readingTask
    .input(
      z.object({
        before: RedlineSide,
        after: RedlineSide,
        out: z.object({ file: FileGrant, format: z.enum(['html', 'pdf']) }).optional(),
      }),
    )
    .output(RedlineReport),
}
