import type { z } from 'zod'
import type { ContractDetail, ContractRow } from '#src/shared/contract/contracts.ts'
import type { Tone } from '../../ui/StatusDot.tsx'

export type Contract = z.infer<typeof ContractDetail>
export type ContractLine = z.infer<typeof ContractRow>
export type ContractStatus = ContractLine['status']
export type SignerRole = Contract['signatures'][number]['role']

const looks: Readonly<Record<ContractStatus, { tone: Tone; word: string }>> = {
  draft: { tone: 'neutral', word: 'Draft' },
  'internal approval': { tone: 'accent', word: 'For approval' },
  sent: { tone: 'accent', word: 'Sent' },
  'signed by one': { tone: 'warn', word: 'Signed by one side' },
  'signed by all': { tone: 'good', word: 'Signed by both' },
  amended: { tone: 'good', word: 'Amended' },
  expired: { tone: 'neutral', word: 'Expired' },
  declined: { tone: 'bad', word: 'Declined' },
  terminated: { tone: 'neutral', word: 'Terminated' },
}

export function statusLook(status: ContractStatus): { tone: Tone; word: string } {
  return looks[status]
}

/** The same, with the side that has signed by name where it is known. */
export function statusWord({ status, signatures }: Pick<Contract, 'status' | 'signatures'>): string {
  const [first] = signatures
  return status === 'signed by one' && first ? `Signed by ${first.role}` : looks[status].word
}

/** The sides that have not signed and still may, the agency first; either may sign before the other. */
export function openRoles({ status, signatures, counterparty }: Pick<Contract, 'status' | 'signatures' | 'counterparty'>): SignerRole[] {
  const roles: SignerRole[] = ['draft', 'sent', 'signed by one'].includes(status) ? ['agency', counterparty.role] : []
  return roles.filter((role) => !signatures.some((signature) => signature.role === role))
}

export function canEdit({ status }: Pick<Contract, 'status'>): boolean {
  return status === 'draft'
}
