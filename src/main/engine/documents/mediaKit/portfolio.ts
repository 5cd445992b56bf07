import { brandMark } from '../page/brandMark.ts'
import { elementAt } from '../page/columns.ts'
import { ensureRoom, paragraph, type Element, type Flow } from '../page/flow.ts'
import { linesOf, linkAt } from '../page/link.ts'
import { decorate } from '../page/shapes.ts'
import { table, type TableRow } from '../page/table.ts'
import { margins, readableAccent, styles } from '../page/theme.ts'
import type { TextStyle } from '../text/layout.ts'
import { filled, shortDate, type KitLabels } from './labels.ts'
import { audienceBars, barsHeight } from './parts/audienceBars.ts'
import { contactAddress } from './parts/contact.ts'
import { growthChart } from './parts/growthChart.ts'
import { kitHeading } from './parts/heading.ts'
import { portrait } from './parts/picture.ts'
import { cardsHeight, postCards, postsHeading } from './parts/postCards.ts'
import type { KitAccount, MediaKit } from './types.ts'
import { engagementText, followersText } from './words.ts'

const side = 168
const bandTop = 92
const bandHeight = 150
const onAccent = '#ffffff'
const nameStyle: TextStyle = { size: 27, leading: 34, weight: 'bold', colour: onAccent }
const longNameStyle: TextStyle = { size: 15, leading: 20, weight: 'bold', colour: onAccent }
const headlineStyle: TextStyle = { ...styles.subtitle, colour: onAccent }
const figureStyle: TextStyle = { size: 20, leading: 26, weight: 'bold', colour: styles.title.colour }
const cards = { columns: 2, pictureHeight: 118, headLines: 2, captionLines: 4, hasFigures: true }
const bars = { columns: 2, most: 8 }

/** The kit over as many pages as it takes: a wide head with the portrait and the figures in large, then everything in full. */
export function portfolio(flow: Flow, root: Element, kit: MediaKit, labels: KitLabels): void {
  const accent = readableAccent(kit.branding.accent ?? undefined)
  head(flow, root, kit, labels, accent)
  figures(flow, root, kit, labels)
  if (kit.bio) {
    kitHeading(flow, root, labels.about, 30)
    paragraph(flow, root, kit.bio, styles.body, { after: 14 })
  }
  if (kit.languages.length > 0) {
    kitHeading(flow, root, labels.languages, 20)
    paragraph(flow, root, kit.languages.join(', '), styles.body, { after: 14 })
  }
  accounts(flow, root, kit, labels)
  growthChart(flow, root, kit, labels, 120)
  for (const audience of kit.audiences) {
    const title = filled(labels.audienceOf, { platform: audience.platform, date: shortDate(audience.on, kit.language) })
    kitHeading(flow, root, title, Math.min(200, barsHeight(audience.parts.slice(0, 2), bars)))
    audienceBars(flow, root, audience, { ...bars, accent, language: kit.language }, labels)
    flow.y += 10
  }
  if (kit.posts.list.length > 0) {
    const first = cardsHeight(kit.posts.list.slice(0, cards.columns), kit, labels, flow.width, cards)
    postsHeading(flow, root, kit, labels, first + 4)
    postCards(flow, root, kit.posts.list, kit, labels, cards)
  }
  rates(flow, root, kit, labels)
  brands(flow, root, kit, labels)
  contact(flow, root, kit, labels)
}

function head(flow: Flow, root: Element, kit: MediaKit, labels: KitLabels, accent: string): void {
  const { doc, left } = flow
  const { width } = doc.page
  decorate(doc, () => doc.rect(0, bandTop, width, bandHeight).fill(accent))
  brandMark(flow, root, kit.branding, 34, flow.width * 0.6)
  const kind: TextStyle = { ...styles.subtitle, colour: accent, weight: 'bold' }
  elementAt(doc, root, 'P', labels.kind, { x: left + flow.width * 0.7, y: 56, width: flow.width * 0.3, align: 'right' }, kind, 1)
  const box = { x: left, y: bandTop + bandHeight - side + 26, width: side, height: side }
  const beside = { x: left + side + 24, width: flow.width - side - 24 }
  const isLong = linesOf(kit.name, nameStyle, beside.width) > 2
  const style = isLong ? longNameStyle : nameStyle
  const most = isLong ? 4 : 2
  const headlineLines = kit.headline ? Math.min(2, linesOf(kit.headline, headlineStyle, beside.width)) : 0
  const height = Math.min(most, linesOf(kit.name, style, beside.width)) * style.leading + headlineLines * headlineStyle.leading
  let y = bandTop + bandHeight - height - 18
  y += elementAt(doc, root, 'H1', kit.name, { ...beside, y }, style, most)
  if (kit.headline) elementAt(doc, root, 'P', kit.headline, { ...beside, y }, headlineStyle, 2)
  const alt = filled(labels.portrait, { name: kit.name })
  portrait(doc, root, { name: kit.name, image: kit.portrait, alt, accent: darker(accent) }, box)
  flow.y = bandTop + bandHeight + 44
}

