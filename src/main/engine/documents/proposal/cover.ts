import { brandMark } from '../page/brandMark.ts'
import { elementAt } from '../page/columns.ts'
import { paragraph, type Element, type Flow } from '../page/flow.ts'
import { linesOf, linkAt } from '../page/link.ts'
import { decorate } from '../page/shapes.ts'
import { colours, readableAccent, styles } from '../page/theme.ts'
import type { TextStyle } from '../text/layout.ts'
import { dayOf, filled, shortDate, type KitLabels, type ProposalLabels } from '../mediaKit/labels.ts'
import { contactAddress } from '../mediaKit/parts/contact.ts'
import type { Proposal } from './types.ts'

const bandTop = 150
const titleStyle: TextStyle = { size: 30, leading: 38, weight: 'bold', colour: '#ffffff' }
const longTitleStyle: TextStyle = { ...titleStyle, size: 18, leading: 24 }
const clientStyle: TextStyle = { size: 14, leading: 20, weight: 'regular', colour: '#ffffff' }
const introStyle: TextStyle = { size: 11, leading: 17, weight: 'regular', colour: colours.ink }

/** The first page: the agency, for whom, what, since when, and the opening words. */
export function cover(flow: Flow, root: Element, proposal: Proposal, labels: KitLabels, words: ProposalLabels): void {
  const { doc, left, width } = flow
  const accent = readableAccent(proposal.branding.accent ?? undefined)
  const isLong = linesOf(proposal.title, titleStyle, width) > 3
  const style = isLong ? longTitleStyle : titleStyle
  const lines = Math.min(isLong ? 8 : 3, linesOf(proposal.title, style, width))
  const client = proposal.client ? filled(words.forClient, { client: proposal.client }) : words.kind
  const clientLines = Math.min(3, linesOf(client, clientStyle, width))
  const height = Math.max(210, lines * style.leading + clientLines * clientStyle.leading + 90)
  decorate(doc, () => doc.rect(0, bandTop, doc.page.width, height).fill(accent))
  brandMark(flow, root, proposal.branding, 60, width)
  let y = bandTop + height - lines * style.leading - clientLines * clientStyle.leading - 40
  y += elementAt(doc, root, 'P', client, { x: left, y, width }, clientStyle, 3) + 4
  elementAt(doc, root, 'H1', proposal.title, { x: left, y, width }, style, lines)
  flow.y = bandTop + height + 34
  const prepared = { agency: proposal.branding.name, date: shortDate(dayOf(proposal.createdAt), proposal.language) }
  paragraph(flow, root, filled(words.prepared, prepared), styles.subtitle, { after: 18 })
  for (const text of paragraphsOf(proposal.intro)) paragraph(flow, root, text, introStyle, { after: 10 })
  contactLines(flow, root, proposal, labels)
}

/** Whom to ask, under its own heading. */
export function contactLines(flow: Flow, root: Element, { contact }: Proposal, labels: KitLabels): void {
  if (contact.length === 0) return
  flow.y += 8
  paragraph(flow, root, labels.contact, styles.heading, { tag: 'H2', after: 4, keepBelow: contact.length * styles.body.leading })
  for (const line of contact) {
    flow.y += linkAt(flow.doc, root, line, contactAddress(line), { x: flow.left, y: flow.y, width: flow.width }, styles.body)
  }
}

/** A text's paragraphs; none of no text. */
export function paragraphsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
}
