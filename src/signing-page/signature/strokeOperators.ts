import { ops } from '@libpdf/core'
import type { Point, Stroke } from '#src/shared/strokes.ts'
import type { Mark } from './mark.ts'
import { ink, type Box, type Operator } from './picture.ts'

/** A small sign is not blown up beyond this. */
const largestScale = 80

/** Strokes as lines of a PDF, in a box on a page of that height, their proportions kept. */
export function strokeOperators({ strokes, aspect }: Extract<Mark, { kind: 'drawn' }>, box: Box, height: number): Operator[] {
  const [red, green, blue] = ink
  const points = strokes.flat()
  const [left, right] = range(points.map(([x]) => x * aspect))
  const [top, bottom] = range(points.map(([, y]) => y))
  const scale = Math.min(box.width / Math.max(right - left, 1e-6), box.height / Math.max(bottom - top, 1e-6), largestScale)
  const shift = (box.height - (bottom - top) * scale) / 2
  const place = ([x, y]: Point): Point => [box.x + (x * aspect - left) * scale, height - box.y - shift - (y - top) * scale]
  return [
    ops.pushGraphicsState(),
    ops.setStrokingRGB(red / 255, green / 255, blue / 255),
    ops.setLineWidth(1.3),
    ops.setLineCap(1),
    ops.setLineJoin(1),
    ...strokes.flatMap((stroke) => lineOperators(stroke.map(place))),
    ops.popGraphicsState(),
  ]
}

/** Rounded through the middles between the points. */
function lineOperators([first, ...rest]: Stroke): Operator[] {
  if (!first) return []
  if (rest.length === 0) return [ops.moveTo(...first), ops.lineTo(first[0] + 0.01, first[1]), ops.stroke()]
  let from = first
  const curves = rest.map((point, at): Operator => {
    const next = rest[at + 1]
    if (!next) return ops.lineTo(...point)
    const to: Point = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]
    const curve = ops.curveTo(...between(from, point), ...between(to, point), ...to)
    from = to
    return curve
  })
  return [ops.moveTo(...first), ...curves, ops.stroke()]
}

/** Two thirds of the way to the one point that bends a curve: what a curve with two such points has instead. */
function between(end: Point, bend: Point): Point {
  return [end[0] + ((bend[0] - end[0]) * 2) / 3, end[1] + ((bend[1] - end[1]) * 2) / 3]
}

function range(values: readonly number[]): [least: number, most: number] {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)]
}
