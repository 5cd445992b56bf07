import { pointIn, strokePath, type Stroke } from '#src/shared/strokes.ts'

/** Width of the pad for each part of its height. */
export const aspect = 2.5

/** More says nothing about a signature. */
const mostStrokes = 500
const mostPoints = 5000
const namespace = 'http://www.w3.org/2000/svg'

export interface Pad {
  element: SVGSVGElement
  strokes(): readonly Stroke[]
  undo(): void
  clear(): void
}

/** A pad to draw on with mouse, pen or finger; one stroke from down to up. */
export function openPad(label: string, onChange: () => void): Pad {
  let strokes: Stroke[] = []
  const element = document.createElementNS(namespace, 'svg')
  const ink = document.createElementNS(namespace, 'path')
  element.setAttribute('class', 'pad')
  element.setAttribute('viewBox', `0 0 ${aspect * 100} 100`)
  element.setAttribute('role', 'img')
  element.setAttribute('aria-label', label)
  element.append(baseline(), ink)

  const change = (changed: Stroke[]) => {
    strokes = changed
    ink.setAttribute('d', strokes.map((stroke) => strokePath(stroke, aspect * 100, 100)).join(' '))
    onChange()
  }
  element.addEventListener('pointerdown', (event) => {
    // A second finger, or a palm beside the pen, draws nothing.
    if (event.button !== 0 || !event.isPrimary || strokes.length >= mostStrokes) return
    event.preventDefault()
    element.setPointerCapture(event.pointerId)
    change([...strokes, [pointIn(element.getBoundingClientRect(), event.clientX, event.clientY)]])
  })
  element.addEventListener('pointermove', (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return
    const box = element.getBoundingClientRect()
    // A fast pen reports several places at once.
    const between = event.getCoalescedEvents?.() ?? []
    const points = (between.length > 0 ? between : [event]).map(({ clientX, clientY }) => pointIn(box, clientX, clientY))
    change([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points].slice(0, mostPoints)])
  })
  return { element, strokes: () => strokes, undo: () => change(strokes.slice(0, -1)), clear: () => change([]) }
}

function baseline(): SVGLineElement {
  const line = document.createElementNS(namespace, 'line')
  const ends = { x1: '12', x2: String(aspect * 100 - 12), y1: '78', y2: '78' }
  for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value)
  return line
}
