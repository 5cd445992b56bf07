import type { z } from 'zod'
import type { RedlineReport, RedlineSide } from '#src/shared/contract/contracts-returned.ts'
import { codeOf, raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'
import { redlineAsHtml } from '../documents/redline/asHtml.ts'
import { redlineAsPdf } from '../documents/redline/asPdf.ts'
import { redlineAsText } from '../documents/redline/asText.ts'
import type { ReadPdf } from '../documents/reading/content.ts'
import { clausesIn, edgesOf, pagesOf } from '../documents/redline/pdfClauses.ts'
import { isUnchanged, redlineOf, type ClauseText } from '../documents/redline/redline.ts'
import { countsSentence, type RedlinePaper } from '../documents/redline/words-for-people.ts'
import { settingsOf } from '../workspace/settings.ts'
import { redlineSource, type RedlineSource } from './redline-sources.ts'

type Report = z.infer<typeof RedlineReport>

interface Input {
  before: z.infer<typeof RedlineSide>
  after: z.infer<typeof RedlineSide>
  out?: { file: string; format: 'html' | 'pdf' } | undefined
}

/** Compares two texts word by word and, where a place for it is granted, writes what differs as a page or a PDF. Raises NOT_FOUND for a
 *  version that is not there, FILE_*, NOT_A_PDF, PDF_ENCRYPTED and PDF_TOO_HEAVY for files. */
export async function redline(context: EngineContext, { before, after, out }: Input): Promise<Report> {
  const sources = [await redlineSource(context, before), await redlineSource(context, after)] as const
  const [old, now] = await textsOf(context.readPdf, ...sources)
  const found = redlineOf(old, now)
  const paper: RedlinePaper = { title: titleOf(...sources), before: sources[0].label, after: sources[1].label, redline: found }
  const fileName = out ? await context.grants.writeBytes(out.file, await written(context, paper, out.format)) : null
  return {
    before: paper.before,
    after: paper.after,
    summary: countsSentence(found),
    isUnchanged: isUnchanged(found),
    ...found,
    text: redlineAsText(paper),
    fileName,
  }
}

/** Where a PDF is on one side, the other is read from its PDF as well: head, numbers and tables then stand on both. */
async function textsOf(readPdf: ReadPdf, one: RedlineSource, other: RedlineSource): Promise<[ClauseText[], ClauseText[]]> {
  if (one.words && other.words) return [one.words, other.words]
  if (one.pdf && other.pdf) {
    const [old, now] = [await read(one, readPdf), await read(other, readPdf)]
    return [
      [...clausesIn(old), ...edgesOf(old)],
      [...clausesIn(now), ...edgesOf(now)],
    ]
  }
  // The words of a template have no head, so the head of the other is left out.
  const texts = await Promise.all(
    [one, other].map(async (source) => (source.pdf ? clausesIn(await read(source, readPdf)) : (source.words ?? []))),
  )
  const [old = [], now = []] = texts.map((clauses) => clauses.filter(({ heading }) => heading !== ''))
  return [old, now]
}

async function read({ pdf, label }: RedlineSource, readPdf: ReadPdf): Promise<string[]> {
  const bytes = (await pdf?.()) ?? new Uint8Array()
  const pages = await pagesOf(bytes, readPdf).catch((error: unknown) => unreadable(label, error))
  if (pages.every((page) => page.trim() === '')) {
    raise('NOT_A_PDF', `${label} has no words to compare: it may be a scan, and only words are compared.`)
  }
  return pages
}

function unreadable(label: string, error: unknown): never {
  const code = codeOf(error)
  if (code === 'PDF_ENCRYPTED') raise(code, `${label} is encrypted; its words cannot be read. Ask for it without a password.`)
  if (code === 'PDF_TOO_HEAVY') raise(code, `${label} takes more time or memory to read than a document does, so nothing was compared.`)
  if (code === 'NOT_A_PDF') raise(code, `${label} cannot be read as a PDF.`)
  throw error
}

async function written({ read, ports }: EngineContext, paper: RedlinePaper, format: 'html' | 'pdf'): Promise<Uint8Array | string> {
  if (format === 'html') return redlineAsHtml(paper)
  const { agency } = await settingsOf(read)
  return redlineAsPdf(paper, new Date(ports.clock.now()), agency.name || 'Troupe')
}

function titleOf(one: RedlineSource, other: RedlineSource): string {
  const number = other.number ?? one.number
  return number ? `Redline of contract ${number}` : 'Redline'
}
