import { textAt, type Place } from '../../page/columns.ts'
import { paragraph, type Element, type Flow } from '../../page/flow.ts'
import { colours, readableAccent, styles } from '../../page/theme.ts'
import type { TextStyle } from '../../text/layout.ts'
import { growthStory, scaleFor, type GrowthStory, type Scale } from '../growth.ts'
import { shortDate, wholeNumber, type KitLabels } from '../labels.ts'
import type { MediaKit } from '../types.ts'
import { kitHeading } from './heading.ts'

const axisWidth = 42
const endWidth = 50
const axisStyle: TextStyle = { ...styles.small, size: 7.4, leading: 10 }
const endStyle: TextStyle = { ...styles.cell, weight: 'bold' }

/** The room the chart takes with its heading, for a drawing `height` points high. */
export function growthHeight(height: number): number {
  return styles.heading.leading + 4 + styles.small.leading + 6 + height + 26
}

/** Follower history as a line: few marks, the last value named at its end, the whole told in a sentence for those who cannot see it. */
export function growthChart(flow: Flow, parent: Element, kit: MediaKit, labels: KitLabels, height: number, tag = 'H2'): void {
  const story = growthStory(kit, labels)
  if (!story) return
  const { doc } = flow
  kitHeading(flow, parent, story.title, height + 40, tag)
  paragraph(flow, parent, story.change, styles.small, { after: 6 })
  const right = flow.left + flow.width - endWidth
  const box = { left: flow.left + axisWidth, right, top: flow.y + 4, bottom: flow.y + height }
  const scale = scaleFor(story.points, box)
  const bbox = [flow.left, flow.y, flow.left + flow.width, flow.y + height + 14]
  const figure = doc.struct('Figure', { alt: story.sentence, bbox } as object)
  parent.add(figure)
  figure.add(() => {
    drawAxis(doc, flow.left, box, scale, kit.language)
    drawLineOf(doc, story, scale, box.bottom, readableAccent(kit.branding.accent ?? undefined))
    drawEnds(doc, story, box, scale, kit.language)
  })
  figure.end()
  flow.y += height + 26
}

interface Box {
  left: number
  right: number
  bottom: number
}

function drawAxis(doc: PDFKit.PDFDocument, edge: number, { left, right }: Box, { ticks, y }: Scale, language: string): void {
  for (const tick of ticks) {
    doc.moveTo(left, y(tick)).lineTo(right, y(tick)).lineWidth(0.5).strokeColor(colours.rule).stroke()
    const place: Place = { x: edge, y: y(tick) - axisStyle.leading / 2, width: left - edge - 7, align: 'right' }
    textAt(doc, wholeNumber(tick, language), place, axisStyle, 1)
  }
}

function drawLineOf(doc: PDFKit.PDFDocument, story: GrowthStory, { x, y }: Scale, bottom: number, accent: string): void {
  const { points, first, last } = story
  const trace = (): void => {
    doc.moveTo(x(first), y(first.followers))
    for (const point of points.slice(1)) doc.lineTo(x(point), y(point.followers))
  }
  doc.save()
  trace()
  doc.lineTo(x(last), bottom).lineTo(x(first), bottom).closePath().fillOpacity(0.09).fill(accent)
  doc.restore()
  trace()
  doc.lineWidth(1.6).lineJoin('round').lineCap('round').strokeColor(accent).stroke()
  doc.circle(x(last), y(last.followers), 2.6).fill(accent)
}

function drawEnds(doc: PDFKit.PDFDocument, { first, last }: GrowthStory, box: Box, scale: Scale, language: string): void {
  const value = { x: box.right + 7, y: scale.y(last.followers) - endStyle.leading / 2, width: endWidth - 7 }
  textAt(doc, wholeNumber(last.followers, language), value, endStyle, 1)
  const dates = { x: box.left, y: box.bottom + 4, width: box.right - box.left }
  textAt(doc, shortDate(first.on, language), dates, axisStyle, 1)
  textAt(doc, shortDate(last.on, language), { ...dates, align: 'right' }, axisStyle, 1)
}
