import { elementAt } from '../../page/columns.ts'
import { ensureRoom, paragraph, within, type Element, type Flow } from '../../page/flow.ts'
import { linesOf, linkAt, shownAddress } from '../../page/link.ts'
import { colours, readableAccent, styles } from '../../page/theme.ts'
import type { TextStyle } from '../../text/layout.ts'
import type { KitLabels } from '../labels.ts'
import type { KitPost, MediaKit } from '../types.ts'
import { postAlt, postHead, postsTitle } from '../words.ts'
import { kitHeading } from './heading.ts'
import { picture } from './picture.ts'

const gap = 12
const headStyle: TextStyle = { ...styles.label }
const figureStyle: TextStyle = { ...styles.cell, weight: 'bold' }
const captionStyle: TextStyle = { ...styles.small, colour: colours.ink }

/** How a row of cards is set. */
export interface CardSetting {
  columns: number
  pictureHeight: number
  headLines: number
  captionLines: number
  /** Whether the single figures stand below the one they are ordered by. */
  hasFigures: boolean
}

interface Text {
  text: string
  style: TextStyle
  most: number
}

/** The room that the cards of `posts` take, without a heading. */
export function cardsHeight(posts: readonly KitPost[], kit: MediaKit, labels: KitLabels, width: number, setting: CardSetting): number {
  return rowsOf(posts, setting.columns).reduce(
    (sum, row) => sum + rowHeight(row, kit, labels, cardWidth(width, setting), setting) + gap,
    -gap,
  )
}

/** A card for each post: its picture where there is one, what it is, its figures, its caption and its address. */
export function postCards(
  flow: Flow,
  parent: Element,
  posts: readonly KitPost[],
  kit: MediaKit,
  labels: KitLabels,
  setting: CardSetting,
): void {
  const width = cardWidth(flow.width, setting)
  for (const row of rowsOf(posts, setting.columns)) {
    const height = rowHeight(row, kit, labels, width, setting)
    ensureRoom(flow, height)
    const top = flow.y
    row.forEach((post, at) => {
      const x = flow.left + at * (width + gap)
      within(flow.doc, parent, 'Div', (card) => drawCard(flow, card, post, { kit, labels, setting, x, top, width }))
    })
    flow.y = top + height + gap
  }
}

/** What the posts are chosen by stands with their heading. */
export function postsHeading(flow: Flow, parent: Element, kit: MediaKit, labels: KitLabels, below: number, tag = 'H2'): void {
  kitHeading(flow, parent, postsTitle(kit, labels), below + styles.small.leading, tag)
  if (kit.posts.note) paragraph(flow, parent, kit.posts.note, styles.small)
  flow.y += 4
}

interface Drawn {
  kit: MediaKit
  labels: KitLabels
  setting: CardSetting
  x: number
  top: number
  width: number
}

function drawCard({ doc }: Flow, card: Element, post: KitPost, { kit, labels, setting, x, top, width }: Drawn): void {
  if (post.picture) {
    const box = { x, y: top, width, height: setting.pictureHeight }
    picture(doc, card, post.picture, postAlt(post, kit.language, labels), 'The picture of a post', box)
  }
  let y = top + (post.picture ? setting.pictureHeight + 5 : 0)
  for (const { text, style, most } of textsOf(post, kit, labels, setting))
    y += elementAt(doc, card, 'P', text, { x, y, width }, style, most)
  if (!post.url) return
  const style = { ...styles.small, colour: readableAccent(kit.branding.accent ?? undefined) }
  linkAt(doc, card, shownAddress(post.url), post.url, { x, y, width }, style)
}

function textsOf(post: KitPost, { language }: MediaKit, labels: KitLabels, { headLines, captionLines, hasFigures }: CardSetting): Text[] {
  return [
    { text: postHead(post, language, labels), style: headStyle, most: headLines },
    ...(post.figure ? [{ text: post.figure, style: figureStyle, most: 1 }] : []),
    ...(hasFigures && post.figures.length > 0 ? [{ text: post.figures.join(', '), style: styles.small, most: 2 }] : []),
    ...(post.caption ? [{ text: post.caption, style: captionStyle, most: captionLines }] : []),
  ]
}

function rowsOf(posts: readonly KitPost[], columns: number): KitPost[][] {
  return Array.from({ length: Math.ceil(posts.length / columns) }, (_, row) => posts.slice(row * columns, (row + 1) * columns))
}

function cardWidth(width: number, { columns }: CardSetting): number {
  return (width - gap * (columns - 1)) / columns
}

function rowHeight(row: readonly KitPost[], kit: MediaKit, labels: KitLabels, width: number, setting: CardSetting): number {
  const heights = row.map((post) =>
    textsOf(post, kit, labels, setting).reduce(
      (sum, { text, style, most }) => sum + Math.min(most, linesOf(text, style, width)) * style.leading,
      (post.picture ? setting.pictureHeight + 5 : 0) + (post.url ? styles.small.leading : 0),
    ),
  )
  return Math.max(0, ...heights)
}
