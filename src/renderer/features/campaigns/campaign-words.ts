import type { z } from 'zod'
import {
  CampaignStatus,
  CollaborationStage,
  ProgramKind,
  type CampaignDetail,
  type CampaignRow,
  type CollaborationRow,
} from '#src/shared/contract/campaigns.ts'
import { formatDay, notKnown } from '../../ui/format.ts'
import type { Tone } from '../../ui/StatusDot.tsx'

export type Campaign = z.infer<typeof CampaignRow>
export type CampaignWithWork = z.infer<typeof CampaignDetail>
export type Collaboration = z.infer<typeof CollaborationRow>
export type Status = z.infer<typeof CampaignStatus>
export type Stage = z.infer<typeof CollaborationStage>

export const statuses = CampaignStatus.options
export const stages = CollaborationStage.options
export const programKinds = ProgramKind.options

export const statusTones: Readonly<Record<Status, Tone>> = { draft: 'neutral', active: 'good', completed: 'accent', cancelled: 'bad' }
export const stageTones: Readonly<Record<Stage, Tone>> = {
  shortlisted: 'neutral',
  invited: 'warn',
  agreed: 'accent',
  contracted: 'accent',
  'in production': 'warn',
  live: 'good',
  done: 'good',
  declined: 'bad',
}

/** "in production" → "In production"; words that begin with a capital stay. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "1 Mar – 30 Apr", "From 1 Mar", "Until 30 Apr". */
export function formatDates({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): string {
  if (startsOn && endsOn) return `${formatDay(startsOn)} – ${formatDay(endsOn)}`
  if (startsOn) return `From ${formatDay(startsOn)}`
  return endsOn ? `Until ${formatDay(endsOn)}` : notKnown
}
