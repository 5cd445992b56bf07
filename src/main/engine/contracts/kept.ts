import type { ContractTable } from '../db/schema-contracts.ts'
import type { ClauseEdits } from '../documents/contract/fillClauses.ts'
import type { MergeValues } from '../documents/contract/mergeFields.ts'

/** What a contract row keeps of its merge fields: what a person typed over, and, from the first signature on, the values that were signed. */
export interface KeptFields {
  edited: Record<string, string>
  signed: MergeValues | null
}

export function keptFields(row: Pick<ContractTable, 'fields'>): KeptFields {
  const kept = JSON.parse(row.fields) as Partial<KeptFields>
  return { edited: kept.edited ?? {}, signed: kept.signed ?? null }
}

export function keptClauses(row: Pick<ContractTable, 'clauses'>): ClauseEdits {
  return JSON.parse(row.clauses) as ClauseEdits
}
