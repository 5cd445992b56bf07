import { brandMark } from '../page/brandMark.ts'
import { elementAt } from '../page/columns.ts'
import { paragraph, within, type Element, type Flow } from '../page/flow.ts'
import { linesOf, linkAt } from '../page/link.ts'
import { decorate } from '../page/shapes.ts'
import { colours, margins, readableAccent, styles } from '../page/theme.ts'
import type { TextStyle } from '../text/layout.ts'
import { growthStory } from './growth.ts'
import { filled, shortDate, type KitLabels } from './labels.ts'
import { accountTiles, layTiles } from './parts/accountTiles.ts'
import { audienceBars, barsHeight } from './parts/audienceBars.ts'
import { contactAddress } from './parts/contact.ts'
import { growthChart, growthHeight } from './parts/growthChart.ts'
import { kitHeading } from './parts/heading.ts'
import { portrait } from './parts/picture.ts'
import { cardsHeight, postCards, postsHeading } from './parts/postCards.ts'
import type { MediaKit } from './types.ts'

const sideWidth = 186
const edge = 28
const chartHeight = 56
const headingHeight = styles.heading.leading + 4
const nameStyle: TextStyle = { ...styles.title, size: 24, leading: 30 }
const longNameStyle: TextStyle = { ...styles.title, size: 14, leading: 18 }
const cards = { columns: 3, pictureHeight: 50, headLines: 1, captionLines: 1, hasFigures: false }
const bars = { columns: 2, most: 6 }
/** Age groups are all shown; of places and languages these many. */
const mostPlaces = 5
/** What is kept of a bio however full the page is. */
const leastBioLines = 3

/** The kit on one page: who, where and how many in the middle; portrait, whom to ask, prices and brands in a column beside it. What has no
 *  room is cut, and said to be more. */
export function onePage(doc: PDFKit.PDFDocument, root: Element, kit: MediaKit, labels: KitLabels): void {
  doc.addPage()
  const { width, height } = doc.page
  const accent = readableAccent(kit.branding.accent ?? undefined)
  decorate(doc, () => {
    doc.rect(0, 0, sideWidth, height).fill(colours.tint)
    doc.rect(0, 0, width, 6).fill(accent)
  })
  const left = sideWidth + edge
  const bottom = height - margins.bottom + 26
  middle({ doc, left, width: width - left - edge, bottom: Infinity, y: 34 }, bottom, root, kit, labels, accent)
  side({ doc, left: edge, width: sideWidth - edge * 1.6, bottom, y: 34 }, root, kit, labels, accent)
}

function middle(flow: Flow, bottom: number, root: Element, kit: MediaKit, labels: KitLabels, accent: string): void {
  const { doc, left, width } = flow
  const isLong = linesOf(kit.name, nameStyle, width) > 2
  flow.y += elementAt(doc, root, 'H1', kit.name, { x: left, y: flow.y, width }, isLong ? longNameStyle : nameStyle, isLong ? 3 : 2)
  if (kit.headline) flow.y += elementAt(doc, root, 'P', kit.headline, { x: left, y: flow.y, width }, styles.subtitle, 2)
  flow.y += 8
  const tiles = layTiles(kit, labels, width, 3, 6)
  const [audience] = kit.audiences
  const parts = (audience?.parts ?? [])
    .slice(0, 4)
    .map((part) => (part.isInOrder ? part : { ...part, shares: part.shares.slice(0, mostPlaces) }))
  const posts = kit.posts.list.slice(0, cards.columns)
  const audienceRoom = parts.length > 0 ? headingHeight + barsHeight(parts, bars) + 4 : 0
  const postsRoom = posts.length > 0 ? headingHeight + styles.small.leading + 4 + cardsHeight(posts, kit, labels, width, cards) : 0
  const growthRoom = growthStory(kit, labels) ? growthHeight(chartHeight) : 0
  // The bio has what is left. Where the rest alone is too much, posts and then the history give way; both stand in the portfolio.
  const rest = bottom - flow.y - tiles.height - audienceRoom - 10
  const bioRoom = kit.bio ? Math.min(leastBioLines, linesOf(kit.bio, styles.body, width)) * styles.body.leading : 0
  const keepsGrowth = rest - bioRoom - growthRoom >= 0
  const keepsPosts = keepsGrowth && rest - bioRoom - growthRoom - postsRoom >= 0
  const free = rest - (keepsGrowth ? growthRoom : 0) - (keepsPosts ? postsRoom : 0)
  const bioLines = Math.floor(free / styles.body.leading)
  if (kit.bio && bioLines > 0) flow.y += elementAt(doc, root, 'P', kit.bio, { x: left, y: flow.y, width }, styles.body, bioLines) + 10
  accountTiles(flow, root, tiles, labels)
  if (keepsGrowth) growthChart(flow, root, kit, labels, chartHeight)
  if (audience && parts.length > 0) {
    const { platform, on } = audience
    kitHeading(flow, root, filled(labels.audienceOf, { platform, date: shortDate(on, kit.language) }), 0)
    audienceBars(flow, root, { ...audience, parts }, { ...bars, accent, language: kit.language }, labels)
    flow.y += 4
  }
  if (!keepsPosts || posts.length === 0) return
  postsHeading(flow, root, kit, labels, 0)
  postCards(flow, root, posts, kit, labels, cards)
}

