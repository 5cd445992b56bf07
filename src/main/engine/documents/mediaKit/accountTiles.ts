import { drawLines } from '../page/columns.ts'
import { ensureRoom, paragraph, within, type Element, type Flow } from '../page/flow.ts'
import { decorate } from '../page/shapes.ts'
import { spoken } from '../page/spoken.ts'
import { colours, styles } from '../page/theme.ts'
import { layoutText, type Line, type TextStyle } from '../text/layout.ts'
import { wholeNumber, type KitLabels } from './labels.ts'
import type { KitAccount, MediaKit } from './types.ts'

const gap = 12
const padding = 10
const perRow = 3
const figureStyle: TextStyle = { size: 19, leading: 25, weight: 'bold', colour: colours.ink }

/** A tile for each account: platform and tier, handle, followers, engagement; under them how engagement was worked out. */
export function accountTiles(flow: Flow, parent: Element, kit: MediaKit, labels: KitLabels): void {
  for (let at = 0; at < kit.accounts.length; at += perRow) tileRow(flow, parent, kit.accounts.slice(at, at + perRow), kit, labels)
  if (kit.engagementBasis && kit.accounts.some(({ engagementRate }) => engagementRate !== null)) {
    paragraph(flow, parent, kit.engagementBasis, styles.small, { after: 14 })
  } else if (kit.accounts.length > 0) flow.y += 10
}

function tileRow(flow: Flow, parent: Element, accounts: KitAccount[], kit: MediaKit, labels: KitLabels): void {
  const { doc } = flow
  const columns = Math.min(perRow, kit.accounts.length)
  const width = (flow.width - gap * (columns - 1)) / columns
  const texts = accounts.map((account) => tileTexts(account, width - padding * 2, kit.language, labels))
  const height = Math.max(...texts.map(heightOf)) + padding * 2
  ensureRoom(flow, height + 20)
  texts.forEach((blocks, at) => {
    const x = flow.left + at * (width + gap)
    decorate(doc, () => doc.roundedRect(x, flow.y, width, height, 6).fill(colours.tint))
    within(doc, parent, 'Div', (element) => {
      let y = flow.y + padding
      for (const { text, lines, style, space } of blocks) {
        const place = { x: x + padding, y, width: width - padding * 2 }
        within(doc, element, 'P', (paragraph) => paragraph.add(() => drawLines(doc, lines, place, style)), spoken(text))
        y += lines.length * style.leading + space
      }
    })
  })
  flow.y += height + 10
}

function heightOf(blocks: Block[]): number {
  return blocks.reduce((sum, { lines, style, space }) => sum + lines.length * style.leading + space, 0)
}

interface Block {
  text: string
  lines: readonly Line[]
  style: TextStyle
  space: number
}

function tileTexts(account: KitAccount, width: number, language: string, labels: KitLabels): Block[] {
  const block = (text: string, style: TextStyle, space = 0): Block => ({ text, lines: layoutText(text, style, width), style, space })
  const head = account.tier ? `${account.platform} · ${account.tier}` : account.platform
  const count = account.followers === null ? labels.notKnown : wholeNumber(account.followers, language)
  return [
    block(head, styles.label, 1),
    block(account.handle, { ...styles.cell, weight: 'bold' }, 4),
    block(count, account.followers === null ? { ...styles.subtitle, leading: figureStyle.leading } : figureStyle),
    block(labels.followers, styles.small, 4),
    block(account.engagementRate ? labels.engagement.replace('{rate}', account.engagementRate) : labels.engagementNotKnown, styles.cell),
  ]
}
