import type { VettedCredibility } from '#src/shared/domain/match/credibility.ts'
import { percentWords, platformWord } from '#src/shared/domain/match/values.ts'
import type { Looked } from './details.ts'
import type { Peers } from './peers.ts'

/** What can be said of credibility from the figures on file: engagement against peers on the same platform in the same tier. */
export function credibilityOfAll(looked: readonly Looked[], peers: Peers): Map<string, VettedCredibility> {
  return new Map(looked.map((one) => [one.creatorId, againstPeers(one, peers)]))
}

function againstPeers({ platform, facts: { engagementBp, followers } }: Looked, peers: Peers): VettedCredibility {
  const middle = peers.middleOf(platform, followers)
  if (engagementBp === null) return { points: null, words: ['Their engagement is not known.'] }
  const theirs = `Their engagement is ${percentWords(engagementBp)}`
  if (middle === null || platform === null)
    return { points: null, words: [`${theirs}; too few of the same tier and platform are on file to say what is usual.`] }
  return {
    points: peerPoints(engagementBp, middle),
    words: [`${theirs}; half of their tier on ${platformWord(platform)} has ${percentWords(middle)} or less.`],
  }
}

/** 50 at the middle of the peers, 100 from twice that; null where either is not known. */
export function peerPoints(engagementBp: number | null, middle: number | null): number | null {
  if (engagementBp === null || middle === null || middle <= 0) return null
  return Math.min(100, (50 * engagementBp) / middle)
}
