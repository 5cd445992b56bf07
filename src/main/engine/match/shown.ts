import type { z } from 'zod'
import type { MatchedCreator } from '#src/shared/contract/match.ts'
import type { Looked } from './details.ts'

/** A creator as a list shows them. */
export function shown({ creatorId, name, handle, platform, facts }: Looked): z.infer<typeof MatchedCreator> {
  return {
    creatorId,
    name,
    handle,
    platform,
    country: facts.country,
    followers: facts.followers,
    tier: facts.tier,
    engagementRateBp: facts.engagementBp,
    niches: [...facts.niches],
  }
}
