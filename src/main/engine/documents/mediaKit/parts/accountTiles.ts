import { drawLines, fittedLines } from '../../page/columns.ts'
import { ensureRoom, within, type Element, type Flow } from '../../page/flow.ts'
import { decorate } from '../../page/shapes.ts'
import { spoken } from '../../page/spoken.ts'
import { colours, styles } from '../../page/theme.ts'
import type { Line, TextStyle } from '../../text/layout.ts'
import { filled, type KitLabels } from '../labels.ts'
import type { KitAccount, MediaKit } from '../types.ts'
import { accountHead, engagementText, followersText } from '../words.ts'

const gap = 10
const padding = 9
const figureStyle: TextStyle = { size: 17, leading: 22, weight: 'bold', colour: colours.ink }
const handleStyle: TextStyle = { ...styles.cell, weight: 'bold' }
const howStyle: TextStyle = { ...styles.small, size: 7.2, leading: 9.6 }
/** Of how the rate was worked out. */
const mostHowLines = 6

interface Block {
  text: string
  lines: readonly Line[]
  style: TextStyle
}

interface Laid {
  rows: Block[][][]
  more: number
  columns: number
}

/** Tiles for the first `most` accounts, laid out for `width`. */
export function layTiles(kit: MediaKit, labels: KitLabels, width: number, columns: number, most: number): Laid & { height: number } {
  const shown = kit.accounts.slice(0, most)
  const across = Math.max(1, Math.min(columns, shown.length))
  const inner = (width - gap * (across - 1)) / across - padding * 2
  const tiles = shown.map((account) => blocksOf(account, inner, kit.language, labels))
  const rows = Array.from({ length: Math.ceil(tiles.length / across) }, (_, row) => tiles.slice(row * across, (row + 1) * across))
  const more = kit.accounts.length - shown.length
  const height = rows.reduce((sum, row) => sum + rowHeight(row) + gap, more > 0 ? styles.small.leading + 4 : 0)
  return { rows, more, columns: across, height }
}

/** A tile for each account: platform and tier, handle, followers, engagement with its basis. */
export function accountTiles(flow: Flow, parent: Element, laid: Laid, labels: KitLabels): void {
  const { doc } = flow
  const width = (flow.width - gap * (laid.columns - 1)) / laid.columns
  for (const row of laid.rows) {
    const height = rowHeight(row)
    ensureRoom(flow, height)
    row.forEach((blocks, at) => {
      const x = flow.left + at * (width + gap)
      decorate(doc, () => doc.roundedRect(x, flow.y, width, height, 6).fill(colours.tint))
      within(doc, parent, 'Div', (element) => {
        let y = flow.y + padding
        for (const { text, lines, style } of blocks) {
          const place = { x: x + padding, y, width: width - padding * 2 }
          within(doc, element, 'P', (paragraph) => paragraph.add(() => drawLines(doc, lines, place, style)), spoken(text))
          y += lines.length * style.leading
        }
      })
    })
    flow.y += height + gap
  }
  if (laid.more > 0) {
    const lines = fittedLines(filled(labels.more, { count: String(laid.more) }), styles.small, flow.width, 1)
    within(doc, parent, 'P', (paragraph) => paragraph.add(() => drawLines(doc, lines, { x: flow.left, y: flow.y, width }, styles.small)))
    flow.y += styles.small.leading + 4
  }
}

function rowHeight(row: readonly Block[][]): number {
  const heights = row.map((blocks) => blocks.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0))
  return Math.max(0, ...heights) + padding * 2
}

function blocksOf(account: KitAccount, width: number, language: string, labels: KitLabels): Block[] {
  const block = (text: string, style: TextStyle, most = 1): Block => ({ text, lines: fittedLines(text, style, width, most), style })
  const count = followersText(account, language, labels)
  const unknown = { ...styles.subtitle, leading: figureStyle.leading }
  return [
    block(accountHead(account), styles.label),
    block(account.handle, handleStyle),
    block(count, account.followers === null ? unknown : figureStyle),
    block(labels.followers, styles.small),
    ...(account.engagement.length === 0 ? [block(labels.engagementNotKnown, styles.cell, 2)] : []),
    ...account.engagement.flatMap(({ basis, rate, how }) => [
      block(engagementText(basis, rate, labels), handleStyle),
      block(how, howStyle, mostHowLines),
    ]),
  ]
}
