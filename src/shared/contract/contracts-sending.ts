import { z } from 'zod'
import { FileGrant, Id, task } from './base.ts'

/** A signing page that was written, and the document in it. */
export const SigningPageResult = z.object({
  fileName: z.string(),
  /** Bytes of the whole page. */
  size: z.int(),
  documentId: Id,
  /** SHA-256 of the PDF in the page. */
  hash: z.string(),
  role: z.enum(['creator', 'client']),
  /** What the checks found in a draft, blanks among it. */
  warnings: z.array(z.string()),
  entryId: Id.nullable(),
})

/** What hands a contract to the other side. */
export const sending = {
  /** Writes the page on which the creator, or the client, signs in a browser; a draft counts as sent from then on. */
  sendPage: task.input(z.object({ id: Id, file: FileGrant })).output(SigningPageResult),
}
