import { drawLines } from '../page/columns.ts'
import { ensureRoom, within, type Element, type Flow } from '../page/flow.ts'
import { rule } from '../page/shapes.ts'
import { spoken } from '../page/spoken.ts'
import { colours, styles } from '../page/theme.ts'
import { layoutText, type Line, type TextStyle } from '../text/layout.ts'
import type { Labels } from './library.ts'
import type { ContractDocument, Party } from './types.ts'

const gap = 18
const addressStyle: TextStyle = { ...styles.cell, size: 8.8, leading: 12.6, colour: colours.soft }

/** The parties side by side under the title: role, name, address and accounts. */
export function partiesBlock(flow: Flow, parent: Element, contract: ContractDocument, labels: Labels): void {
  const { parties } = contract
  if (parties.length === 0) return
  const width = (flow.width - gap * (parties.length - 1)) / parties.length
  const texts = parties.map((party) => partyTexts(party, width, labels))
  const height = Math.max(...texts.map(heightOf))
  ensureRoom(flow, height + 30)
  rule(flow.doc, flow.left, flow.y, flow.width, colours.rule)
  const top = flow.y + 10
  texts.forEach((blocks, at) => {
    within(flow.doc, parent, 'Div', (element) => {
      let y = top
      for (const { text, lines, style, space } of blocks) {
        const place = { x: flow.left + at * (width + gap), y, width }
        within(flow.doc, element, 'P', (paragraph) => paragraph.add(() => drawLines(flow.doc, lines, place, style)), spoken(text))
        y += lines.length * style.leading + space
      }
    })
  })
  flow.y = top + height + 10
  rule(flow.doc, flow.left, flow.y, flow.width, colours.rule)
  flow.y += 18
}

interface Block {
  text: string
  lines: readonly Line[]
  style: TextStyle
  space: number
}

function partyTexts(party: Party, width: number, labels: Labels): Block[] {
  const block = (text: string, style: TextStyle, space: number): Block => ({ text, lines: layoutText(text, style, width), style, space })
  return [
    block(labels[party.role], styles.label, 2),
    block(party.name || `[${labels[party.role]}: ${labels.open}]`, styles.name, 2),
    ...party.lines.map((line) => block(line, addressStyle, 0)),
  ]
}

function heightOf(blocks: Block[]): number {
  return blocks.reduce((sum, { lines, style, space }) => sum + lines.length * style.leading + space, 0)
}
