import type { MatchNeed } from '#src/shared/domain/match/need.ts'
import { listWords, percentWords, platformWord } from '#src/shared/domain/match/values.ts'
import { REASONS, type LeftOut, type Reason } from './narrow.ts'

/** Who is not in the list and why, with how many; reasons that apply to nobody are left out. */
export function leftOutWords(leftOut: LeftOut, need: MatchNeed): { reason: string; words: string; count: number }[] {
  return REASONS.flatMap((reason) => (leftOut[reason] === 0 ? [] : [{ reason, words: wordsFor(reason, need), count: leftOut[reason] }]))
}

function wordsFor(reason: Reason, { tiers, minEngagementBp, excludedBrands, platforms }: MatchNeed): string {
  switch (reason) {
    case 'archived':
      return 'in the archive'
    case 'do not contact':
      return 'not to be contacted'
    case 'competitor':
      return excludedBrands.length > 0 ? `tied to ${listWords(excludedBrands)}, or bound to a competitor` : 'bound to a competitor'
    case 'in the campaign':
      return 'in the campaign already'
    case 'tier':
      return `not ${tiers.map(({ tier }) => tier).join(' or ')}`
    case 'engagement':
      return `under the engagement floor of ${percentWords(minEngagementBp ?? 0)}`
    case 'words':
      return 'without any of the words in niches, tags or bio'
    case 'platform':
      return `not on ${platforms.map(platformWord).join(' or ')}, of those looked at in full`
  }
}
