import { safeLink } from '../html/text.ts'
import { layoutText, type TextStyle } from '../text/layout.ts'
import { elementAt, fittedLines, drawLines, type Place } from './columns.ts'
import { within, type Element } from './flow.ts'
import { spoken } from './spoken.ts'

/** One line that leads to `address` when it is clicked; plain text where a document may not link there. Returns its height in points. */
export function linkAt(
  doc: PDFKit.PDFDocument,
  parent: Element,
  text: string,
  address: string | null,
  place: Place,
  style: TextStyle,
): number {
  const url = safeLink(address)
  if (!url) return elementAt(doc, parent, 'P', text, place, style, 1)
  const lines = fittedLines(text, style, place.width, 1)
  const width = lines[0]?.width ?? 0
  const x = place.x + (place.align === 'right' ? place.width - width : place.align === 'center' ? (place.width - width) / 2 : 0)
  within(doc, parent, 'P', (paragraph) =>
    within(
      doc,
      paragraph,
      'Link',
      (link) => {
        link.add(() => drawLines(doc, lines, place, style))
        // pdfkit writes string objects as PDF strings.
        const options = { structParent: link, Contents: Object(text) as string }
        doc.link(x, place.y, width, style.leading, url, options)
      },
      spoken(text),
    ),
  )
  return style.leading
}

/** An address as a page prints it, without what a reader need not see. */
export function shownAddress(address: string): string {
  return address.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/, '').replace(/\/$/, '')
}

/** How many lines `text` needs. */
export function linesOf(text: string, style: TextStyle, width: number): number {
  return layoutText(text, style, width).length
}
