import type { Person } from './read-people.ts'

/** What several rows say of one person, put together. */
export interface Mentions {
  count: number
  lines: number[]
  sample: string | null
  url: string | null
}

const mostLines = 20
const longestSample = 240

export function noMentions(): Mentions {
  return { count: 0, lines: [], sample: null, url: null }
}

/** Counts one more row; the longest text is the sample. */
export function addMention(mentions: Mentions, { line, text, url }: Person): void {
  mentions.count++
  if (mentions.lines.length < mostLines) mentions.lines.push(line)
  mentions.url ??= url
  if (text === null || text.length <= (mentions.sample?.length ?? 0)) return
  const plain = text.replaceAll(/\s+/g, ' ')
  mentions.sample = plain.length > longestSample ? `${plain.slice(0, longestSample - 1)}…` : plain
}
