import { raise } from '#src/shared/contract/errors.ts'
import { clauseLibrary } from '../contract/library.ts'
import { textAt } from '../page/columns.ts'
import { createDocument, documentBytes } from '../page/document.ts'
import { checkImage } from '../page/images.ts'
import { colours, styles } from '../page/theme.ts'
import { inlineValue } from '../text/clean.ts'
import { textWidth, type TextStyle } from '../text/layout.ts'

/** A point of a drawn signature, in any unit, y downwards. */
interface Point {
  x: number
  y: number
}

/** What a signer put in the signature field. */
export type SignatureMark =
  | { kind: 'drawn'; strokes: readonly (readonly Point[])[] }
  | { kind: 'typed'; name: string }
  | { kind: 'image'; bytes: Uint8Array }

export interface SignatureWords {
  name: string
  at: Date
  reason?: string | null
  language: string
}

const inset = 8
const mostPoints = 20_000
const captionStyle: TextStyle = { ...styles.small, size: 6.6, leading: 9, colour: colours.ink }

/** Draws what shows in a signature field of the given size (points): the mark, and under it who signed, when and why. A one-page PDF. */
export async function drawAppearance(mark: SignatureMark, words: SignatureWords, width: number, height: number): Promise<Uint8Array> {
  const doc = createDocument({ title: '', author: '', language: words.language, createdAt: words.at }, [width, height], 'picture')
  doc.addPage()
  const captions = captionsOf(words)
  const captionHeight = captions.length * captionStyle.leading + 4
  const box = { x: inset, y: 5, width: width - inset * 2, height: height - captionHeight - 9 }
  drawMark(doc, mark, box)
  captions.forEach((caption, at) => {
    const y = height - captionHeight + at * captionStyle.leading
    textAt(doc, caption, { x: inset, y, width: box.width }, captionStyle, 1)
  })
  return documentBytes(doc)
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function captionsOf({ name, at, reason, language }: SignatureWords): string[] {
  const { labels } = clauseLibrary(language)
  const [date = '', time = ''] = at.toISOString().split('T')
  const moment = labels.signedAt.replace('{date}', date).replace('{time}', time.slice(0, 5))
  const lines = [labels.signedBy.replace('{name}', inlineValue(name)), moment]
  return reason ? [...lines, labels.reason.replace('{reason}', inlineValue(reason))] : lines
}

function drawMark(doc: PDFKit.PDFDocument, mark: SignatureMark, box: Box): void {
  switch (mark.kind) {
    case 'drawn':
      return drawStrokes(doc, mark.strokes, box)
    case 'typed':
      return drawName(doc, mark.name, box)
    case 'image': {
      const image = checkImage(mark.bytes, 'The picture of the signature')
      doc.image(image.source(doc), box.x, box.y, { fit: [box.width, box.height], valign: 'center' } as object)
    }
  }
}

/** Scales the strokes into the box, keeping their proportions, and smooths them through the midpoints of their segments. */
function drawStrokes(doc: PDFKit.PDFDocument, strokes: readonly (readonly Point[])[], box: Box): void {
  const points = strokes.flat()
  if (points.length === 0) raise('BAD_INPUT', 'The drawn signature is empty.')
  if (points.length > mostPoints) raise('BAD_INPUT', `The drawn signature has ${points.length} points; at most ${mostPoints} are accepted.`)
  if (!points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) {
    raise('BAD_INPUT', 'The drawn signature has points that are not numbers.')
  }
  const [left, top] = [least(points, 'x'), least(points, 'y')]
  const [width, height] = [-least(points, 'x', -1) - left, -least(points, 'y', -1) - top]
  const scale = Math.min(box.width / Math.max(width, 1e-6), box.height / Math.max(height, 1e-6), 40)
  const offsetY = (box.height - height * scale) / 2
  const place = ({ x, y }: Point): Point => ({ x: box.x + (x - left) * scale, y: box.y + offsetY + (y - top) * scale })
  doc.lineWidth(1.3).lineCap('round').lineJoin('round').strokeColor(colours.ink)
  for (const stroke of strokes) drawStroke(doc, stroke.map(place))
}

function drawStroke(doc: PDFKit.PDFDocument, [first, ...rest]: readonly Point[]): void {
  if (!first) return
  doc.moveTo(first.x, first.y)
  let from = first
  for (const to of rest) {
    doc.quadraticCurveTo(from.x, from.y, (from.x + to.x) / 2, (from.y + to.y) / 2)
    from = to
  }
  doc.lineTo(from.x, from.y).stroke()
}

function least(points: readonly Point[], axis: 'x' | 'y', sign = 1): number {
  return points.reduce((least, point) => Math.min(least, point[axis] * sign), Infinity)
}

/** A typed name is set large in italics, smaller where it is long, on two lines where it is very long. */
function drawName(doc: PDFKit.PDFDocument, name: string, box: Box): void {
  const text = inlineValue(name)
  if (!text) raise('BAD_INPUT', 'The typed signature is empty.')
  const full: TextStyle = { size: 22, leading: 26, weight: 'italic', colour: colours.ink }
  const shrink = Math.min(1, box.width / textWidth(text, full), box.height / full.leading)
  const size = Math.max(9, full.size * shrink * 0.99)
  const style = { ...full, size, leading: size * 1.3 }
  const lines = Math.max(1, Math.min(Math.floor(box.height / style.leading), Math.ceil(textWidth(text, style) / box.width) + 1))
  const isOneLine = textWidth(text, style) <= box.width
  const height = isOneLine ? style.leading : lines * style.leading
  textAt(doc, text, { x: box.x, y: box.y + Math.max(0, (box.height - height) / 2), width: box.width }, style, lines)
}
