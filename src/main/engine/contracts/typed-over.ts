import type { ContractTable } from '../db/schema-contracts.ts'
import type { FilledContract } from '../documents/contract/fillClauses.ts'
import { clauseLibrary } from '../documents/contract/library.ts'
import { keptClauses } from './kept.ts'

/** A clause whose words a person typed; `number` as the contract prints it. */
export interface TypedOver {
  id: string
  kind: string
  heading: string
  number: number
}

type Row = Pick<ContractTable, 'language' | 'clauses'>

/** The clauses of a contract that no longer say what the library says: what its fields hold need not be what such a clause agrees. */
export function typedOverClauses({ language, clauses: edits }: Row, { clauses }: Pick<FilledContract, 'clauses'>): TypedOver[] {
  const kept = keptClauses({ clauses: edits })
  const inLibrary = clauseLibrary(language).clauses
  return clauses
    .map(({ id, kind, heading }, at) => ({ id, kind, heading, number: at + 1 }))
    .filter(({ id }) => {
      const text = kept[id]?.text?.trim()
      return text !== undefined && !inLibrary.some((clause) => clause.id === id && clause.text.join('\n\n') === text)
    })
}
