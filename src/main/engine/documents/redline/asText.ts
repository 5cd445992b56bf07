import type { ClauseRedline, Part } from './redline.ts'
import { countsSentence, fateOf, touched, type RedlinePaper } from './words-for-people.ts'

/** Marks around what went out and what came in; the same as in wdiff. */
const marks: Record<Part['kind'], (text: string) => string> = {
  same: (text) => text,
  deleted: (text) => `[-${text}-]`,
  inserted: (text) => `{+${text}+}`,
}

/** A redline as plain text: what went out between [- and -], what came in between {+ and +}. Clauses that stayed are left out. */
export function redlineAsText({ before, after, redline }: RedlinePaper): string {
  const head = [`From: ${before}`, `To:   ${after}`, countsSentence(redline)].join('\n')
  return [head, ...touched(redline).map(clauseText)].join('\n\n')
}

/** Words with their marks. */
export function markedText(parts: readonly Part[]): string {
  return parts.map(({ kind, text }) => marks[kind](text)).join('')
}

function clauseText(clause: ClauseRedline): string {
  const { status, heading, paragraphs } = clause
  const shown = status === 'changed' ? paragraphs.filter((parts) => parts.some(({ kind }) => kind !== 'same')) : paragraphs
  const lines = status === 'same' ? [] : shown.map((parts) => `   ${markedText(parts)}`)
  return [`${markedText(heading) || 'Head of the contract'} (${fateOf(clause)})`, ...lines].join('\n')
}
