import type { z } from 'zod'
import type {
  CampaignStatus as CampaignStatusSchema,
  CollaborationStage as CollaborationStageSchema,
} from '#src/shared/contract/campaigns.ts'

export type CampaignStatus = z.infer<typeof CampaignStatusSchema>
export type CollaborationStage = z.infer<typeof CollaborationStageSchema>

const next: Record<CampaignStatus, readonly CampaignStatus[]> = {
  draft: ['active', 'cancelled'],
  active: ['draft', 'completed', 'cancelled'],
  completed: ['active'],
  cancelled: ['draft', 'active'],
}

/** Whether a campaign may go from one status to another; staying is always allowed. What is over can be taken up again, but never turns
 *  from done into cancelled. */
export function mayBecome(from: CampaignStatus, to: CampaignStatus): boolean {
  return from === to || next[from].includes(to)
}

/** A campaign that is over takes no new creators. */
export function isOver(status: string): boolean {
  return status === 'completed' || status === 'cancelled'
}

const ladder: readonly CollaborationStage[] = ['shortlisted', 'invited', 'agreed', 'contracted', 'in production', 'live', 'done']

/** Whether `to` lies further on than `from`; nothing goes on of its own accord from "declined". */
export function isForward(from: CollaborationStage, to: CollaborationStage): boolean {
  return from !== 'declined' && to !== 'declined' && ladder.indexOf(to) > ladder.indexOf(from)
}