function side(flow: Flow, root: Element, kit: MediaKit, labels: KitLabels, accent: string): void {
  const { doc, left, width } = flow
  const alt = filled(labels.portrait, { name: kit.name })
  portrait(doc, root, { name: kit.name, image: kit.portrait, alt, accent }, { x: left, y: flow.y, width, height: width })
  flow.y += width + 16
  const markTop = flow.bottom - 44
  const list = { ...flow, bottom: markTop - 10 }
  if (kit.contact.length > 0) {
    sideHeading(list, root, labels.contact)
    for (const line of kit.contact.slice(0, 5)) {
      list.y += linkAt(doc, root, line, contactAddress(line), { x: left, y: list.y, width }, styles.small)
    }
    list.y += 10
  }
  lines(list, root, labels.languages, kit.languages.length > 0 ? [[kit.languages.join(', '), null]] : [], labels)
  const rates = kit.rates.map(({ format, platform, price }): [string, string] => [[format, platform].filter(Boolean).join(', '), price])
  lines(list, root, labels.formats, rates, labels)
  const brands = kit.brands.map(({ brand, when }): [string, string | null] => [brand, when])
  lines(list, root, labels.past, brands, labels)
  brandMark({ ...flow, left }, root, kit.branding, markTop, width)
}

function sideHeading(flow: Flow, root: Element, text: string): void {
  paragraph(flow, root, text, styles.heading, { tag: 'H2', after: 3 })
}

/** A list in the side column, as long as there is room. */
function lines(flow: Flow, root: Element, heading: string, entries: readonly [string, string | null][], labels: KitLabels): void {
  const { doc, left, width } = flow
  const entryHeight = ([main, extra]: readonly [string, string | null]): number =>
    Math.min(2, linesOf(main, styles.cell, width)) * styles.cell.leading + (extra ? styles.small.leading : 0) + 3
  const moreHeight = styles.small.leading
  if (entries.length === 0 || flow.y + headingHeight + entryHeight(entries[0] ?? ['', null]) + moreHeight > flow.bottom) return
  sideHeading(flow, root, heading)
  within(doc, root, 'L', (list) => {
    let shown = 0
    for (const [main, extra] of entries) {
      const isLast = shown === entries.length - 1
      if (flow.y + entryHeight([main, extra]) + (isLast ? 0 : moreHeight) > flow.bottom) break
      within(doc, list, 'LI', (item) => {
        within(doc, item, 'LBody', (body) => {
          flow.y += elementAt(doc, body, 'P', main, { x: left, y: flow.y, width }, styles.cell, 2)
          if (extra) flow.y += elementAt(doc, body, 'P', extra, { x: left, y: flow.y, width }, styles.small, 1)
        })
      })
      flow.y += 3
      shown++
    }
    if (shown < entries.length) {
      const text = filled(labels.more, { count: String(entries.length - shown) })
      within(doc, list, 'LI', (item) => {
        flow.y += elementAt(doc, item, 'LBody', text, { x: left, y: flow.y, width }, styles.small, 1)
      })
    }
  })
  flow.y += 9
}