/** Followers of the first accounts, in large. */
function figures(flow: Flow, root: Element, kit: MediaKit, labels: KitLabels): void {
  const shown = kit.accounts.slice(0, 4)
  if (shown.length === 0) return
  const { doc, left } = flow
  const width = flow.width / Math.max(3, shown.length)
  shown.forEach((account, at) => {
    const place = { x: left + at * width, y: flow.y, width: width - 10 }
    const isKnown = account.followers !== null
    const style = isKnown ? figureStyle : { ...styles.subtitle, leading: figureStyle.leading }
    elementAt(doc, root, 'P', followersText(account, kit.language, labels), place, style, 1)
    const words = `${labels.followers}, ${account.platform}`
    elementAt(doc, root, 'P', words, { ...place, y: flow.y + figureStyle.leading }, styles.small, 1)
  })
  flow.y += figureStyle.leading + styles.small.leading + 20
}

function accounts(flow: Flow, root: Element, kit: MediaKit, labels: KitLabels): void {
  if (kit.accounts.length === 0) return
  kitHeading(flow, root, labels.platforms, 60)
  const rows: TableRow[] = kit.accounts.map((account) => ({
    cells: [
      `${account.platform}\n${account.handle}`,
      account.tier ?? labels.notKnown,
      followersWithDate(account, kit, labels),
      account.engagement.map(({ basis, rate, how }) => `${engagementText(basis, rate, labels)}: ${how}`).join('\n') || labels.notKnown,
    ],
  }))
  const columns = [
    { label: labels.platform, share: 0.26 },
    { label: labels.tier, share: 0.13 },
    { label: labels.followersHead, share: 0.17, align: 'right' as const },
    { label: labels.engagementHead, share: 0.44 },
  ]
  table(flow, root, columns, rows, 16)
}

function followersWithDate(account: KitAccount, { language }: MediaKit, labels: KitLabels): string {
  const count = followersText(account, language, labels)
  return account.on && account.followers !== null ? `${count}\n${shortDate(account.on, language)}` : count
}

function rates(flow: Flow, root: Element, { rates }: MediaKit, labels: KitLabels): void {
  if (rates.length === 0) return
  kitHeading(flow, root, labels.formats, 60)
  const columns = [
    { label: labels.format, share: 0.4 },
    { label: labels.where, share: 0.35 },
    { label: labels.price, share: 0.25, align: 'right' as const },
  ]
  const rows: TableRow[] = rates.map(({ format, platform, price }) => ({ cells: [format, platform, price] }))
  table(flow, root, columns, rows, 16)
}

function brands(flow: Flow, root: Element, { brands }: MediaKit, labels: KitLabels): void {
  if (brands.length === 0) return
  kitHeading(flow, root, labels.past, 60)
  const columns = [
    { label: labels.brand, share: 0.36 },
    { label: labels.published, share: 0.4 },
    { label: labels.when, share: 0.24 },
  ]
  table(
    flow,
    root,
    columns,
    brands.map(({ brand, what, when }) => ({ cells: [brand, what ?? '', when ?? ''] })),
    16,
  )
}

function contact(flow: Flow, root: Element, kit: MediaKit, labels: KitLabels): void {
  if (kit.contact.length === 0) return
  ensureRoom(flow, 22 + kit.contact.length * styles.body.leading)
  kitHeading(flow, root, labels.contact, 20)
  for (const line of kit.contact) {
    ensureRoom(flow, styles.body.leading)
    flow.y += linkAt(flow.doc, root, line, contactAddress(line), { x: flow.left, y: flow.y, width: flow.width }, styles.body)
  }
  flow.y += margins.top / 10
}

/** Behind initials that stand on the accent itself. */
function darker(accent: string): string {
  const part = (at: number): string =>
    Math.round(Number.parseInt(accent.slice(at, at + 2), 16) * 0.72)
      .toString(16)
      .padStart(2, '0')
  return `#${part(1)}${part(3)}${part(5)}`
}
