import type * as PdfJsModule from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { raise } from '#src/shared/contract/errors.ts'
import type { PdfContent, PlacedWord, ReadPdf } from './content.ts'

const mostPages = 500

type PdfJs = Pick<typeof PdfJsModule, 'getDocument' | 'VerbosityLevel'>

let loaded: Promise<PdfJs> | undefined

/** pdf.js is large, so it is loaded when a PDF is first read. In Node it would look for its worker beside its own file, which is not there
 *  once this program is built; given here, it works in this thread. */
async function loadPdfJs(): Promise<PdfJs> {
  const [reader, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])
  Object.assign(globalThis, { pdfjsWorker: worker })
  return reader
}

/** Reads in this thread, which nothing can stop once it has begun: files of others are read in a worker, with `openPdfReader`. */
export const readPdfHere: ReadPdf = async (bytes, { text = false, words = [], attachment }) => {
  loaded ??= loadPdfJs()
  const { getDocument, VerbosityLevel } = await loaded
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  })
  try {
    const document = await task.promise.catch(unreadable)
    const placed: Record<number, PlacedWord[] | null> = {}
    for (const page of words) placed[page] = await wordsOf(document, page).catch(() => null)
    return {
      pageCount: document.numPages,
      pages: text ? await pagesOf(document).catch(() => null) : null,
      words: placed,
      attachment: attachment === undefined ? null : await attached(document, attachment).catch(() => null),
    }
  } finally {
    await task.destroy()
  }
}

function unreadable(error: unknown): never {
  const isLocked = (error as { name?: string } | null)?.name === 'PasswordException'
  return isLocked ? raise('PDF_ENCRYPTED') : raise('NOT_A_PDF')
}

async function pagesOf(document: PDFDocumentProxy): Promise<string[]> {
  const pages: string[] = []
  for (let page = 1; page <= Math.min(document.numPages, mostPages); page++)
    pages.push(linesOf(await itemsOf(await document.getPage(page))))
  return pages
}

async function wordsOf(document: PDFDocumentProxy, page: number): Promise<PlacedWord[]> {
  return (await itemsOf(await document.getPage(page))).flatMap(wordsIn)
}

async function attached(document: PDFDocumentProxy, name: string): Promise<PdfContent['attachment']> {
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    if (filename === name) return document.getAttachmentContent(id)
  }
  return null
}

interface Item {
  str: string
  transform: readonly number[]
  width: number
  height: number
  hasEOL: boolean
}

async function itemsOf(page: PDFPageProxy): Promise<Item[]> {
  const { items } = await page.getTextContent()
  return items.filter((item): item is Item & (typeof items)[number] => 'str' in item)
}

function linesOf(items: readonly Item[]): string {
  return items
    .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
    .join('')
    .trim()
}

/** A run of text comes with one width; its words take their share of it by their letters. */
function wordsIn({ str, transform, width, height }: Item): PlacedWord[] {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform
  const length = Math.hypot(a, b) || 1
  const [along, up] = [
    [a / length, b / length],
    [-b / length, a / length],
  ] as const
  return Array.from(str.matchAll(/\S+/g), (found) => {
    const [start, end] = [found.index, found.index + found[0].length].map((at) => (at / str.length) * width)
    const corners = [start, end].flatMap((s = 0) =>
      [-0.2, 0.8].map((t) => [x + along[0] * s + up[0] * t * height, y + along[1] * s + up[1] * t * height] as const),
    )
    const [xs, ys] = [corners.map(([left]) => left), corners.map(([, bottom]) => bottom)]
    return { text: found[0], rect: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const }
  })
}
