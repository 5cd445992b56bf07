import { peerPoints } from '#src/shared/domain/match/credibility.ts'
import { UNKNOWN_POINTS } from '#src/shared/domain/match/score.ts'
import type { MatchNeed } from '#src/shared/domain/match/need.ts'
import { followersOfTier, type TierBand } from '#src/shared/domain/tiers.ts'
import { LINE } from '../creators/roster/columns.ts'
import type { Roster } from '../creators/roster/roster.ts'
import type { AudiencePoints } from './audiences.ts'
import { bestOf } from './best-of.ts'
import type { Peers } from './peers.ts'
import { wholeFit, type RosterWord } from './texts.ts'

/** Why somebody is not in the list, in the order in which it is looked at. */
export const REASONS = ['archived', 'do not contact', 'competitor', 'in the campaign', 'tier', 'engagement', 'words', 'platform'] as const
export type Reason = (typeof REASONS)[number]
export type LeftOut = Record<Reason, number>

export interface Narrowing {
  roster: Roster
  need: MatchNeed
  bands: readonly TierBand[]
  words: readonly RosterWord[]
  peers: Peers
  audience: readonly AudiencePoints[]
  /** Codes of the words for the countries that were asked for, as the roster's column has them. */
  homes: ReadonlySet<number>
  barred: Readonly<Record<'do not contact' | 'competitor' | 'in the campaign', readonly number[]>>
}

export interface Narrowed {
  /** Lines to be looked at in full. */
  lines: number[]
  creators: number
  /** How many met the conditions. */
  fitting: number
  leftOut: LeftOut
}

/** So many are looked at in full; what they are chosen by is nearly the whole score. */
const mostLookedAt = 320

const factWeights = { words: 4, home: 1 } as const

/** First pass: every line by its columns alone. Conditions sort out, the rest is scored as far as columns say, and the best go on; of a
 *  tier mix the best of each tier, so that each of its places can be filled. */
export function narrow(narrowing: Narrowing): Narrowed {
  const { roster, need, bands } = narrowing
  const leftOut = Object.fromEntries(REASONS.map((reason) => [reason, 0])) as LeftOut
  const barred = barredLines(narrowing, roster.columns.size)
  const tierGroup = tierGroups(need, bands)
  const pointsAt = coarsePoints(narrowing)
  const groups = Array.from({ length: need.tiers.length + 1 }, () => ({ lines: [] as number[], points: [] as number[] }))
  const { state, followers, engagement, size } = roster.columns
  const least = need.minEngagementBp ?? 0
  let [creators, fitting] = [0, 0]
  for (let line = 1; line < size; line++) {
    if (state[line] === LINE.gone) continue
    creators++
    const rate = engagement[line] as number
    const group = tierGroup(followers[line] as number)
    const points = pointsAt(line)
    if (state[line] === LINE.archived) leftOut.archived++
    else if (barred[line] !== 0) leftOut[barrings[barred[line] as number] as Reason]++
    else if (group < 0) leftOut.tier++
    else if (rate >= 0 && rate < least) leftOut.engagement++
    else if (points < 0) leftOut.words++
    else {
      fitting++
      groups[group]?.lines.push(line)
      groups[group]?.points.push(points)
    }
  }
  const each = Math.ceil(mostLookedAt / Math.max(1, need.tiers.length))
  const lines = groups.flatMap(({ lines, points }, at) => bestOf(lines, points, Math.max(each, 3 * (need.tiers[at]?.count ?? 0))))
  return { lines, creators, fitting, leftOut }
}

const barrings = [null, 'do not contact', 'competitor', 'in the campaign'] as const

function barredLines({ barred }: Narrowing, size: number): Uint8Array {
  const marks = new Uint8Array(size)
  for (const [code, reason] of [...barrings.entries()].toReversed()) if (reason) for (const line of barred[reason]) marks[line] = code
  return marks
}

/** The place in the tier mix, the place after it for who fits any or whose size is not known, -1 for another tier. */
function tierGroups({ tiers }: MatchNeed, bands: readonly TierBand[]): (followers: number) => number {
  const any = tiers.length
  const ranges = tiers.map(({ tier }) => followersOfTier(tier, bands))
  return (followers) => {
    if (any === 0 || Number.isNaN(followers)) return any
    for (let at = 0; at < ranges.length; at++) {
      const range = ranges[at]
      if (range && followers >= range.from && followers < (range.to ?? Number.POSITIVE_INFINITY)) return at
    }
    return -1
  }
}

/** The whole score of a line as far as columns tell it; -1 where none of the words stands anywhere. */
function coarsePoints({ roster, need, words, peers, audience, homes }: Narrowing): (line: number) => number {
  const { engagement, platform, country } = roster.columns
  const { weights } = need
  const rarities = words.reduce((sum, { rarity }) => sum + rarity, 0)
  const platforms = new Set(need.platforms.map((id) => roster.words.platform.find(id)))
  const asksHome = need.countries.length > 0
  const audienceWeight = audience.reduce((sum, { weight }) => sum + weight, 0)
  const relevanceWeight = (words.length > 0 ? factWeights.words : 0) + audienceWeight + (asksHome ? factWeights.home : 0)
  const all = (relevanceWeight > 0 ? weights.relevance : 0) + weights.credibility + (platforms.size > 0 ? weights.creative : 0) || 1
  return (line) => {
    let relevance = 0
    if (words.length > 0) {
      let fit = 0
      for (const word of words) fit += word.rarity * (word.fit[line] as number)
      if (fit === 0) return -1
      relevance += (factWeights.words * 100 * fit) / (wholeFit * rarities)
    }
    for (const { points, weight } of audience) {
      const there = points[line] as number
      relevance += weight * (there < 0 ? UNKNOWN_POINTS : there)
    }
    if (asksHome) relevance += factWeights.home * homePoints(country[line] as number)
    const rate = engagement[line] as number
    const credibility = peerPoints(rate < 0 ? null : rate, peers.middleAt(line)) ?? UNKNOWN_POINTS
    const creative = platforms.has(platform[line] as number) ? 100 : 0
    const sum =
      (relevanceWeight > 0 ? (weights.relevance * relevance) / relevanceWeight : 0) +
      weights.credibility * credibility +
      (platforms.size > 0 ? weights.creative * creative : 0)
    return sum / all
  }

  function homePoints(code: number): number {
    return code === 0 ? UNKNOWN_POINTS : homes.has(code) ? 100 : 0
  }
}

/** Creators who are not in the archive. */
export function activeLines({ columns: { state, size } }: Roster): number {
  let count = 0
  for (let line = 1; line < size; line++) if (state[line] === LINE.active) count++
  return count
}
