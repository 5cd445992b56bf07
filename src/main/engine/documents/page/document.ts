import { createRequire } from 'node:module'
import type PdfKitDocument from 'pdfkit'
import { shapedFont } from '../fonts/shapedFont.ts'
import { useFont } from '../text/draw.ts'
import { printable } from '../text/clean.ts'
import { margins, paper, type PageSize } from './theme.ts'

// Loaded with the first document: the engine leaves drawing to workers as a rule, and is started sooner and smaller without it. Once loaded
// it is at hand, so that this costs nothing.
const packages = createRequire(import.meta.url)

/** What a PDF says about itself. */
export interface DocumentInfo {
  title: string
  author: string
  subject?: string
  /** BCP 47, such as `en` or `de-DE`. */
  language: string
  /** The only date in the file: the same data gives the same bytes. */
  createdAt: Date
}

/** The method of pdfkit that writes the XML metadata. */
const addInfo = '_addInfo'

interface Internals {
  info: Record<string, unknown>
  [addInfo](): void
}

/** `archival` is tagged and PDF/A-3 besides, at its strictest level; a `picture` only lends its looks to another document. */
type DocumentKind = 'archival' | 'tagged' | 'picture'

/** A PDF without pages, its first font ready. `bufferPages` keeps pages open so that "page x
 *  of y" can be drawn at the end. `font: null` because pdfkit otherwise falls back to the constructor's font on every page it breaks. */
export function createDocument(
  info: DocumentInfo,
  size: PageSize | readonly [number, number],
  kind: DocumentKind = 'tagged',
): PDFKit.PDFDocument {
  const title = printable(info.title)
  const Document = packages('pdfkit') as typeof PdfKitDocument
  const doc = new Document({
    size: typeof size === 'string' ? [paper[size].width, paper[size].height] : [...size],
    margins: typeof size === 'string' ? margins : { left: 0, right: 0, top: 0, bottom: 0 },
    font: null as unknown as string,
    pdfVersion: '1.7',
    tagged: kind !== 'picture',
    ...(kind === 'archival' ? { subset: 'PDF/A-3a' } : {}),
    lang: info.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: title,
      Author: printable(info.author),
      ...(info.subject ? { Subject: printable(info.subject) } : {}),
      Creator: 'Troupe',
      Producer: 'Troupe (PDFKit)',
      CreationDate: info.createdAt,
    },
  })
  escapeMetadata(doc as unknown as Internals)
  useFont(doc, shapedFont('sans', 'regular'))
  return doc
}

/** Ends `doc` and gives its bytes. */
export function documentBytes(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
    doc.end()
  })
}

/** pdfkit writes titles and names into the XML metadata as they are; an ampersand in a name would break it. */
function escapeMetadata(doc: Internals): void {
  const write = doc[addInfo].bind(doc)
  doc[addInfo] = () => {
    const { info } = doc
    doc.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? xmlText(value) : value]))
    write()
    doc.info = info
  }
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
