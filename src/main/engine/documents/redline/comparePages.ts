import { diffWords, type WordChange } from './wordDiff.ts'
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

/** Words and spaces shown before and after a change. */
const context = 12
const gap = ' … '

/** Compares the words of two documents and says what differs, each page once and in order. Line ends and page breaks do not count; lines
 *  at head and foot of each page do, as terms could stand there as well. Empty where the words are the same. */
export function comparePages(before: readonly string[], after: readonly string[]): PageDifference[] {
  const changes = withoutBlanks(diffWords(wordsWithPages(before), wordsWithPages(after), ({ text }) => text))
  const pages = new Map<number, Part[]>()
  let last: number | null = null
  for (const [at, change] of changes.entries()) {
    if (change.kind === 'same') {
      if (last !== null) tell(pages, last, 'same', onPageOf(change.words, 0).slice(0, context))
      continue
    }
    for (const [index, piece] of wordedPieces(change.words).entries()) {
      const page: number = exchangedOn(changes, at) ?? piece[0]?.page ?? 1
      const previous = index === 0 ? changes[at - 1] : undefined
      if (previous?.kind === 'same') lead(pages, page, previous.words, page === last)
      tell(pages, page, change.kind, piece)
      last = page
    }
  }
  return [...pages].map(([page, parts]) => ({ page, parts })).toSorted((a, b) => a.page - b.page)
}

/** The words before a change; on the page of the change before, those that do not stand there yet. */
function lead(pages: Map<number, Part[]>, page: number, words: readonly Word[], isGoingOn: boolean): void {
  const told = isGoingOn ? onPageOf(words, 0).slice(0, context).length : 0
  const shown = onPageOf(words.slice(told), -1).slice(-context)
  if (pages.has(page) && told + shown.length < words.length) pages.get(page)?.push({ kind: 'same', text: gap })
  tell(pages, page, 'same', shown)
}

function tell(pages: Map<number, Part[]>, page: number, kind: Part['kind'], words: readonly Word[]): void {
  if (words.length === 0) return
  const parts = pages.get(page) ?? []
  pages.set(page, parts)
  parts.push({ kind, text: words.map(({ text }) => text).join('') })
}

/** The page of the later document on which some words were exchanged for others; null where either side runs over a page end. */
function exchangedOn(changes: readonly WordChange<Word>[], at: number): number | null {
  const [from, to] = changes[at]?.kind === 'deleted' ? [changes[at], changes[at + 1]] : [changes[at - 1], changes[at]]
  if (from?.kind !== 'deleted' || to?.kind !== 'inserted') return null
  const isWithin = wordedPieces(from.words).length === 1 && wordedPieces(to.words).length === 1
  return isWithin ? (wordedPieces(to.words)[0]?.[0]?.page ?? null) : null
}

/** Those words that stand on the page of the first one, or of the last one. */
function onPageOf(words: readonly Word[], end: 0 | -1): readonly Word[] {
  return splitAtPages(words).at(end) ?? []
}

function splitAtPages(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = []
  for (const word of words) {
    const piece = pieces.at(-1)
    if (piece?.[0]?.page === word.page) piece.push(word)
    else pieces.push([word])
  }
  return pieces
}

/** The same without pieces of nothing but spaces. */
function wordedPieces(words: readonly Word[]): Word[][] {
  return splitAtPages(words).filter((piece) => piece.some(({ text }) => text !== ' '))
}

/** Changes of nothing but spaces are none. */
function withoutBlanks(changes: readonly WordChange<Word>[]): WordChange<Word>[] {
  const found: WordChange<Word>[] = []
  for (const change of changes) {
    if (change.kind !== 'same' && change.words.every(({ text }) => text === ' ')) continue
    const last = found.at(-1)
    if (last?.kind === 'same' && change.kind === 'same') last.words.push(...change.words)
    else found.push({ ...change, words: [...change.words] })
  }
  return found
}

function wordsWithPages(pages: readonly string[]): Word[] {
  return pages.flatMap((text, at) => [...wordsOf(text), ' '].map((word) => ({ text: word, page: at + 1 })))
}
