import { z } from 'zod'

export const contractParts = ['terms', 'signing', 'changes', 'duties', 'record'] as const

/** Which part of a contract stands in the address, and the field that a check led to. */
export const ContractPartSearch = z.object({ part: z.enum(contractParts).optional(), field: z.string().optional() }).catch({})

export const partWords: Readonly<Record<(typeof contractParts)[number], string>> = {
  terms: 'Terms',
  signing: 'Signing',
  changes: 'Changes',
  duties: 'Duties',
  record: 'Record',
}
