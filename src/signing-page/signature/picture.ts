import { PDF, PDFImage, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString, ops } from '@libpdf/core'
import { pdfText } from '#src/main/engine/documents/signing/strings.ts'

/** Dots for each point of a PDF: 288 to the inch. */
const density = 4
/** Red, green and blue of the one ink. */
export const ink = [0x14, 0x21, 0x3d] as const

/** A place in a field, in points, y downwards. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type Operator = ReturnType<typeof ops.moveTo>

/** A PDF of one page, `width` × `height` points, with letters as a picture: the browser has letters for every script, and the PDF needs no
 *  font. All is drawn in one ink. The words stand behind the picture for those who can't see it; `lines` are drawn over it. */
export async function pictureDocument(
  { width, height, spoken, lines = [] }: { width: number; height: number; spoken: string; lines?: Operator[] },
  draw: (brush: CanvasRenderingContext2D) => void,
): Promise<Uint8Array> {
  const pdf = PDF.create()
  const page = pdf.addPage({ width, height })
  const picture = await inkPicture(pdf, drawn(width, height, draw))
  page.drawOperators([ops.beginMarkedContentProps('/Span', PdfDict.of({ ActualText: pdfText(spoken) }))])
  page.drawImage(picture, { x: 0, y: 0, width, height })
  page.drawOperators([...lines, ops.endMarkedContent()])
  return pdf.save()
}

function drawn(width: number, height: number, draw: (brush: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('The browser offers no canvas.')
  brush.scale(density, density)
  brush.textBaseline = 'middle'
  draw(brush)
  return brush.getImageData(0, 0, canvas.width, canvas.height)
}

/** Where there is ink, and how much: a mask over a picture of one colour, a fraction of the size of a picture with colours. */
async function inkPicture(pdf: PDF, { width, height, data }: ImageData): Promise<PDFImage> {
  const head = { Type: PdfName.of('XObject'), Subtype: PdfName.of('Image'), Width: PdfNumber.of(width), Height: PdfNumber.of(height) }
  const packed = { Filter: PdfName.of('FlateDecode') }
  const cover = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4 + 3] ?? 0)
  const mask = { ...head, ...packed, ColorSpace: PdfName.of('DeviceGray'), BitsPerComponent: PdfNumber.of(8) }
  const oneColour = new PdfArray([
    PdfName.of('Indexed'),
    PdfName.of('DeviceRGB'),
    PdfNumber.of(0),
    PdfString.fromBytes(Uint8Array.from(ink)),
  ])
  const picture = {
    ...head,
    ...packed,
    ColorSpace: oneColour,
    BitsPerComponent: PdfNumber.of(1),
    SMask: pdf.register(PdfStream.fromDict(mask, await deflated(cover))),
  }
  const flat = new Uint8Array(Math.ceil(width / 8) * height)
  return new PDFImage(pdf.register(PdfStream.fromDict(picture, await deflated(flat))), width, height)
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
