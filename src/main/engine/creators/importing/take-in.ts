import { foldText } from '#src/shared/domain/fold.ts'
import { changesOf } from './changes.ts'
import type { Changes } from './changes.ts'
import { mergeDraft, newState, stateOf } from './merge.ts'
import type { CreatorState, MergeContext } from './merge.ts'
import type { StoredCreators } from './stored-creators.ts'
import type { CellProblem, CreatorDraft } from './types.ts'

export type Outcome = 'created' | 'updated' | 'unchanged'

/** What came of rows that are about the same creator or a few. */
export interface TakenIn {
  outcomes: Outcome[]
  rejects: CellProblem[]
  changes: Changes[]
}

interface About {
  state: CreatorState
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
  for (const draft of drafts) {
    const about = abouts.find(({ state }) => isAbout(state, draft))
    if (about) about.isChanged.push(mergeDraft(about.state, draft, context))
    else open(draft, stored, context, { abouts, rejects })
  }
  const taken: TakenIn = { outcomes: [], rejects, changes: [] }
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

function open(draft: CreatorDraft, stored: StoredCreators, context: MergeContext, into: { abouts: About[]; rejects: CellProblem[] }): void {
  const match = stored.match(draft)
  if (match.kind === 'several') {
    const names = match.names.join(', ')
    const problem = `The row’s accounts belong to different creators (${names}); merge them first or give each a row of their own.`
    into.rejects.push({ line: draft.line, column: null, value: draft.accounts.map(({ handle }) => handle).join(', '), problem })
  } else if (match.kind === 'none') into.abouts.push({ state: newState(draft, context), isChanged: [true] })
  else {
    const state = stateOf(stored.load(match.id))
    into.abouts.push({ state, isChanged: [mergeDraft(state, draft, context)] })
  }
}
