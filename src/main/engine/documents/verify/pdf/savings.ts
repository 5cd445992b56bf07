import type { PdfFile } from './file.ts'

/** How often a file was saved, each time appending to it. */
export interface Savings {
  count: number
  /** The number of the last saving, from 1, that lies wholly before `end`; null where none does. */
  savingAt(end: number): number | null
}

/** Counts the savings of a file. A file laid out for the web has two cross-reference sections from its first saving, the later part of the
 *  file first. */
export function savingsOf(file: PdfFile): Savings {
  const starts: number[] = []
  let furthest = -1
  for (const { offset } of file.sections.toReversed()) {
    if (offset > furthest) starts.push(offset)
    furthest = Math.max(furthest, offset)
  }
  return { count: starts.length, savingAt: (end) => starts.filter((start) => start < end).length || null }
}
