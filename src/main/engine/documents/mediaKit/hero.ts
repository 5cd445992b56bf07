import { brandMark } from '../page/brandMark.ts'
import { drawLines, elementAt } from '../page/columns.ts'
import { paragraph, type Element, type Flow } from '../page/flow.ts'
import { checkImage } from '../page/images.ts'
import { rule } from '../page/shapes.ts'
import { margins, readableAccent, styles } from '../page/theme.ts'
import { graphemesOf } from '../fonts/fallback.ts'
import { layoutText, type TextStyle } from '../text/layout.ts'
import type { KitLabels } from './labels.ts'
import type { MediaKit } from './types.ts'

const side = 98
const gap = 22
const mostContactLines = 4
const nameStyle: TextStyle = { ...styles.title, size: 25, leading: 31 }
const longNameStyle: TextStyle = { ...styles.title, size: 14, leading: 19 }

/** The head of the kit: the agency's mark and whom to ask there, the portrait, name, headline and bio. */
export function hero(flow: Flow, parent: Element, kit: MediaKit, labels: KitLabels): void {
  const { doc } = flow
  const top = margins.top - 34
  const half = flow.width / 2 - 10
  brandMark(flow, parent, kit.branding, top, half)
  contact(flow, parent, kit, labels, { x: flow.left + half + 20, bottom: top + 44, width: half })
  const accent = readableAccent(kit.branding.accent ?? undefined)
  rule(doc, flow.left, top + 50, flow.width, accent, 1.2)
  flow.y = top + 66
  const start = flow.y
  portrait(flow, parent, kit, accent)
  const beside: Flow = { ...flow, left: flow.left + side + gap, width: flow.width - side - gap, y: start - 3 }
  const isLong = layoutText(kit.name, nameStyle, beside.width).length > 2
  paragraph(beside, parent, kit.name, isLong ? longNameStyle : nameStyle, { tag: 'H1', after: 2 })
  if (kit.headline) paragraph(beside, parent, kit.headline, styles.subtitle, { after: 7 })
  if (kit.bio) paragraph(beside, parent, kit.bio, styles.body)
  // A long bio goes on to the next page; what follows begins below it there.
  flow.y = beside.y > start ? Math.max(beside.y, start + side) + 18 : beside.y + 18
}

/** Whom to ask, standing on the line of the logo. */
function contact(flow: Flow, parent: Element, kit: MediaKit, labels: KitLabels, box: { x: number; bottom: number; width: number }): void {
  const [first, ...more] = kit.contact
  if (!first) return
  const lines = [`${labels.contact}: ${first}`, ...more].slice(0, mostContactLines)
  lines.forEach((line, at) => {
    const y = box.bottom - (lines.length - at) * styles.small.leading
    elementAt(flow.doc, parent, 'P', line, { x: box.x, y, width: box.width, align: 'right' }, styles.small, 1)
  })
}

function portrait(flow: Flow, parent: Element, kit: MediaKit, accent: string): void {
  const { doc } = flow
  const { left: x, y } = flow
  const figure = doc.struct('Figure', { alt: kit.name, bbox: [x, y, x + side, y + side] } as object)
  parent.add(figure)
  figure.add(() => {
    doc.save()
    doc.roundedRect(x, y, side, side, 10).clip()
    if (kit.portrait) {
      const image = checkImage(kit.portrait, 'The portrait')
      doc.image(image.source(doc), x, y, { cover: [side, side], align: 'center', valign: 'center' })
    } else initials(doc, kit.name, x, y, accent)
    doc.restore()
  })
  figure.end()
}

function initials(doc: PDFKit.PDFDocument, name: string, x: number, y: number, accent: string): void {
  doc.rect(x, y, side, side).fill(accent)
  const style: TextStyle = { size: 40, leading: 50, weight: 'bold', colour: '#ffffff' }
  drawLines(doc, layoutText(initialsOf(name), style, side), { x, y: y + (side - style.leading) / 2, width: side, align: 'center' }, style)
}

/** First letters of the first and last word; of a name without spaces, the first letter. */
function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => graphemesOf(word ?? '').find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '')
    .join('')
    .toUpperCase()
}
