import type { CampaignWithWork } from '../campaigns/campaign-words.ts'

/** Whose rows stand behind a figure. */
export interface Behind {
  campaign: CampaignWithWork
  /** Only this creator's rows. */
  collaborationId: string | undefined
}
