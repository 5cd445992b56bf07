import { drawLine } from '../text/draw.ts'
import { layoutText, type Span, type TextStyle } from '../text/layout.ts'
import { spoken } from './spoken.ts'
import { margins } from './theme.ts'

/** A structure element of the tagged PDF. */
export type Element = PDFKit.PDFStructureElement

/** A column of text that runs on from page to page. Positions in points from the page's top left corner. */
export interface Flow {
  readonly doc: PDFKit.PDFDocument
  readonly left: number
  readonly width: number
  /** Where the page's text ends. */
  readonly bottom: number
  /** Where the next block begins. */
  y: number
}

export interface BlockOptions {
  /** Structure type: P, H1, H2, LBody, TD … */
  tag?: string
  /** Space after the block, points. */
  after?: number
  /** Points that must still fit below the block, so that a heading never stands alone at the foot of a page. */
  keepBelow?: number
  indent?: number
}

/** Starts the text column of a document on its first page. */
export function startFlow(doc: PDFKit.PDFDocument): Flow {
  doc.addPage()
  return {
    doc,
    left: margins.left,
    width: doc.page.width - margins.left - margins.right,
    bottom: doc.page.height - margins.bottom,
    y: margins.top,
  }
}

/** Goes on at the top of a new page. */
export function breakPage(flow: Flow): void {
  flow.doc.addPage()
  flow.y = margins.top
}

/** Breaks the page unless `height` points are left on it. A block taller than a page starts where it is. */
export function ensureRoom(flow: Flow, height: number): void {
  const pageHeight = flow.bottom - margins.top
  if (flow.y + height > flow.bottom && flow.y > margins.top && height <= pageHeight) breakPage(flow)
}

/** Adds an element to `parent` and fills it. */
export function within(
  doc: PDFKit.PDFDocument,
  parent: Element,
  tag: string,
  fill: (element: Element) => void,
  options: object = {},
): void {
  const element = doc.struct(tag, options)
  parent.add(element)
  fill(element)
  element.end()
}

/** Sets a paragraph, going on to the next page where it must, with at least two lines on either side of the break. */
export function paragraph(
  flow: Flow,
  parent: Element,
  content: string | readonly Span[],
  style: TextStyle,
  options: BlockOptions = {},
): void {
  const indent = options.indent ?? 0
  const lines = layoutText(content, style, flow.width - indent)
  if (lines.length <= 3 || options.keepBelow) ensureRoom(flow, lines.length * style.leading + (options.keepBelow ?? 0))
  within(
    flow.doc,
    parent,
    options.tag ?? 'P',
    (element) => {
      let rest = lines
      while (rest.length > 0) {
        const fitting = Math.max(Math.floor((flow.bottom - flow.y) / style.leading + 0.001), 0)
        const count = linesOnPage(rest.length, fitting)
        if (count > 0) {
          const part = rest.slice(0, count)
          element.add(() => {
            for (const line of part) {
              drawLine(flow.doc, line, flow.left + indent, flow.y + baselineIn(style), style)
              flow.y += style.leading
            }
          })
        }
        rest = rest.slice(count)
        if (rest.length > 0) breakPage(flow)
      }
    },
    spoken(content),
  )
  flow.y += options.after ?? 0
}

/** Where the baseline stands in a line of `style`, from the line's top. */
export function baselineIn(style: TextStyle): number {
  return (style.leading - style.size * 1.362) / 2 + style.size * 1.069
}

function linesOnPage(lines: number, fitting: number): number {
  if (lines <= fitting) return lines
  if (fitting < 2) return 0
  return lines - fitting === 1 ? fitting - 1 : fitting
}
