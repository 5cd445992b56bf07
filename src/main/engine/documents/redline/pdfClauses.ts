import { raise } from '#src/shared/contract/errors.ts'
import type { ReadPdf } from '../reading/content.ts'
import { isReadableWhole } from '../verify/page/drawingCost.ts'
import type { ClauseText } from './redline.ts'

/** The text of each page of a PDF. Raises what reading raises. */
export async function pagesOf(bytes: Uint8Array, readPdf: ReadPdf): Promise<string[]> {
  if (!isReadableWhole(bytes)) raise('PDF_TOO_HEAVY')
  return (await readPdf(bytes, { text: true })).pages ?? raise('NOT_A_PDF')
}

/** The lines that stand on every page, but for their numbers, as the first page has them; and each page without them. */
function runningLines(pages: readonly string[]): { running: string[]; rest: string[][] } {
  const lines = pages.map((page) => page.split('\n').filter((line) => line.trim() !== ''))
  const shapes = lines.map((page) => new Set(page.map(shapeOf)))
  const isOnAll = (line: string) => lines.length > 1 && shapes.every((page) => page.has(shapeOf(line)))
  return { running: (lines[0] ?? []).filter(isOnAll), rest: lines.map((page) => page.filter((line) => !isOnAll(line))) }
}

/** What stands at head and foot of every page, as a clause of its own: nothing may hide there. None where there is nothing. */
export function edgesOf(pages: readonly string[]): ClauseText[] {
  const { running } = runningLines(pages)
  return running.length === 0 ? [] : [{ id: 'every page', heading: 'On every page', paragraphs: running }]
}

function shapeOf(line: string): string {
  return line.replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ').trim()
}

/** The clauses of a PDF: numbered headings begin one ("4. Payment"), numbers of two parts a paragraph ("4.2 …"). A text without such
 *  numbers is taken page by page. */
export function clausesIn(pages: readonly string[]): ClauseText[] {
  const { rest: lines } = runningLines(pages)
  const numbered = numberedClauses(lines.flat())
  if (numbered.length > 2) return numbered
  return lines.map((page, at) => ({ id: `page ${at + 1}`, heading: `Page ${at + 1}`, paragraphs: [page.join(' ')] }))
}

interface Draft {
  heading: string
  paragraphs: string[]
}

function numberedClauses(lines: readonly string[]): ClauseText[] {
  const head: Draft = { heading: '', paragraphs: [] }
  const clauses: Draft[] = [head]
  for (const line of lines) {
    const number = clauses.length
    const heading = new RegExp(`^${number}\\.\\s+(\\p{L}.*)$`, 'u').exec(line)?.[1]
    const paragraph = new RegExp(`^${number - 1}\\.\\d+\\s+(.*)$`).exec(line)?.[1]
    const current = clauses.at(-1) ?? head
    if (heading !== undefined) clauses.push({ heading, paragraphs: [] })
    else if (paragraph !== undefined && number > 1) current.paragraphs.push(paragraph)
    else if (current.paragraphs.length === 0) current.paragraphs.push(line)
    else current.paragraphs[current.paragraphs.length - 1] += ` ${line}`
  }
  return clauses
    .filter(({ heading, paragraphs }) => heading !== '' || paragraphs.length > 0)
    .map(({ heading, paragraphs }) => ({ id: null, heading, paragraphs }))
}
