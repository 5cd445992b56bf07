import { diffWords } from './wordDiff.ts'
import type { Part } from './redline.ts'
import { wordsOf } from './words.ts'

/** What differs on one page, with a few words around it. */
export interface PageDifference {
  /** The page, from 1, of the later document; of the earlier one for what is no longer there. */
  page: number
  parts: Part[]
}

interface Word {
  text: string
  page: number
}

/** Words shown before and after a change. */
const context = 6

/** Compares the words of two documents and says what differs, page by page. Line ends and page breaks do not count; the lines at head and
 *  foot of each page do, as terms could stand there as well. Empty where the words are the same. */
export function comparePages(before: readonly string[], after: readonly string[]): PageDifference[] {
  const changes = diffWords(wordsWithPages(before), wordsWithPages(after), ({ text }) => text)
  const differences: PageDifference[] = []
  changes.forEach(({ kind, words }, at) => {
    const isBlank = words.every(({ text }) => text === ' ')
    if (kind === 'same' || isBlank) return
    const page = words[0]?.page ?? 1
    const [previous, next] = [changes[at - 1], changes[at + 1]]
    const last = differences.at(-1)
    const isExchange = previous?.kind === 'deleted' && last?.parts.at(-1)?.kind === 'deleted'
    const parts: Part[] = [{ kind, text: textOf(words) }]
    if (next?.kind === 'same') parts.push({ kind: 'same', text: textOf(next.words.slice(0, context * 2)) })
    if (isExchange && last) {
      last.parts.push(...parts)
      last.page = page
    } else {
      const lead: Part[] = previous?.kind === 'same' ? [{ kind: 'same', text: textOf(previous.words.slice(-context * 2)) }] : []
      differences.push({ page, parts: [...lead, ...parts] })
    }
  })
  return differences
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('')
}

function wordsWithPages(pages: readonly string[]): Word[] {
  return pages.flatMap((text, at) => [...wordsOf(text), ' '].map((word) => ({ text: word, page: at + 1 })))
}
