import { foldText } from '#src/shared/domain/fold.ts'
import { changesOf } from './changes.ts'
import type { Changes } from './changes.ts'
import { claimOf } from './claims.ts'
import { mergeDraft, newState, stateOf } from './merge.ts'
import type { CreatorState, MergeContext } from './merge.ts'
import type { StoredCreators } from './stored-creators.ts'
import type { CellProblem, CreatorDraft } from './types.ts'

export type Outcome = 'created' | 'updated' | 'unchanged'

/** What came of rows that are about the same creator or a few. */
export interface TakenIn {
  outcomes: Outcome[]
  rejects: CellProblem[]
  /** Rows that take the handle of somebody with another name. */
  claims: CellProblem[]
  changes: Changes[]
}

interface About {
  state: CreatorState
  /** Of the row that made them; null for one whom the workspace had. */
  line: number | null
  /** Row by row: whether it changed what was known so far. */
  isChanged: boolean[]
}

/**
 * Takes rows in together, in file order, and says what became of each. Only where they lead in the end counts: rows that contradict each
 * other and
 * end at what the workspace has already are all unchanged, so that the same file twice changes nothing.
 */
export function takeIn(drafts: readonly CreatorDraft[], stored: StoredCreators, context: MergeContext): TakenIn {
  const abouts: About[] = []
  const rejects: CellProblem[] = []
  const claims: CellProblem[] = []
  const merge = ({ state, isChanged, line }: About, draft: CreatorDraft) => {
    const claim = context.isOwnExport ? null : claimOf(state, draft, line)
    if (claim) claims.push(claim)
    isChanged.push(mergeDraft(state, draft, context))
  }
  for (const draft of drafts) {
    const about = abouts.find(({ state }) => isAbout(state, draft))
    if (about) merge(about, draft)
    else open(draft, stored, context, { abouts, rejects, merge })
  }
  const taken: TakenIn = { outcomes: [], rejects, claims, changes: [] }
  for (const { state, isChanged } of abouts) {
    const changes = changesOf(state, context)
    if (changes) taken.changes.push(changes)
    taken.outcomes.push(
      ...isChanged.map((isRowChanged, at): Outcome => {
        if (!changes) return 'unchanged'
        if (at === 0 && !state.before) return 'created'
        return isRowChanged ? 'updated' : 'unchanged'
      }),
    )
  }
  return taken
}

function isAbout(state: CreatorState, draft: CreatorDraft): boolean {
  if (draft.id !== null && draft.id === state.row.id) return true
  if (draft.accounts.length === 0) return state.accounts.length === 0 && foldText(state.row.name) === foldText(draft.name)
  return draft.accounts.some(({ platform, handleKey }) =>
    state.accounts.some(({ row }) => row.platform === platform && row.handle_key === handleKey),
  )
}

interface Into {
  abouts: About[]
  rejects: CellProblem[]
  merge(about: About, draft: CreatorDraft): void
}

function open(draft: CreatorDraft, stored: StoredCreators, context: MergeContext, into: Into): void {
  const match = stored.match(draft)
  if (match.kind === 'several') {
    const names = match.names.join(', ')
    const problem = `The row’s accounts belong to different creators (${names}); merge them first or give each a row of their own.`
    into.rejects.push({ line: draft.line, column: null, value: draft.accounts.map(({ handle }) => handle).join(', '), problem })
  } else if (match.kind === 'none') into.abouts.push({ state: newState(draft, context), line: draft.line, isChanged: [true] })
  else {
    const about: About = { state: stateOf(stored.load(match.id)), line: null, isChanged: [] }
    into.abouts.push(about)
    into.merge(about, draft)
  }
}
