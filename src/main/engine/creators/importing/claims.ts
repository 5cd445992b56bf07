import { foldText } from '#src/shared/domain/fold.ts'
import type { CreatorState } from './merge.ts'
import type { CellProblem, CreatorDraft } from './types.ts'

/** Says so where a row takes the handle of somebody who seems to be another person: under a name without a word in common, or under
 *  another name and another address. To be asked before the row is taken in; `firstLine` is the line that made them, null for one whom
 *  the workspace had. What the row replaces is named, because of two rows of one list the history keeps the last alone. */
export function claimOf({ row, accounts }: CreatorState, draft: CreatorDraft, firstLine: number | null): CellProblem | null {
  const [account] = draft.accounts
  if (!account || draft.isNameFromHandle) return null
  const [known, stated] = [foldText(row.name), foldText(draft.name)]
  if (known === stated || accounts.some(({ row: { handle } }) => foldText(handle) === known)) return null
  const isOtherAddress = row.email !== null && draft.email !== null && row.email.toLowerCase() !== draft.email.toLowerCase()
  const words = new Set(known.split(notOfWords))
  if (!isOtherAddress && stated.split(notOfWords).some((word) => word !== '' && words.has(word))) return null
  const where = firstLine === null ? 'in the workspace' : `in line ${firstLine}`
  const replaced = isOtherAddress ? `the name “${row.name}” and the address ${row.email} were` : `the name “${row.name}” was`
  const problem = `The handle is already ${where}, under another name; the row was taken as news of the same person, and ${replaced} replaced.`
  return { line: draft.line, column: null, value: account.handle, problem }
}

const notOfWords = /[^\p{L}\p{N}]+/u
