import { statusOn } from '../contracts/status-rules.ts'
import type { ReadDb } from '../db/handles.ts'
import { byCollaboration, inScope, type Scope } from './scope.ts'

export interface ContractState {
  id: string
  collaboration_id: string
  campaign_id: string
  number: string
  status: string
}

/** The contracts of each collaboration, newest first, in their state as of a day. */
export async function contractStates(db: ReadDb, scope: Scope, today: string): Promise<Map<string, ContractState[]>> {
  const rows = await inScope(scope, ({ campaignId, collaborationIds }) => {
    let part = db
      .selectFrom('contract as k')
      .innerJoin('collaboration as c', 'c.id', 'k.collaboration_id')
      .select(['k.id', 'c.id as collaboration_id', 'c.campaign_id', 'k.number', 'k.status', 'k.ends_on'])
    if (campaignId) part = part.where('c.campaign_id', '=', campaignId)
    if (collaborationIds) part = part.where('c.id', 'in', collaborationIds)
    return part.orderBy('k.created_at', 'desc').orderBy('k.id', 'desc').execute()
  })
  return byCollaboration(rows.map(({ ends_on, ...row }) => ({ ...row, status: statusOn({ ...row, ends_on }, today) })))
}

/** Whether all have put a signature under it, whatever became of it since. */
export function isSignedByAll({ status }: Pick<ContractState, 'status'>): boolean {
  return status === 'signed by all' || status === 'amended' || status === 'expired'
}

/** Whether a party has put a signature under it. */
export function isSigned(state: Pick<ContractState, 'status'>): boolean {
  return state.status === 'signed by one' || isSignedByAll(state)
}

/** Whether it still waits for something. */
export function isOpen({ status }: Pick<ContractState, 'status'>): boolean {
  return status === 'draft' || status === 'internal approval' || status === 'sent' || status === 'signed by one'
}
