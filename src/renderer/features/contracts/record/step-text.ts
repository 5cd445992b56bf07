import type { z } from 'zod'
import type { trail } from '#src/shared/contract/contracts-trail.ts'

type Step = z.infer<NonNullable<(typeof trail)['trail']['~orpc']['outputSchema']>>['steps'][number]

const words: Readonly<Record<string, string>> = {
  made: 'Made',
  edited: 'Edited',
  rendered: 'Drawn as PDF',
  'approval asked': 'Approval asked for',
  approved: 'Approved',
  'draft again': 'Made a draft again',
  sent: 'Sent',
  'signing page made': 'Signing page made',
  signed: 'Signed',
  returned: 'Came back',
  'scan attached': 'Scan of the paper attached',
  completed: 'Signed by both',
  'amendment begun': 'Amendment begun',
  amended: 'Amended',
  declined: 'Declined',
  terminated: 'Terminated',
  expired: 'Expired',
}

/** A step of the audit trail in words: what happened, and what it says besides. */
export function stepText({ kind, detail }: Pick<Step, 'kind' | 'detail'>): string {
  const extra = ['note', 'reason', 'identified', 'code', 'number', 'by', 'file', 'version']
    .map((name) => [name, detail[name]] as const)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => (name === 'version' ? `version ${value}` : name === 'code' ? codeWord(String(value)) : String(value)))
  const word = `${words[kind] ?? kind}${kind === 'signed' ? sideOf(detail) : ''}`
  return extra.length > 0 ? `${word}: ${extra.join(', ')}` : word
}

/** Signatures made here name the party, those that came back the role. */
function sideOf({ party, role }: Step['detail']): string {
  const side = role ?? party
  if (typeof side !== 'string') return ''
  return side === 'agency' ? ' for the agency' : ` by the ${side}`
}

/** ALREADY_HERE → already here */
function codeWord(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ')
}
