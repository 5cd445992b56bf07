import { z } from 'zod'
import { MatchNeed } from '#src/shared/contract/match.ts'

/** The whole of a match as it stands in its address, so that going back finds it as it was. */
export const MatchSearch = z
  .object({
    /** Whose need it began with. */
    campaignId: z.uuid().optional(),
    need: MatchNeed.optional().catch(undefined),
    openId: z.uuid().optional(),
  })
  .catch({})
export type MatchSearch = z.infer<typeof MatchSearch>
export type Need = z.infer<typeof MatchNeed>

export const emptyNeed: Need = MatchNeed.parse({})
