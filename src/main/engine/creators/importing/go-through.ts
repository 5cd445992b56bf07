import type { SkippedLine } from '../../exchange/tables/types.ts'
import type { Changes } from './changes.ts'
import { findRepeats, identityHash, nameHash } from './identity-hash.ts'
import type { IdentityHash, Repeats } from './identity-hash.ts'
import type { MergeContext } from './merge.ts'
import type { OpenList } from './open-list.ts'
import { rowReader } from './row-reader.ts'
import { samePeople } from './same-people.ts'
import type { StoredCreators } from './stored-creators.ts'
import { takeIn } from './take-in.ts'
import type { CellProblem, CreatorDraft } from './types.ts'

export interface RowCounts {
  read: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  rejected: number
}

/** Before the first row. */
export const noRows: Readonly<RowCounts> = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }

/** What became of every row of a list; `read` is the sum of the others. */
export interface Findings {
  rows: RowCounts
  rejects: CellProblem[]
  /** Cells that were left out of rows that were kept. */
  notices: CellProblem[]
  skips: SkippedLine[]
}

export interface Going {
  /** Called between batches; throws to end the work. */
  pause(done: number, total: number): Promise<void> | void
  /** Takes what has to be written for one creator. */
  accept(changes: Changes): void
}

/** So many lines are named one by one; a sheet with a million blank lines says so in its count. */
const mostNamed = 20_000

/** Goes through a list row by row and says what each comes to against what the workspace has. Rows about one creator are taken together. */
export async function goThrough(
  { table, plan }: OpenList,
  stored: StoredCreators,
  context: MergeContext,
  { pause, accept }: Going,
): Promise<Findings> {
  const reader = rowReader(plan)
  const findings: Findings = { rows: { ...noRows }, rejects: [], notices: reader.warnings, skips: [] }
  const hashOf = identityHash(plan)
  const nameOf = nameHash(plan)
  const repeats = await findRepeats(table, hashOf, nameOf, () => pause(0, 1))
  const people = samePeople(plan.columns.find(({ field }) => field === 'name' || field === 'firstName')?.header ?? null)
  const groups = new Groups(repeats.counts, hashOf)
  const claims: CellProblem[] = []
  const handleColumn = plan.columns.find(({ field }) => field === 'handle' || field === 'url')?.header ?? null
  let done = 0
  const settle = (drafts: readonly CreatorDraft[]) => {
    const { outcomes, rejects, changes, claims: claimed } = takeIn(drafts, stored, context)
    for (const outcome of outcomes) findings.rows[outcome]++
    findings.rejects.push(...rejects)
    for (const claim of claimed) claims.push({ ...claim, column: handleColumn })
    for (const change of changes) accept(change)
  }
  for await (const { rows, lines, skipped } of table.rows()) {
    findings.rows.skipped += skipped.length
    if (findings.skips.length < mostNamed) findings.skips.push(...skipped.slice(0, mostNamed - findings.skips.length))
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as string[]
      const read = reader.read(row, lines[at] as number)
      if ('reject' in read) findings.rejects.push(read.reject)
      if ('draft' in read && comesAgain(row, repeats, hashOf, nameOf)) people.look(read.draft)
      const together = groups.complete(row, 'draft' in read ? read.draft : null)
      if (together) settle(together)
    }
    done += rows.length
    await pause(done, repeats.rows)
  }
  findings.rejects.sort((a, b) => a.line - b.line)
  const ofFile = table.notices().map(({ line, problem }) => ({ line, column: null, value: null, problem }))
  findings.notices = bearable([...ofFile, ...(plan.isOwnExport ? [] : people.notices()), ...claims, ...reader.warnings])
  for (const problem of [findings.rejects, findings.notices].flat()) shorten(problem)
  const { rows } = findings
  rows.rejected = findings.rejects.length
  rows.read = rows.created + rows.updated + rows.unchanged + rows.skipped + rows.rejected
  return findings
}

function comesAgain(row: readonly string[], { counts, names }: Repeats, hashOf: IdentityHash, nameOf: IdentityHash): boolean {
  if (counts.size === 0 && names.size === 0) return false
  const [identity, name] = [hashOf(row), nameOf(row)]
  return (identity !== null && counts.has(identity)) || (name !== null && names.has(name))
}

/** As many notices as can be read; how many there are beyond is said. */
function bearable(notices: CellProblem[]): CellProblem[] {
  if (notices.length <= mostNamed) return notices
  const problem = `There are ${(notices.length - mostNamed).toLocaleString('en-US')} more such remarks.`
  return [...notices.slice(0, mostNamed), { line: 0, column: null, value: null, problem }]
}

const longestValue = 500

function shorten(problem: CellProblem): void {
  if (problem.value !== null && problem.value.length > longestValue) problem.value = `${problem.value.slice(0, longestValue)}…`
}

/** Holds rows back until the last one about the same creator has come. */
class Groups {
  readonly #left: Map<number, number>
  readonly #held = new Map<number, CreatorDraft[]>()
  readonly #hashOf: IdentityHash

  constructor(counts: Map<number, number>, hashOf: IdentityHash) {
    this.#left = counts
    this.#hashOf = hashOf
  }

  /** The rows to take in now, or null while more are to come. `draft` is null for a row that was rejected. */
  complete(row: readonly string[], draft: CreatorDraft | null): CreatorDraft[] | null {
    const hash = this.#left.size === 0 ? null : this.#hashOf(row)
    const left = hash === null ? undefined : this.#left.get(hash)
    if (hash === null || left === undefined) return draft ? [draft] : null
    const held = this.#held.get(hash) ?? []
    if (draft) held.push(draft)
    if (left > 1) {
      this.#left.set(hash, left - 1)
      this.#held.set(hash, held)
      return null
    }
    this.#left.delete(hash)
    this.#held.delete(hash)
    return held.length > 0 ? held : null
  }
}
