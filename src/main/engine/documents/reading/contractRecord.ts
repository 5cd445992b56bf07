import { z } from 'zod'
import type { PdfContent } from './content.ts'

/** A contract's data have some ten kilobytes; the file may come from anybody. */
const largestRecord = 5_000_000

const Record = z.looseObject({
  format: z.literal('troupe-contract'),
  id: z.string(),
  number: z.string(),
  version: z.number(),
  clauses: z.array(z.looseObject({ id: z.string(), heading: z.string(), paragraphs: z.array(z.string()) })),
})

/** The data of a contract as they were attached to its PDF. Only what is needed to recognise and compare it is named. */
export type AttachedRecord = z.infer<typeof Record>

/** The data attached to a contract's PDF ; null where there are none, or none that can be read. */
export function attachedRecord(bytes: PdfContent['attachment']): AttachedRecord | null {
  if (!bytes || bytes.length > largestRecord) return null
  try {
    const parsed = Record.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
