import { SIGNAL_TITLES } from '../vetting/signal-words.ts'
import type { Credibility } from '../vetting/credibility.ts'
import type { CandidateFacts, MatchNeed } from './need.ts'
import type { Fact } from './score.ts'
import { listWords, percentWords, platformWord } from './values.ts'

/** What is known of whether somebody can be believed. */
export type Trust = {
  /** As vetting makes it; null where it was not asked for, or there is no account. */
  readonly vetted: Pick<Credibility, 'score' | 'confidence' | 'redFlags' | 'parts'> | null
  /** The last decision of a person, with the day and the reason. */
  readonly decision: {
    readonly kind: 'approve' | 'approve with conditions' | 'reject'
    readonly on: string
    readonly reason: string | null
  } | null
  /** The middle engagement of their tier on their platform, in basis points; null where peers are too few. */
  readonly peersBp: number | null
}

const weights = { vetting: 3, peers: 2, decision: 2, floor: 1 } as const
/** At the floor itself; twice the floor has all points. Our own choice. */
const pointsAtFloor = 60

/** Whether a creator's audience is real and answers. Engagement against peers speaks where vetting has too little to go by. */
export function credibilityFacts(need: MatchNeed, trust: Trust, candidate: CandidateFacts): Fact[] {
  const isVetted = trust.vetted !== null && trust.vetted.score !== null
  return [
    ...(trust.vetted ? [vettingFact(trust.vetted)] : []),
    ...(isVetted ? [] : [peersFact(trust, candidate)]),
    ...decisionFact(trust),
    ...floorFact(need, candidate),
  ]
}

function vettingFact({ score, confidence, redFlags, parts }: NonNullable<Trust['vetted']>): Fact {
  const known = parts.flatMap(({ id, points }) => (points === null ? [] : [`${SIGNAL_TITLES[id].toLowerCase()} ${Math.round(points)}`]))
  const made = known.length === 0 ? '' : `: ${known.join(', ')}`
  const flags = redFlags.length === 0 ? '' : ` Red flag: ${listWords(redFlags.map((id) => SIGNAL_TITLES[id].toLowerCase()))}.`
  const words =
    score === null
      ? `Vetting has not enough data for a credibility; ${confidence} % of its signals are known${made}.`
      : `Vetting gives ${score} of 100, from ${confidence} % of its signals${made}.`
  return { id: 'vetting', words: words + flags, points: score, weight: weights.vetting }
}

function peersFact({ peersBp }: Trust, { engagementBp, platforms: [platform] }: CandidateFacts): Fact {
  const fact = (words: string): Fact => ({ id: 'peers', words, points: peerPoints(engagementBp, peersBp), weight: weights.peers })
  if (engagementBp === null) return fact('Their engagement is not known.')
  const theirs = `Their engagement is ${percentWords(engagementBp)}`
  if (peersBp === null || platform === undefined)
    return fact(`${theirs}; too few of the same tier and platform are on file to say what is usual.`)
  return fact(`${theirs}; half of their tier on ${platformWord(platform)} has ${percentWords(peersBp)} or less.`)
}

/** 50 at the middle of the peers, 100 from twice that; null where either is not known. */
export function peerPoints(engagementBp: number | null, middleBp: number | null): number | null {
  if (engagementBp === null || middleBp === null || middleBp <= 0) return null
  return Math.min(100, (50 * engagementBp) / middleBp)
}

/** Our own choice. */
const decisionPoints = { approve: 100, 'approve with conditions': 75, reject: 0 } as const
const decisionWords = {
  approve: 'approved them',
  'approve with conditions': 'approved them with conditions',
  reject: 'rejected them',
} as const

function decisionFact({ decision }: Trust): Fact[] {
  if (decision === null) return []
  const { kind, on, reason } = decision
  const words = `Your review of ${on} ${decisionWords[kind]}${reason ? `: ${reason}` : ''}.`.replace(/\.\.$/, '.')
  return [{ id: 'decision', words, points: decisionPoints[kind], weight: weights.decision }]
}

function floorFact({ minEngagementBp }: MatchNeed, { engagementBp }: CandidateFacts): Fact[] {
  if (minEngagementBp === null) return []
  const floor = `your floor is ${percentWords(minEngagementBp)}`
  return [
    {
      id: 'engagement floor',
      words:
        engagementBp === null ? `Their engagement is not known; ${floor}.` : `Their engagement is ${percentWords(engagementBp)}, ${floor}.`,
      points: engagementBp === null ? null : pointsOver(engagementBp, minEngagementBp),
      weight: weights.floor,
    },
  ]
}

function pointsOver(engagementBp: number, floorBp: number): number {
  if (floorBp === 0) return 100
  const times = engagementBp / floorBp
  return times < 1 ? pointsAtFloor * times : Math.min(100, pointsAtFloor + (100 - pointsAtFloor) * (times - 1))
}
