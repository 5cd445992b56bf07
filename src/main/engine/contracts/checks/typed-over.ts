import type { ContractTable } from '../../db/schema-contracts.ts'
import type { Filled } from '../fill.ts'
import { typedOverClauses } from '../typed-over.ts'
import { warning, type Check } from './check.ts'

/** Kinds of clauses whose terms are held against something. */
const checkedKinds: ReadonlySet<string> = new Set(['licence', 'buy-out', 'exclusivity', 'compensation', 'schedule'])

/** Clauses whose words say what the fields need not: a person has to read them. */
export function typedOverChecks(row: Pick<ContractTable, 'language' | 'clauses'>, { filled }: Pick<Filled, 'filled'>): Check[] {
  return typedOverClauses(row, filled)
    .filter(({ kind }) => checkedKinds.has(kind))
    .map(({ heading }) => warning(null, `The clause “${heading}” was typed over, so its terms are not checked.`))
}
