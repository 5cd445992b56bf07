import { drawLine } from '../text/draw.ts'
import { layoutText, type Line, type Span, type TextStyle } from '../text/layout.ts'
import { baselineIn, type Element } from './flow.ts'
import { spoken } from './spoken.ts'

/** Where a text stands: its box's left edge, top and width, in points. */
export interface Place {
  x: number
  y: number
  width: number
  align?: 'left' | 'right' | 'center'
}

/** Sets `content` at a fixed place, outside the running text, and returns its height in points. `mostLines` cuts it, with an ellipsis. */
export function textAt(
  doc: PDFKit.PDFDocument,
  content: string | readonly Span[],
  place: Place,
  style: TextStyle,
  mostLines = Infinity,
): number {
  const lines = fittedLines(content, style, place.width, mostLines)
  drawLines(doc, lines, place, style)
  return lines.length * style.leading
}

/** The same as an element of the document's structure. */
export function elementAt(
  doc: PDFKit.PDFDocument,
  parent: Element,
  tag: string,
  content: string | readonly Span[],
  place: Place,
  style: TextStyle,
  mostLines = Infinity,
): number {
  let height = 0
  const element = doc.struct(tag, spoken(content))
  parent.add(element)
  element.add(() => {
    height = textAt(doc, content, place, style, mostLines)
  })
  element.end()
  return height
}

export function drawLines(doc: PDFKit.PDFDocument, lines: readonly Line[], place: Place, style: TextStyle): void {
  lines.forEach((line, at) => {
    const free = place.width - line.width
    const x = place.x + (place.align === 'right' ? free : place.align === 'center' ? free / 2 : 0)
    drawLine(doc, line, x, place.y + at * style.leading + baselineIn(style), style)
  })
}

/** The lines of `content`, at most so many; what does not fit is cut, with an ellipsis. */
export function fittedLines(content: string | readonly Span[], style: TextStyle, width: number, mostLines: number): readonly Line[] {
  const lines = layoutText(content, style, width)
  if (lines.length <= mostLines) return lines
  const text = typeof content === 'string' ? content : content.map((span) => span.text).join('')
  const characters = Array.from(text)
  let [fits, fails] = [0, characters.length]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    if (layoutText(`${characters.slice(0, middle).join('')}…`, style, width).length <= mostLines) fits = middle
    else fails = middle
  }
  return layoutText(`${characters.slice(0, fits).join('').trimEnd()}…`, style, width)
}
