/** Draws what carries no meaning (rules, tints, frames) as a layout artifact, which screen readers skip. Must stand outside any
 *  structure element's content. */
export function decorate(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

/** A hairline from `x` to `x + width`, in points from the page's top left corner. */
export function rule(doc: PDFKit.PDFDocument, x: number, y: number, width: number, colour: string, thickness = 0.6): void {
  decorate(doc, () => {
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke()
  })
}
