import { textAt } from '../../page/columns.ts'
import { ensureRoom, type Element, type Flow } from '../../page/flow.ts'
import { colours, styles } from '../../page/theme.ts'
import type { TextStyle } from '../../text/layout.ts'
import { shareText, type KitLabels } from '../labels.ts'
import type { KitAudience } from '../types.ts'
import { audienceSentence } from '../words.ts'

const gap = 20
const rowHeight = 13.5
const valueWidth = 34
const titleStyle: TextStyle = { ...styles.label, size: 8 }
const labelStyle: TextStyle = { ...styles.small, colour: colours.ink }
const valueStyle: TextStyle = { ...styles.small, weight: 'bold', colour: colours.ink }

type Part = KitAudience['parts'][number]

/** How a row of charts is set. */
export interface BarSetting {
  columns: number
  /** Bars of one chart at most. */
  most: number
  accent: string
  language: string
}

/** The room all charts of an audience take, without a heading. */
export function barsHeight(parts: readonly Part[], { columns, most }: Pick<BarSetting, 'columns' | 'most'>): number {
  return rowsOf(parts, columns).reduce((sum, row) => sum + chartHeight(row, most), 0)
}

/** A small chart of bars for each part of an audience, drawn from zero, each bar with its name and its figure. */
export function audienceBars(flow: Flow, parent: Element, audience: KitAudience, setting: BarSetting, labels: KitLabels): void {
  const { columns, most, accent, language } = setting
  const width = (flow.width - gap * (columns - 1)) / columns
  for (const row of rowsOf(audience.parts, columns)) {
    const height = chartHeight(row, most)
    ensureRoom(flow, height)
    row.forEach((part, at) => {
      const x = flow.left + at * (width + gap)
      const alt = audienceSentence(audience, part, language, labels)
      const figure = flow.doc.struct('Figure', { alt, bbox: [x, flow.y, x + width, flow.y + height - 8] } as object)
      parent.add(figure)
      figure.add(() => drawChart(flow, part, { x, width, most, accent, language }))
      figure.end()
    })
    flow.y += height
  }
}

function rowsOf(parts: readonly Part[], columns: number): Part[][] {
  return Array.from({ length: Math.ceil(parts.length / columns) }, (_, row) => parts.slice(row * columns, (row + 1) * columns))
}

function chartHeight(row: readonly Part[], most: number): number {
  return titleStyle.leading + 3 + Math.max(0, ...row.map(({ shares }) => Math.min(shares.length, most))) * rowHeight + 10
}

function drawChart(
  { doc, y: top }: Flow,
  { title, shares }: Part,
  { x, width, most, accent, language }: { x: number; width: number; most: number; accent: string; language: string },
): void {
  textAt(doc, title, { x, y: top, width }, titleStyle, 1)
  const shown = shares.slice(0, most)
  const largest = Math.max(1, ...shown.map(({ bp }) => bp))
  const labelWidth = Math.min(86, width * 0.42)
  const room = width - labelWidth - valueWidth - 8
  shown.forEach(({ label, bp }, at) => {
    const y = top + titleStyle.leading + 3 + at * rowHeight
    textAt(doc, label, { x, y, width: labelWidth }, labelStyle, 1)
    const length = Math.max(bp > 0 ? 0.8 : 0, (bp / largest) * room)
    doc.rect(x + labelWidth + 4, y + 2.4, length, 6.8).fill(accent)
    textAt(doc, shareText(bp, language), { x: x + labelWidth + 4 + length + 4, y, width: valueWidth + room - length }, valueStyle, 1)
  })
}
