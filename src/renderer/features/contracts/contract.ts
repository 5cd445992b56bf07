import type { z } from 'zod'
import type { ContractDetail, ContractRow } from '#src/shared/contract/contracts.ts'
import type { Tone } from '../../ui/StatusDot.tsx'

export type Contract = z.infer<typeof ContractDetail>
export type ContractLine = z.infer<typeof ContractRow>
export type ContractStatus = ContractLine['status']

const tones: Record<ContractStatus, Tone> = {
  draft: 'neutral',
  'internal approval': 'neutral',
  sent: 'accent',
  'signed by one': 'warn',
  'signed by all': 'good',
  amended: 'good',
  expired: 'neutral',
  declined: 'bad',
  terminated: 'neutral',
}
const words: Record<ContractStatus, string> = {
  draft: 'Draft',
  'internal approval': 'For approval',
  sent: 'Sent',
  'signed by one': 'Signed by agency',
  'signed by all': 'Signed by both',
  amended: 'Amended',
  expired: 'Expired',
  declined: 'Declined',
  terminated: 'Terminated',
}

export function statusLook(status: ContractStatus): { tone: Tone; word: string } {
  return { tone: tones[status], word: words[status] }
}

/** Who signs next, if anybody. */
export function nextSigner(status: ContractStatus): 'agency' | 'creator' | null {
  if (status === 'draft' || status === 'sent') return 'agency'
  return status === 'signed by one' ? 'creator' : null
}
