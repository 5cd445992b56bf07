import type { CandidateFacts, MatchNeed } from './need.ts'
import type { Fact } from './score.ts'
import { percentWords } from './values.ts'

/** What vetting says of a creator. */
export type VettedCredibility = {
  /** 0 to 100; null where there is not enough data. */
  readonly points: number | null
  /** A whole sentence each. */
  readonly words: readonly string[]
}

const weights = { vetting: 3, floor: 1 } as const
/** At the floor itself; twice the floor has all points. Our own choice. */
const pointsAtFloor = 60

/** Whether a creator's audience is real and answers. */
export function credibilityFacts(need: MatchNeed, vetted: VettedCredibility, { engagementBp }: CandidateFacts): Fact[] {
  const vetting: Fact = { id: 'vetting', words: vetted.words.join(' '), points: vetted.points, weight: weights.vetting }
  return [vetting, ...floorFact(need, engagementBp)]
}

function floorFact({ minEngagementBp }: MatchNeed, engagementBp: number | null): Fact[] {
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
