import { addMonths, daysBetween, type PlainDate } from '../dates.ts'

/** "First one or two posts, then 4–6 over three months, then twelve months or ambassador" (facts.md §10). */
export const LADDER = ['not begun', 'trial', 'series', 'ambassador'] as const
export type LadderStep = (typeof LADDER)[number]

/** A series is begun with the third post, and full with four within three months (facts.md §10). */
const SERIES_FROM = 3
const FULL_SERIES = 4
const SERIES_MONTHS = 3
const LONG_MONTHS = 12

export interface LadderFacts {
  /** Days on which their posts for the agency went out. */
  postedOn: readonly PlainDate[]
  /** Work in an ambassador program that is agreed or further. */
  isInAmbassadorProgram: boolean
  overduePosts: number
  /** Problems written down in the last three months. */
  recentProblems: number
  engagementFalls: boolean | null
  doNotContact: boolean
}

export interface Ladder {
  step: LadderStep
  /** Why they stand there; whole sentences. */
  because: string[]
  /** Null on the highest step. */
  next: { step: LadderStep; isReady: boolean; for: string[]; against: string[] } | null
}

/** Where a creator stands on the ladder, and what speaks for and against the next step. */
export function ladderOf(facts: LadderFacts): Ladder {
  const days = facts.postedOn.toSorted()
  const { step, because } = standing(facts, days)
  const next = LADDER[LADDER.indexOf(step) + 1]
  return { step, because, next: next === undefined ? null : nextStep(next, facts, days) }
}

function standing({ isInAmbassadorProgram }: LadderFacts, days: readonly PlainDate[]): Pick<Ladder, 'step' | 'because'> {
  const [first, last] = [days[0], days.at(-1)]
  if (isInAmbassadorProgram) return { step: 'ambassador', because: ['They are in an ambassador program.'] }
  if (first === undefined || last === undefined) return { step: 'not begun', because: ['No post of theirs for you is on file.'] }
  if (addMonths(first, LONG_MONTHS) <= last)
    return { step: 'ambassador', because: [`They have posted for you for twelve months and more, since ${first}.`] }
  const posts = `${days.length} ${days.length === 1 ? 'post' : 'posts'} for you since ${first}.`
  return { step: days.length < SERIES_FROM ? 'trial' : 'series', because: [posts] }
}

function nextStep(step: LadderStep, facts: LadderFacts, days: readonly PlainDate[]): NonNullable<Ladder['next']> {
  const [pro, con]: [string[], string[]] = [[], []]
  if (facts.doNotContact) con.push('They are not to be contacted.')
  if (facts.overduePosts > 0) con.push(`${counted(facts.overduePosts, 'post is', 'posts are')} overdue.`)
  if (facts.recentProblems > 0) con.push(`${counted(facts.recentProblems, 'problem was', 'problems were')} noted in the last three months.`)
  if (step === 'trial') pro.push('A first post or two shows how the work goes.')
  if (step === 'series' && days.length > 0) pro.push('The first posts are out.')
  if (step === 'ambassador') weighAmbassador(facts, days, pro, con)
  return { step, isReady: con.length === 0, for: pro, against: con }
}

function weighAmbassador({ engagementFalls }: LadderFacts, days: readonly PlainDate[], pro: string[], con: string[]): void {
  const most = mostWithin(days)
  if (most >= FULL_SERIES) pro.push(`${most} posts within three months: the series is full.`)
  else con.push(`${counted(most, 'post', 'posts')} within three months; a series is four to six.`)
  if (engagementFalls === false) pro.push('Their engagement holds.')
  if (engagementFalls === true) con.push('Their engagement has been falling for six months.')
}

/** The most posts that went out within any three months. */
function mostWithin(days: readonly PlainDate[]): number {
  return days.reduce((most, from) => {
    const until = addMonths(from, SERIES_MONTHS)
    return Math.max(most, days.filter((day) => day >= from && daysBetween(day, until) > 0).length)
  }, 0)
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
