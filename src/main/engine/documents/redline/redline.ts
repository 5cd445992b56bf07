import { diffWords } from './wordDiff.ts'
import { wordsOf } from './words.ts'

/** A clause in words alone. Clauses of a PDF have no id of their own. */
export interface ClauseText {
  id: string | null
  heading: string
  paragraphs: readonly string[]
}

/** A stretch of text that stayed, came in or went out. */
export interface Part {
  kind: 'same' | 'inserted' | 'deleted'
  text: string
}

/** What became of one clause. */
export interface ClauseRedline {
  id: string | null
  status: 'same' | 'changed' | 'inserted' | 'deleted'
  /** Whether it stands among other clauses than before. */
  isMoved: boolean
  /** Its place, from 1, in the earlier and in the later text; null where it is not. */
  before: number | null
  after: number | null
  heading: Part[]
  paragraphs: Part[][]
}

/** How two texts differ, clause by clause, in the order of the later one; what was taken out stands where it was. */
export interface Redline {
  clauses: ClauseRedline[]
  counts: { same: number; changed: number; inserted: number; deleted: number; moved: number }
}

/** Ends a paragraph within the words of a clause. */
const paragraphEnd = '\n'
/** From this share of common words on two clauses without a common name are the same one. */
const alike = 0.5

/** Compares two texts word by word. */
export function redlineOf(before: readonly ClauseText[], after: readonly ClauseText[]): Redline {
  const partners = partnersOf(before, after)
  const moved = movedAmong(partners)
  const clauses: ClauseRedline[] = []
  const deleted = before.map((clause, at) => ({ clause, at })).filter(({ at }) => !partners.includes(at))
  const takeDeleted = (upTo: number): void => {
    while (deleted[0] && deleted[0].at < upTo) {
      const { clause, at } = deleted.shift() ?? deleted[0]
      clauses.push(gone(clause, at))
    }
  }
  after.forEach((clause, at) => {
    const partner = partners[at] ?? null
    if (partner !== null && !moved.has(at)) takeDeleted(partner)
    const old = partner === null ? undefined : before[partner]
    clauses.push(old && partner !== null ? compared(old, clause, partner, at, moved.has(at)) : come(clause, at))
  })
  takeDeleted(Number.POSITIVE_INFINITY)
  const count = (status: ClauseRedline['status']) => clauses.filter((clause) => clause.status === status).length
  const counts = {
    same: count('same'),
    changed: count('changed'),
    inserted: count('inserted'),
    deleted: count('deleted'),
    moved: moved.size,
  }
  return { clauses, counts }
}

/** Whether the two texts say the same in the same order. */
export function isUnchanged({ counts }: Redline): boolean {
  return counts.changed + counts.inserted + counts.deleted + counts.moved === 0
}

/** For each later clause the earlier one it goes back to: by id, by heading, or by most words in common. */
function partnersOf(before: readonly ClauseText[], after: readonly ClauseText[]): (number | null)[] {
  const taken = new Set<number>()
  const partners: (number | null)[] = after.map(() => null)
  const pair = (fits: (one: ClauseText, other: ClauseText) => boolean): void => {
    after.forEach((clause, at) => {
      if (partners[at] !== null) return
      const found = before.findIndex((old, index) => !taken.has(index) && fits(old, clause))
      if (found < 0) return
      partners[at] = found
      taken.add(found)
    })
  }
  pair((old, clause) => old.id !== null && old.id === clause.id)
  pair((old, clause) => foldedHeading(old) !== '' && foldedHeading(old) === foldedHeading(clause))
  pairAlike(before, after, partners, taken)
  return partners
}

function foldedHeading({ heading }: ClauseText): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function pairAlike(before: readonly ClauseText[], after: readonly ClauseText[], partners: (number | null)[], taken: Set<number>): void {
  const open = after.map((clause, at) => ({ at, words: bagOf(clause) })).filter(({ at }) => partners[at] === null)
  const left = before.map((clause, at) => ({ at, words: bagOf(clause) })).filter(({ at }) => !taken.has(at))
  const pairs = open
    .flatMap((one) => left.map((other) => ({ at: one.at, old: other.at, share: shareOf(one.words, other.words) })))
    .filter(({ share }) => share >= alike)
    .toSorted((a, b) => b.share - a.share)
  for (const { at, old } of pairs) {
    if (partners[at] !== null || taken.has(old)) continue
    partners[at] = old
    taken.add(old)
  }
}

function bagOf({ heading, paragraphs }: ClauseText): Set<string> {
  return new Set(wordsOf([heading, ...paragraphs].join(' ').toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word)))
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return common / Math.max(one.size, other.size, 1)
}

