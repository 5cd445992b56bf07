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

/** Whether anything is asked that can tell creators apart; weights alone cannot. */
export function isAsked(need: Need): boolean {
  const { weights: _weights, top: _top, ...asked } = need
  const { weights: _none, top: _most, ...nothing } = emptyNeed
  return JSON.stringify(asked) !== JSON.stringify(nothing)
}
