import { formatRate } from '../rates.ts'
import type { Trend } from './trend.ts'

/** After so many months of work together a partnership is looked at anew (facts.md §10). */
export const RENEWAL_AFTER_MONTHS = 6

export const RENEWAL_VERDICTS = ['renew', 'pause', 'end', 'not enough data'] as const
export type RenewalVerdict = (typeof RENEWAL_VERDICTS)[number]

export interface RenewalFacts {
  /** Engagement rate of the primary account over the window; null where too little is on file. */
  engagement: Trend | null
  conversions: Trend | null
  /** Posts that had a due date and went out, and how many of them by that day. */
  dated: number
  onTime: number
  wins: number
  problems: number
}

export interface Renewal {
  verdict: RenewalVerdict
  /** Whole sentences. */
  for: string[]
  against: string[]
  unknown: string[]
}

/** "Engagement steady? Conversions growing? Renew, pause or end" (facts.md §10). Where neither falls, renew; where one does, pause and talk;
 *  where both do, end. A trend that is not known is no reason either way, and without any there is no verdict. */
export function renewalOf(facts: RenewalFacts): Renewal {
  const trends = [facts.engagement, facts.conversions].filter((trend) => trend !== null)
  const falling = trends.filter(({ direction }) => direction === 'falling').length
  const answer: Renewal = { verdict: verdictOf(trends.length, falling), for: [], against: [], unknown: [] }
  tell(answer, 'Engagement', facts.engagement)
  tell(answer, 'Conversions', facts.conversions)
  tellPosts(answer, facts)
  if (facts.wins > 0) answer.for.push(`${facts.wins} ${facts.wins === 1 ? 'win is' : 'wins are'} on record.`)
  if (facts.problems > 0) answer.against.push(`${facts.problems} ${facts.problems === 1 ? 'problem is' : 'problems are'} on record.`)
  return answer
}

function verdictOf(known: number, falling: number): RenewalVerdict {
  if (known === 0) return 'not enough data'
  if (falling === 0) return 'renew'
  return falling === 1 ? 'pause' : 'end'
}

function tell(answer: Renewal, what: string, trend: Trend | null): void {
  if (trend === null) return void answer.unknown.push(`${what} over the last six months: too little is on file to say.`)
  const change = formatRate(Math.abs(trend.changeBp))
  if (trend.direction === 'falling') answer.against.push(`${what} fell by ${change} in the later three of the last six months.`)
  else if (trend.direction === 'rising') answer.for.push(`${what} grew by ${change} in the later three of the last six months.`)
  else answer.for.push(`${what} held steady over the last six months.`)
}

function tellPosts(answer: Renewal, { dated, onTime }: RenewalFacts): void {
  if (dated === 0) return
  const sentence = `${onTime} of ${dated} posts went out by their due date.`
  if (onTime === dated) answer.for.push(sentence)
  else answer.against.push(sentence)
}