/** The later clauses that do not stand in their old order: all but the longest row that does. */
function movedAmong(partners: readonly (number | null)[]): Set<number> {
  const paired = partners.flatMap((old, at) => (old === null ? [] : [{ at, old }]))
  const rows: { length: number; previous: number | null }[] = []
  paired.forEach(({ old }, index) => {
    let best: { length: number; previous: number | null } = { length: 1, previous: null }
    for (let other = 0; other < index; other++) {
      const length = (rows[other]?.length ?? 0) + 1
      if ((paired[other]?.old ?? 0) < old && length > best.length) best = { length, previous: other }
    }
    rows.push(best)
  })
  const stayed = new Set<number>()
  const longest = Math.max(0, ...rows.map(({ length }) => length))
  for (
    let at: number | null = rows.findIndex(({ length }) => length === longest);
    at !== null && at >= 0;
    at = rows[at]?.previous ?? null
  ) {
    stayed.add(at)
  }
  return new Set(paired.filter((_, index) => !stayed.has(index)).map(({ at }) => at))
}

function compared(old: ClauseText, now: ClauseText, before: number, after: number, isMoved: boolean): ClauseRedline {
  const heading = partsBetween(wordsOf(old.heading), wordsOf(now.heading))
  const paragraphs = splitParagraphs(partsBetween(bodyWords(old), bodyWords(now)))
  const isChanged = [heading, ...paragraphs].some((parts) => parts.some(({ kind }) => kind !== 'same'))
  const status = isChanged ? 'changed' : 'same'
  return { id: now.id ?? old.id, status, isMoved, before: before + 1, after: after + 1, heading, paragraphs }
}

function come(clause: ClauseText, at: number): ClauseRedline {
  return { id: clause.id, status: 'inserted', isMoved: false, before: null, after: at + 1, ...whole(clause, 'inserted') }
}

function gone(clause: ClauseText, at: number): ClauseRedline {
  return { id: clause.id, status: 'deleted', isMoved: false, before: at + 1, after: null, ...whole(clause, 'deleted') }
}

function whole({ heading, paragraphs }: ClauseText, kind: Part['kind']): Pick<ClauseRedline, 'heading' | 'paragraphs'> {
  return { heading: [{ kind, text: heading }], paragraphs: paragraphs.map((text) => [{ kind, text }]) }
}

function bodyWords({ paragraphs }: ClauseText): string[] {
  return paragraphs.flatMap((paragraph, at) => [...(at > 0 ? [paragraphEnd] : []), ...wordsOf(paragraph)])
}

function partsBetween(before: readonly string[], after: readonly string[]): Part[] {
  const parts = diffWords(before, after, (word) => word).map(({ kind, words }): Part => ({ kind, text: words.join('') }))
  return withoutCrumbs(parts)
}

/** What stayed between two larger changes goes with them: a sentence is exchanged as one, not around the "is" that both happen to have.
 *  A space that ends both stays. */
function withoutCrumbs(parts: readonly Part[]): Part[] {
  const found: Part[] = []
  const add = (kind: Part['kind'], text: string): void => {
    const last = found.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') found.push({ kind, text })
  }
  for (let at = 0; at < parts.length;) {
    let end = at
    while (end < parts.length && (parts[end]?.kind !== 'same' || (end > at && isCrumb(parts, end)))) end++
    const group = parts.slice(at, Math.max(end, at + 1))
    at += group.length
    const text = (kind: Part['kind']) => group.flatMap((part) => (part.kind === kind || part.kind === 'same' ? part.text : [])).join('')
    const kinds = (['deleted', 'inserted'] as const).filter((kind) => group.some((part) => part.kind === kind))
    if (kinds.length < 2) for (const part of group) add(part.kind, part.text)
    else {
      const isSpaceKept = kinds.every((kind) => text(kind).endsWith(' '))
      for (const kind of kinds) add(kind, isSpaceKept ? text(kind).slice(0, -1) : text(kind))
      if (isSpaceKept) add('same', ' ')
    }
  }
  return found
}

function isCrumb(parts: readonly Part[], at: number): boolean {
  const text = parts[at]?.text ?? ''
  const isWithin = !text.includes(paragraphEnd)
  return isWithin && text.length <= sizeOfChange(parts, at - 1, -1) && text.length <= sizeOfChange(parts, at + 1, 1)
}

/** The longer side of the change that begins at `at` and runs in one direction. */
function sizeOfChange(parts: readonly Part[], at: number, step: 1 | -1): number {
  const sizes = { deleted: 0, inserted: 0 }
  for (let part = parts[at]; part && part.kind !== 'same'; part = parts[(at += step)]) sizes[part.kind] += part.text.length
  return Math.max(sizes.deleted, sizes.inserted)
}

function splitParagraphs(parts: readonly Part[]): Part[][] {
  const paragraphs: Part[][] = [[]]
  for (const { kind, text } of parts) {
    text.split(paragraphEnd).forEach((piece, at) => {
      if (at > 0) paragraphs.push([])
      if (piece !== '') paragraphs.at(-1)?.push({ kind, text: piece })
    })
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
