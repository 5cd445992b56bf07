import { textAt } from '../../page/columns.ts'
import { colours, margins, styles } from '../../page/theme.ts'

/** Draws the line at the foot of every page as a page artifact; `{page}` and `{pages}` are filled in. Call when all pages are there. */
export function kitFoot(doc: PDFKit.PDFDocument, edge: number, left: string, right: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    doc.switchToPage(start + at)
    const [width, y] = [doc.page.width - edge * 2, doc.page.height - margins.bottom + 38]
    const number = right.replace('{page}', String(at + 1)).replace('{pages}', String(count))
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc
      .moveTo(edge, y - 6)
      .lineTo(edge + width, y - 6)
      .lineWidth(0.5)
      .strokeColor(colours.rule)
      .stroke()
    textAt(doc, left, { x: edge, y, width: width * 0.72 }, styles.small, 1)
    textAt(doc, number, { x: edge + width * 0.74, y, width: width * 0.26, align: 'right' }, styles.small, 1)
    doc.endMarkedContent()
  }
}
