import { foldText } from '#src/shared/domain/fold.ts'
import { parseHandle } from '#src/shared/domain/handles.ts'
import type { RosterReader } from '../../db/roster-reader.ts'

/** The parts of a search, all of which have to be found: folded, without a leading @. A pasted profile address is searched by its
 *  handle. */
function searchTerms(search: string): string[] {
  return search
    .split(/\s+/)
    .flatMap((word) =>
      foldText(handleIn(word) ?? word)
        .replace(/^@+(?=.)/, '')
        .split(' '),
    )
    .filter((term) => term !== '')
}

function handleIn(word: string): string | null {
  if (!/\w\.\w+\//.test(word)) return null
  const handle = parseHandle(word)
  return handle.kind === 'value' ? handle.value.handle : null
}

/** Three characters make one entry of the index; shorter ones are looked for in names and handles alone. */
const shortestIndexed = 3

/** In code points, as the index counts. */
function lengthOf(term: string): number {
  return Array.from(term).length
}

/** Marks the lines that have every term; null where there is nothing to search for. */
export function linesFound(reader: RosterReader, search: string | undefined, size: number): Uint8Array | null {
  const terms = searchTerms(search ?? '')
  if (terms.length === 0) return null
  const indexed = terms.filter((term) => lengthOf(term) >= shortestIndexed)
  const short = terms.filter((term) => !indexed.includes(term))
  const lists = [...(indexed.length > 0 ? [reader.withTerms(indexed)] : []), ...short.map((term) => reader.withShortTerm(term))]
  const hits = new Uint8Array(size)
  for (const [before, list] of lists.entries()) for (const line of list) if (hits[line] === before) hits[line] = before + 1
  // A line of all lists has been counted up to their number.
  for (let line = 0; line < size; line++) hits[line] = hits[line] === lists.length ? 1 : 0
  return hits
}
