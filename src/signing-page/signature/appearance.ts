import { PDF, PdfDict, ops } from '@libpdf/core'
import { pdfText } from '#src/main/engine/documents/signing/strings.ts'
import type { Stroke } from '#src/shared/strokes.ts'
import type { Mark } from './mark.ts'
import { letterPicture, markBox, type Box } from './picture.ts'

type Operator = ReturnType<typeof ops.moveTo>

const inkColour = [0x14 / 255, 0x21 / 255, 0x3d / 255] as const

/** Draws what shows in the signature field: the mark, strokes as lines and letters as a picture, and under it who signed, when and why. The
 *  words stand behind the picture for those who can't see it. A one-page PDF. */
export async function drawAppearance(mark: Mark, captions: readonly string[], width: number, height: number): Promise<Uint8Array> {
  const pdf = PDF.create()
  const page = pdf.addPage({ width, height })
  const spoken = [...(mark.kind === 'typed' ? [mark.text] : []), ...captions].join('\n')
  const picture = pdf.embedPng(await letterPicture(width, height, captions, mark.kind === 'typed' ? mark.text : null))
  page.drawOperators([ops.beginMarkedContentProps('/Span', PdfDict.of({ ActualText: pdfText(spoken) }))])
  page.drawImage(picture, { x: 0, y: 0, width, height })
  if (mark.kind === 'drawn') page.drawOperators(strokeOperators(mark, markBox(width, height, captions.length), height))
  page.drawOperators([ops.endMarkedContent()])
  return pdf.save()
}

/** Scales the strokes into the box, keeping their proportions, and rounds them through the middles between their points. */
function strokeOperators({ strokes, aspect }: Extract<Mark, { kind: 'drawn' }>, box: Box, height: number): Operator[] {
  const points = strokes.flat().map(([x, y]): [number, number] => [x * aspect, y])
  const [left, right] = range(points.map(([x]) => x))
  const [top, bottom] = range(points.map(([, y]) => y))
  const scale = Math.min(box.width / Math.max(right - left, 1e-6), box.height / Math.max(bottom - top, 1e-6), 80)
  const shift = (box.height - (bottom - top) * scale) / 2
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + (x * aspect - left) * scale,
    height - box.y - shift - (y - top) * scale,
  ]
  return [
    ops.pushGraphicsState(),
    ops.setStrokingRGB(...inkColour),
    ops.setLineWidth(1.3),
    ops.setLineCap(1),
    ops.setLineJoin(1),
    ...strokes.flatMap((stroke) => lineOperators(stroke.map(place))),
    ops.popGraphicsState(),
  ]
}

function lineOperators([first, ...rest]: Stroke): Operator[] {
  if (!first) return []
  if (rest.length === 0) return [ops.moveTo(...first), ops.lineTo(first[0] + 0.01, first[1]), ops.stroke()]
  let from = first
  const curves = rest.map((point, at): Operator => {
    const next = rest[at + 1]
    if (!next) return ops.lineTo(...point)
    const to: [number, number] = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]
    const towards = (end: readonly [number, number]): [number, number] => [
      end[0] + ((point[0] - end[0]) * 2) / 3,
      end[1] + ((point[1] - end[1]) * 2) / 3,
    ]
    const curve = ops.curveTo(...towards(from), ...towards(to), ...to)
    from = to
    return curve
  })
  return [ops.moveTo(...first), ...curves, ops.stroke()]
}

function range(values: readonly number[]): [least: number, most: number] {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)]
}
