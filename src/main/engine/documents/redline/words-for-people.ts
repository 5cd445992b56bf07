import type { ClauseRedline, Redline } from './redline.ts'

/** A redline with what it compares, for people to read. */
export interface RedlinePaper {
  title: string
  /** What the earlier and the later text are, such as "Contract 2026-0001, version 2". */
  before: string
  after: string
  redline: Redline
}

/** How much differs, in one sentence. */
export function countsSentence({ counts: { same, changed, inserted, deleted, moved } }: Redline): string {
  const parts = [
    changed > 0 ? `${changed} changed` : '',
    inserted > 0 ? `${inserted} came in` : '',
    deleted > 0 ? `${deleted} went out` : '',
    moved > 0 ? `${moved} moved` : '',
  ].filter(Boolean)
  const clauses = same === 1 ? '1 clause is' : `${same} clauses are`
  return parts.length === 0 ? 'The words are the same.' : `Of the clauses, ${parts.join(', ')}; ${clauses} the same word for word.`
}

/** What became of a clause; empty where nothing did. */
export function fateOf({ status, isMoved, before, after }: ClauseRedline): string {
  if (status === 'inserted') return 'new'
  if (status === 'deleted') return 'taken out'
  const moved = isMoved ? `moved from place ${before} to ${after}` : ''
  return [status === 'changed' ? 'changed' : '', moved].filter(Boolean).join(', ')
}

/** Clauses in which something happened. */
export function touched({ clauses }: Redline): ClauseRedline[] {
  return clauses.filter(({ status, isMoved }) => status !== 'same' || isMoved)
}
