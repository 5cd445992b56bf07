import { z } from 'zod'
import { CampaignStatus } from '#src/shared/contract/campaigns.ts'
import { Id } from '#src/shared/contract/base.ts'

/** What narrows the list of campaigns, as it stands in the address. */
export const CampaignSearch = z
  .object({ status: CampaignStatus.optional(), clientId: Id.optional(), search: z.string().max(200).optional() })
  .catch({})
