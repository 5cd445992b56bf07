import { text } from '../../html/elements.ts'
import { escaped } from '../../html/text.ts'
import { growthStory, scaleFor } from '../growth.ts'
import { shareText, shortDate, wholeNumber, type KitLabels } from '../labels.ts'
import type { KitAudience, MediaKit } from '../types.ts'
import { audienceSentence } from '../words.ts'

const box = { left: 62, right: 350, top: 10, bottom: 130 }
const chartWidth = 420
const barsWidth = 320
const rowHeight = 22

/** Follower history as a drawing with its sentence for those who cannot see it; nothing where there is no history. */
export function growthHtml(kit: MediaKit, labels: KitLabels, tag = 'h2'): string {
  const story = growthStory(kit, labels)
  if (!story) return ''
  const { x, y, ticks } = scaleFor(story.points, box)
  const { first, last, points } = story
  const path = points.map((point) => `${round(x(point))} ${round(y(point.followers))}`).join(' L ')
  const marks = ticks.map((tick) => {
    const at = round(y(tick))
    const line = `<line class="rule" x1="${box.left}" x2="${box.right}" y1="${at}" y2="${at}"/>`
    return `${line}<text class="axis" x="${box.left - 8}" y="${at + 4}" text-anchor="end">${wholeNumber(tick, kit.language)}</text>`
  })
  const end = [round(x(last)), round(y(last.followers))]
  return `<section><${tag}>${escaped(story.title)}</${tag}>
<p class="soft">${escaped(story.change)}</p>
<figure class="growth"><svg viewBox="0 0 ${chartWidth} 156" role="img" aria-label="${escaped(story.sentence)}">
${marks.join('\n')}
<path class="area" d="M ${path} L ${end[0]} ${box.bottom} L ${round(x(first))} ${box.bottom} Z"/><path class="line" d="M ${path}"/>
<circle class="bar" cx="${end[0]}" cy="${end[1]}" r="3.5"/>
<text class="value" x="${box.right + 10}" y="${(end[1] ?? 0) + 4}">${wholeNumber(last.followers, kit.language)}</text>
<text class="axis" x="${box.left}" y="150">${shortDate(first.on, kit.language)}</text>
<text class="axis" x="${box.right}" y="150" text-anchor="end">${shortDate(last.on, kit.language)}</text>
</svg></figure></section>`
}

/** Bars for each part of an audience, drawn from zero. */
export function audienceHtml(audience: KitAudience, language: string, labels: KitLabels): string {
  const charts = audience.parts.map((part) => {
    const largest = Math.max(1, ...part.shares.map(({ bp }) => bp))
    const rows = part.shares.map(({ label, bp }, at) => {
      const [y, length] = [at * rowHeight, round(bp > 0 ? Math.max(1, (bp / largest) * 130) : 0)]
      const name = `<text x="0" y="${y + 15}">${escaped(shortened(label))}</text>`
      const bar = `<rect class="bar" x="126" y="${y + 5}" width="${length}" height="12"/>`
      return `${name}${bar}<text class="value" x="${132 + length}" y="${y + 15}">${shareText(bp, language)}</text>`
    })
    const alt = escaped(audienceSentence(audience, part, language, labels))
    const height = Math.max(1, part.shares.length) * rowHeight
    const drawing = `<svg viewBox="0 0 ${barsWidth} ${height}" role="img" aria-label="${alt}">${rows.join('')}</svg>`
    return `<figure>${text('figcaption', part.title, 'soft')}${drawing}</figure>`
  })
  return `<div class="charts">${charts.join('\n')}</div>`
}

/** What has room before a bar. */
function shortened(label: string): string {
  const characters = Array.from(label)
  return characters.length > 18 ? `${characters.slice(0, 17).join('')}…` : label
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
