import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { ReturnReport } from '#src/shared/contract/contracts-returned.ts'
import { codeOf } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../../context.ts'
import { recordName } from '../../documents/contract/record.ts'
import { comparePages } from '../../documents/redline/comparePages.ts'
import { markedText } from '../../documents/redline/asText.ts'
import { clausesIn } from '../../documents/redline/pdfClauses.ts'
import { redlineOf, type ClauseText } from '../../documents/redline/redline.ts'
import { isReadableWhole } from '../../documents/verify/page/drawingCost.ts'
import { fateOf, touched } from '../../documents/redline/words-for-people.ts'
import { attachedRecord, type AttachedRecord } from '../../documents/reading/contractRecord.ts'
import { documentBytes } from '../documents.ts'
import type { Recognised } from './recognise.ts'

export type Comparison = z.infer<typeof ReturnReport>['comparison']

/** A file that came back, as far as its words and data can be read. */
export interface Returned {
  bytes: Uint8Array
  /** Text of each page; null where no word can be read. */
  pages: string[] | null
  record: AttachedRecord | null
}

/** Reads words and data of a file that came back. Raises PDF_TOO_HEAVY. */
export async function readReturned({ readPdf }: Pick<EngineContext, 'readPdf'>, bytes: Uint8Array): Promise<Returned> {
  try {
    const { pages, attachment } = await readPdf(bytes, { text: isReadableWhole(bytes), attachment: recordName })
    return { bytes, pages, record: attachedRecord(attachment) }
  } catch (error) {
    if (codeOf(error) === 'NOT_A_PDF' || codeOf(error) === 'PDF_ENCRYPTED') return { bytes, pages: null, record: null }
    throw error
  }
}

/** Compares what came back with the version that was sent: its first bytes, its words page by page, and the data it carries. */
export async function compareWithSent(
  context: EngineContext,
  { row, by, version }: Recognised,
  sentDocumentId: string | null,
  returned: Returned,
): Promise<Comparison> {
  const base = { recognisedBy: by, sameBytes: version !== null }
  if (sentDocumentId === null)
    return { ...base, sameWords: false, sameTerms: null, pages: [], terms: [`Nothing was ever sent of contract ${row.number}.`] }
  const sent = await readReturned(context, (await documentBytes(context, sentDocumentId)).bytes)
  const pages = comparePages(sent.pages ?? [], returned.pages ?? [])
  const terms = termDifferences(sent.record, returned.record)
  return {
    ...base,
    sameWords: returned.pages !== null && pages.length === 0,
    sameTerms: returned.record && sent.record ? terms.length === 0 : null,
    pages,
    terms,
  }
}

/** What differs between the data of two versions, in sentences. */
function termDifferences(sent: AttachedRecord | null, returned: AttachedRecord | null): string[] {
  if (!sent || !returned || isDeepStrictEqual(sent, returned)) return []
  const clauses = touched(redlineOf(sent.clauses, returned.clauses)).map(
    (clause) => `The clause “${markedText(clause.heading)}” of the data: ${fateOf(clause)}.`,
  )
  const others = [...new Set([...Object.keys(sent), ...Object.keys(returned)])]
    .filter((key) => key !== 'clauses' && !isDeepStrictEqual(sent[key], returned[key]))
    .map((key) => `The data differ in “${key}”.`)
  return [...clauses, ...others]
}

/** The words of what came back, clause by clause as ours are named, to be kept beside them. */
export function wordsReturned({ pages }: Returned, ours: readonly ClauseText[]): { id: string; heading: string; paragraphs: string[] }[] {
  if (!pages) return []
  const named = new Map(ours.map(({ id, heading }) => [heading, id]))
  return clausesIn(pages).map(({ id, heading, paragraphs }, at) => ({
    id: id ?? named.get(heading) ?? `returned ${at + 1}`,
    heading,
    paragraphs: [...paragraphs],
  }))
}
