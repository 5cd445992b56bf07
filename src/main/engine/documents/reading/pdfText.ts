import type { PDFPageProxy } from 'pdfjs-dist'

/** A word on a page and where it stands: points from the page's bottom left corner. */
export interface PlacedWord {
  text: string
  rect: readonly [left: number, bottom: number, right: number, top: number]
}

/** A PDF opened to read its words. */
export interface ReadablePdf {
  pageCount: number
  /** The text of a page from 1, in reading order, a line each. */
  textOf(page: number): Promise<string>
  wordsOf(page: number): Promise<PlacedWord[]>
  /** A file attached to the document; null where there is none of that name. */
  attachment(name: string): Promise<Uint8Array | null>
  close(): Promise<void>
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<PdfJs> | undefined

/** pdf.js is large, so it is loaded when a PDF is first read. In Node it would look for its worker beside its own file, which is not there
 *  once this program is built; given here, it works in this thread. */
async function loadPdfJs(): Promise<PdfJs> {
  const [reader, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])
  Object.assign(globalThis, { pdfjsWorker: worker })
  return reader
}

/** Opens a PDF for reading, leniently: what is damaged is read as far as it goes. Rejects where nothing can be read, or where it is
 *  encrypted with a password. */
export async function openForReading(bytes: Uint8Array): Promise<ReadablePdf> {
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
  const document = await task.promise
  return {
    pageCount: document.numPages,
    async textOf(number) {
      return linesOf(await itemsOf(await document.getPage(number)))
    },
    async wordsOf(number) {
      return (await itemsOf(await document.getPage(number))).flatMap(wordsIn)
    },
    async attachment(name) {
      for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
        if (filename !== name) continue
        return document.getAttachmentContent(id)
      }
      return null
    },
    close: () => task.destroy(),
  }
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
