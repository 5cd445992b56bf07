import { paragraph, type Element, type Flow } from '../page/flow.ts'
import { textAt, type Place } from '../page/columns.ts'
import { colours, readableAccent, styles } from '../page/theme.ts'
import type { TextStyle } from '../text/layout.ts'
import { kitHeading } from './heading.ts'
import { shortDate, wholeNumber, type KitLabels } from './labels.ts'
import type { KitPoint, MediaKit } from './types.ts'

const height = 92
const axisWidth = 46
const endWidth = 62
const axisStyle: TextStyle = { ...styles.small, size: 7.6, leading: 10 }
const endStyle: TextStyle = { ...styles.cell, weight: 'bold' }

interface Scale {
  x(point: KitPoint): number
  y(followers: number): number
  ticks: number[]
  bottom: number
  right: number
}

/** Follower history as a line: few marks, the last value named at its end, the whole told in a sentence for those who cannot see it. */
export function growthChart(flow: Flow, parent: Element, kit: MediaKit, labels: KitLabels): void {
  const points = (kit.growth?.points ?? []).toSorted((a, b) => a.on.localeCompare(b.on))
  const [first, last] = [points[0], points.at(-1)]
  if (!kit.growth || !first || !last || first.on === last.on) return
  const { doc } = flow
  kitHeading(flow, parent, labels.growth.replace('{platform}', kit.growth.platform), height + 30)
  const summary = summaryOf(first, last, kit.language, labels)
  paragraph(flow, parent, changeOf(first, last, kit.language, labels), styles.small, { after: 8 })
  const scale = scaleFor(points, flow)
  const figure = doc.struct('Figure', { alt: summary, bbox: [flow.left, flow.y, flow.left + flow.width, flow.y + height + 14] } as object)
  parent.add(figure)
  figure.add(() => {
    drawAxis(doc, flow, scale, kit.language)
    drawLineOf(doc, points, scale, readableAccent(kit.branding.accent ?? undefined))
    drawEnds(doc, flow, first, last, scale, kit.language)
  })
  figure.end()
  flow.y += height + 28
}

function summaryOf(first: KitPoint, last: KitPoint, language: string, labels: KitLabels): string {
  return labels.growthText
    .replace('{from}', wholeNumber(first.followers, language))
    .replace('{to}', wholeNumber(last.followers, language))
    .replace('{start}', shortDate(first.on, language))
    .replace('{end}', shortDate(last.on, language))
}

function changeOf(first: KitPoint, last: KitPoint, language: string, labels: KitLabels): string {
  const days = Math.round((Date.parse(last.on) - Date.parse(first.on)) / 86_400_000)
  const format = new Intl.NumberFormat(language, { signDisplay: 'always', maximumFractionDigits: 0 })
  const change = format.format(last.followers - first.followers)
  return labels.change.replace('{change}', change).replace('{days}', String(days))
}

function scaleFor(points: KitPoint[], flow: Flow): Scale {
  const times = points.map(({ on }) => Date.parse(on))
  const [start, end] = [Math.min(...times), Math.max(...times)]
  const ticks = ticksFor(Math.min(...points.map(({ followers }) => followers)), Math.max(...points.map(({ followers }) => followers)))
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const left = flow.left + axisWidth
  const right = flow.left + flow.width - endWidth
  const [top, bottom] = [flow.y + 4, flow.y + height]
  return {
    x: ({ on }) => left + ((Date.parse(on) - start) / (end - start)) * (right - left),
    y: (followers) => bottom - ((followers - low) / (high - low)) * (bottom - top),
    ticks,
    bottom,
    right,
  }
}

/** Three to five round numbers that enclose the values. */
function ticksFor(low: number, high: number): number[] {
  const span = Math.max(high - low, high * 0.02, 4)
  const power = 10 ** Math.floor(Math.log10(span / 3))
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => span / size <= 3.5) ?? power * 10)
  const first = Math.max(0, Math.floor(low / step) * step)
  const ticks = [first]
  while ((ticks.at(-1) ?? 0) < high) ticks.push((ticks.at(-1) ?? 0) + step)
  return ticks.length > 1 ? ticks : [first, first + step]
}

function drawAxis(doc: PDFKit.PDFDocument, flow: Flow, { ticks, y, right }: Scale, language: string): void {
  for (const tick of ticks) {
    doc
      .moveTo(flow.left + axisWidth, y(tick))
      .lineTo(right, y(tick))
      .lineWidth(0.5)
      .strokeColor(colours.rule)
      .stroke()
    const place: Place = { x: flow.left, y: y(tick) - axisStyle.leading / 2, width: axisWidth - 8, align: 'right' }
    textAt(doc, wholeNumber(tick, language), place, axisStyle, 1)
  }
}

function drawLineOf(doc: PDFKit.PDFDocument, points: KitPoint[], { x, y, bottom }: Scale, accent: string): void {
  const [first, ...rest] = points
  const last = points.at(-1)
  if (!first || !last) return
  const trace = (): void => {
    doc.moveTo(x(first), y(first.followers))
    for (const point of rest) doc.lineTo(x(point), y(point.followers))
  }
  doc.save()
  trace()
  doc.lineTo(x(last), bottom).lineTo(x(first), bottom).closePath().fillOpacity(0.09).fill(accent)
  doc.restore()
  trace()
  doc.lineWidth(1.6).lineJoin('round').lineCap('round').strokeColor(accent).stroke()
  doc.circle(x(last), y(last.followers), 2.6).fill(accent)
}

function drawEnds(doc: PDFKit.PDFDocument, flow: Flow, first: KitPoint, last: KitPoint, scale: Scale, language: string): void {
  const value = { x: scale.right + 8, y: scale.y(last.followers) - endStyle.leading / 2, width: endWidth - 8 }
  textAt(doc, wholeNumber(last.followers, language), value, endStyle, 1)
  const dates = { x: flow.left + axisWidth, y: scale.bottom + 4, width: scale.right - flow.left - axisWidth }
  textAt(doc, shortDate(first.on, language), dates, axisStyle, 1)
  textAt(doc, shortDate(last.on, language), { ...dates, align: 'right' }, axisStyle, 1)
}
