export type Point = [number, number]
export type Stroke = Point[]

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** A place on the screen as a point of the pad, 0…1 of its width and height; a pen that slips off the edge stays on it. */
export function pointIn(box: Box, clientX: number, clientY: number): Point {
  return [within((clientX - box.left) / box.width), within((clientY - box.top) / box.height)]
}

function within(part: number): number {
  return Math.round(Math.max(0, Math.min(1, part)) * 10_000) / 10_000
}

/** A stroke as an SVG path in a box of `width` × `height`, rounded through the middles between its points. */
export function strokePath(stroke: Stroke, width: number, height: number): string {
  const at = ([x, y]: Point) => `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`
  const [first, ...rest] = stroke
  if (!first) return ''
  if (rest.length === 0) return `M ${at(first)} l 0.01 0`
  const curves = rest.map((point, place) => {
    const next = rest[place + 1]
    return next ? `Q ${at(point)} ${at([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}` : `L ${at(point)}`
  })
  return [`M ${at(first)}`, ...curves].join(' ')
}
