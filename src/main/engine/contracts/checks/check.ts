import type { z } from 'zod'
import type { ContractCheck } from '#src/shared/contract/contracts-composing.ts'
import type { MergeField } from '../../documents/contract/mergeFields.ts'

export type Check = z.infer<typeof ContractCheck>

export function problem(field: MergeField | null, message: string): Check {
  return { level: 'problem', field, message }
}

export function warning(field: MergeField | null, message: string): Check {
  return { level: 'warning', field, message }
}
