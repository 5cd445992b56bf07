import { elementAt } from '../page/columns.ts'
import { breakPage, within, type Element, type Flow } from '../page/flow.ts'
import { linesOf } from '../page/link.ts'
import { decorate } from '../page/shapes.ts'
import { colours, margins, readableAccent, styles } from '../page/theme.ts'
import type { TextStyle } from '../text/layout.ts'
import { filled, shortDate, type KitLabels, type ProposalLabels } from '../mediaKit/labels.ts'
import { accountTiles, layTiles } from '../mediaKit/parts/accountTiles.ts'
import { audienceBars, barsHeight } from '../mediaKit/parts/audienceBars.ts'
import { growthChart } from '../mediaKit/parts/growthChart.ts'
import { kitHeading } from '../mediaKit/parts/heading.ts'
import { portrait } from '../mediaKit/parts/picture.ts'
import { cardsHeight, postCards, postsHeading } from '../mediaKit/parts/postCards.ts'
import type { ProposedCreator } from './types.ts'
import { accountSentence, audienceBriefs } from './words.ts'

const nameStyle: TextStyle = { ...styles.title, size: 18, leading: 24 }
const padding = 10
const cards = { columns: 3, pictureHeight: 70, headLines: 2, captionLines: 2, hasFigures: false }
const bars = { columns: 2, most: 6 }

/** A page for one creator: who they are, why they fit, what they cost, and their figures with the charts. */
export function creatorPage(flow: Flow, root: Element, proposed: ProposedCreator, labels: KitLabels, words: ProposalLabels): void {
  const { kit } = proposed
  breakPage(flow)
  head(flow, root, proposed, labels, words, { side: 96, bioLines: 7, factLines: 2 })
  why(flow, root, proposed, words, 12)
  const tiles = layTiles(kit, labels, flow.width, 3, 6)
  accountTiles(flow, root, tiles, labels)
  flow.y += 4
  growthChart(flow, root, kit, labels, 76, 'H3')
  const accent = readableAccent(kit.branding.accent ?? undefined)
  const [audience] = kit.audiences
  if (audience) {
    const parts = audience.parts.slice(0, 4)
    const title = filled(labels.audienceOf, { platform: audience.platform, date: shortDate(audience.on, kit.language) })
    const height = barsHeight(parts, bars)
    if (flow.y + height + 24 <= flow.bottom || flow.y < flow.bottom / 2) {
      kitHeading(flow, root, title, height, 'H3')
      audienceBars(flow, root, { ...audience, parts }, { ...bars, accent, language: kit.language }, labels)
    }
  }
  const posts = kit.posts.list.slice(0, cards.columns)
  const height = cardsHeight(posts, kit, labels, flow.width, cards) + 40
  if (posts.length === 0 || flow.y + height > flow.bottom) return
  postsHeading(flow, root, kit, labels, height - 40, 'H3')
  postCards(flow, root, posts, kit, labels, cards)
}

/** Half a page for one creator: who they are, why they fit, what they cost, and their figures in words. What has no room there is cut. */
export function creatorHalf(
  flow: Flow,
  root: Element,
  proposed: ProposedCreator,
  isUpper: boolean,
  labels: KitLabels,
  words: ProposalLabels,
): void {
  const half = (flow.bottom - margins.top) / 2
  if (isUpper) breakPage(flow)
  else flow.y = margins.top + half + 8
  const bottom = flow.y + half - 8
  head(flow, root, proposed, labels, words, { side: 78, bioLines: 2, factLines: 1 })
  why(flow, root, proposed, words, 4)
  const { kit } = proposed
  const accounts = kit.accounts.slice(0, 3).map((account) => accountSentence(account, kit.language, labels))
  for (const { head, text } of [
    ...accounts,
    ...audienceBriefs(kit)
      .slice(0, 3)
      .map(({ title, text }) => ({ head: title, text })),
  ]) {
    if (flow.y + styles.small.leading * 2 > bottom) return
    const spans = [{ text: `${head}: `, weight: 'bold' as const }, { text }]
    flow.y += elementAt(flow.doc, root, 'P', spans, { x: flow.left, y: flow.y, width: flow.width }, styles.small, 2) + 2
  }
}

function head(
  flow: Flow,
  root: Element,
  { kit, price }: ProposedCreator,
  labels: KitLabels,
  words: ProposalLabels,
  { side, bioLines, factLines }: { side: number; bioLines: number; factLines: number },
): void {
  const { doc, left } = flow
  const accent = readableAccent(kit.branding.accent ?? undefined)
  const x = left + side + 18
  const width = flow.width - side - 18
  let y = flow.y - 3
  y += elementAt(doc, root, 'H2', kit.name, { x, y, width }, linesOf(kit.name, nameStyle, width) > 2 ? styles.name : nameStyle, 2)
  if (kit.headline) y += elementAt(doc, root, 'P', kit.headline, { x, y, width }, styles.subtitle, factLines)
  if (price) {
    const text = `${words.rate}: ${price.amount}, ${price.what}`
    y += elementAt(doc, root, 'P', text, { x, y, width }, { ...styles.cell, weight: 'bold', colour: accent }, factLines)
  }
  if (kit.bio) y += elementAt(doc, root, 'P', kit.bio, { x, y: y + 4, width }, styles.body, bioLines) + 4
  const alt = filled(labels.portrait, { name: kit.name })
  portrait(doc, root, { name: kit.name, image: kit.portrait, alt, accent }, { x: left, y: flow.y, width: side, height: side })
  flow.y = Math.max(y, flow.y + side) + 12
}

/** The agency's own words for choosing them, set apart. */
function why(flow: Flow, root: Element, { kit, why }: ProposedCreator, words: ProposalLabels, mostLines: number): void {
  if (!why) return
  const { doc, left } = flow
  const width = flow.width - padding * 2 - 4
  const title = filled(words.why, { name: kit.name })
  const lines = Math.min(mostLines, linesOf(why, styles.body, width))
  const height = styles.heading.leading + 2 + lines * styles.body.leading + padding * 2
  decorate(doc, () => {
    doc.rect(left, flow.y, flow.width, height).fill(colours.tint)
    doc.rect(left, flow.y, 4, height).fill(readableAccent(kit.branding.accent ?? undefined))
  })
  within(doc, root, 'Sect', (part) => {
    const x = left + padding + 4
    elementAt(doc, part, 'H3', title, { x, y: flow.y + padding, width }, styles.heading, 1)
    elementAt(doc, part, 'P', why, { x, y: flow.y + padding + styles.heading.leading + 2, width }, styles.body, mostLines)
  })
  flow.y += height + 12
}
