import type { ReadDb } from '../db/handles.ts'
import { byCollaboration, inScope, type Scope } from './scope.ts'

export interface ContractState {
  id: string
  collaboration_id: string
  campaign_id: string
  number: string
  status: string
}

/** The contracts of each collaboration, newest first. */
export async function contractStates(db: ReadDb, scope: Scope): Promise<Map<string, ContractState[]>> {
  const rows = await inScope(scope, ({ campaignId, collaborationIds }) => {
    let part = db
      .selectFrom('contract as k')
      .innerJoin('collaboration as c', 'c.id', 'k.collaboration_id')
      .select(['k.id', 'c.id as collaboration_id', 'c.campaign_id', 'k.number', 'k.status'])
    if (campaignId) part = part.where('c.campaign_id', '=', campaignId)
    if (collaborationIds) part = part.where('c.id', 'in', collaborationIds)
    return part.orderBy('k.created_at', 'desc').orderBy('k.id', 'desc').execute()
  })
  return byCollaboration(rows)
}

/** Whether a party has put a signature under it. */
export function isSigned({ status }: Pick<ContractState, 'status'>): boolean {
  return status === 'signed by one' || status === 'signed by all'
}

/** Whether it still waits for something. */
export function isOpen({ status }: Pick<ContractState, 'status'>): boolean {
  return status === 'draft' || status === 'sent' || status === 'signed by one'
}
