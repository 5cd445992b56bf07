import type { Contract } from '../contract.ts'
import type { RedlineSide } from './redline-types.ts'

interface Comparison {
  id: string
  label: string
  before: RedlineSide
  after: RedlineSide
}

/** What can be compared with what: what came back first, because that is what needs reading; then the template, the version before and each
 *  kept one. */
export function comparisons({ id: contractId, versions }: Contract, when: (instant: string) => string): [Comparison, ...Comparison[]] {
  const now = { contractId, which: 'current' } as const
  const back = versions.findLast(({ origin }) => origin === 'counterparty')
  const own = versions.filter(({ origin }) => origin === 'agency')
  const template: Comparison = {
    id: 'template',
    label: 'Template with the contract as it stands',
    before: { contractId, which: 'template' },
    after: now,
  }
  const last: Comparison = {
    id: 'last',
    label: 'Last version with the contract as it stands',
    before: { contractId, which: 'last' },
    after: now,
  }
  const returned: Comparison = {
    id: 'returned',
    label: 'What was sent with what came back',
    before: { contractId, which: 'last' },
    after: { contractId, which: 'returned' },
  }
  const kept = own.slice(0, -1).map(({ number, createdAt }): Comparison => ({
    id: `version ${number}`,
    label: `Version ${number} of ${when(createdAt)} with the contract as it stands`,
    before: { contractId, which: number },
    after: now,
  }))
  const rest = [...(own.length > 0 ? [last] : []), ...kept.toReversed()]
  return back ? [returned, template, ...rest] : [template, ...rest]
}
