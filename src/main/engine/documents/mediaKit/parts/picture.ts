import { initials } from '#src/shared/domain/names.ts'
import { drawLines } from '../../page/columns.ts'
import type { Element } from '../../page/flow.ts'
import { checkImage } from '../../page/images.ts'
import { layoutText, type TextStyle } from '../../text/layout.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A picture cut to fill its box, with what it shows in words. Raises NOT_AN_IMAGE, naming `what` it was meant for. */
export function picture(doc: PDFKit.PDFDocument, parent: Element, image: Uint8Array, alt: string, what: string, box: Box): void {
  const checked = checkImage(image, what)
  framed(doc, parent, alt, box, () => {
    const size: [number, number] = [box.width, box.height]
    doc.image(checked.source(doc), box.x, box.y, { cover: size, align: 'center', valign: 'center' })
  })
}

/** The portrait; without one, the initials on the accent. Raises NOT_AN_IMAGE. */
export function portrait(
  doc: PDFKit.PDFDocument,
  parent: Element,
  { name, image, alt, accent }: { name: string; image: Uint8Array | null; alt: string; accent: string },
  box: Box,
): void {
  if (image) return picture(doc, parent, image, alt, `The portrait of ${name}`, box)
  framed(doc, parent, alt, box, () => {
    doc.rect(box.x, box.y, box.width, box.height).fill(accent)
    const size = Math.min(box.width, box.height) * 0.4
    const style: TextStyle = { size, leading: size * 1.3, weight: 'bold', colour: '#ffffff' }
    const place = { x: box.x, y: box.y + (box.height - style.leading) / 2, width: box.width, align: 'center' } as const
    drawLines(doc, layoutText(initials(name), style, box.width), place, style)
  })
}

function framed(doc: PDFKit.PDFDocument, parent: Element, alt: string, { x, y, width, height }: Box, draw: () => void): void {
  const figure = doc.struct('Figure', { alt, bbox: [x, y, x + width, y + height] } as object)
  parent.add(figure)
  figure.add(() => {
    doc.save()
    doc.roundedRect(x, y, width, height, Math.min(10, width / 10)).clip()
    draw()
    doc.restore()
  })
  figure.end()
}
