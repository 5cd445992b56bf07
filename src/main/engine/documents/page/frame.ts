import { textAt } from './columns.ts'
import { margins, styles, colours } from './theme.ts'

/** What stands at the head and foot of the pages. `{page}` and `{pages}` are filled in. */
export interface Frame {
  headLeft: string
  headRight: string
  footLeft: string
  footRight: string
}

/** Draws head and foot on all pages of `doc` as page artifacts. The first page has its own head and gets none. Call when all pages are
 *  there. */
export function drawFrame(doc: PDFKit.PDFDocument, frame: Frame): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    doc.switchToPage(start + at)
    const fill = (text: string): string => text.replace('{page}', String(at + 1)).replace('{pages}', String(count))
    if (at > 0) drawBand(doc, 'Top', margins.top - 40, fill(frame.headLeft), fill(frame.headRight))
    drawBand(doc, 'Bottom', doc.page.height - margins.bottom + 30, fill(frame.footLeft), fill(frame.footRight))
  }
}

function drawBand(doc: PDFKit.PDFDocument, edge: 'Top' | 'Bottom', y: number, left: string, right: string): void {
  const width = doc.page.width - margins.left - margins.right
  doc.markContent('Artifact', { type: 'Pagination', attached: [edge] })
  const lineY = edge === 'Top' ? y + styles.small.leading + 5 : y - 7
  doc
    .moveTo(margins.left, lineY)
    .lineTo(margins.left + width, lineY)
    .lineWidth(0.5)
    .strokeColor(colours.rule)
    .stroke()
  textAt(doc, left, { x: margins.left, y, width: width * 0.68 }, styles.small, 1)
  textAt(doc, right, { x: margins.left + width * 0.7, y, width: width * 0.3, align: 'right' }, styles.small, 1)
  doc.endMarkedContent()
}
