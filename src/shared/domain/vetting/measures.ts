import { engagementOfSnapshot } from '../snapshot-engagement.ts'
import type { Figures } from './figures.ts'
import { growthSteps, monthlyBp, usualGrowth } from './growth-steps.ts'

/** What an account is compared by with its peers. Percentages are basis points. */
export const MEASURES = ['engagement', 'growth', 'likesToComments', 'followerToFollowing', 'rhythm'] as const
export type Measure = (typeof MEASURES)[number]

/** The newest row for which this gives something. */
export function newestWith<Value>(
  figures: readonly Figures[],
  read: (row: Figures) => Value | null,
): { row: Figures; value: Value } | null {
  for (let at = figures.length - 1; at >= 0; at--) {
    const row = figures[at]
    const value = row ? read(row) : null
    if (row && value !== null) return { row, value }
  }
  return null
}

export const engagementBpOf = (row: Figures) => engagementOfSnapshot(row)?.rateBp ?? null
/** Null without both or without a comment. */
export const likesPerComment = ({ avgLikes, avgComments }: Figures) =>
  avgLikes !== null && (avgComments ?? 0) > 0 ? avgLikes / (avgComments ?? 1) : null
export const followersPerFollowing = ({ followers, following }: Figures) =>
  followers !== null && (following ?? 0) > 0 ? followers / (following ?? 1) : null

/** Posts made between two counts of posts. */
interface PostStep {
  readonly day: number
  readonly days: number
  readonly made: number
}

/** The steps between counts of posts of the last year; those over which posts were taken away say nothing about the rhythm. */
export function postSteps(figures: readonly Figures[]): PostStep[] {
  const known = figures.filter(({ posts }) => posts !== null)
  const last = known.at(-1)?.day ?? 0
  return known.slice(1).flatMap((to, at) => {
    const from = known[at]
    const made = (to.posts ?? 0) - (from?.posts ?? 0)
    return from && made >= 0 && to.day > from.day && last - from.day <= 366 ? [{ day: to.day, days: to.day - from.day, made }] : []
  })
}

/** Posts a week over these steps; null where they cover less than two weeks. */
export function postsPerWeek(steps: readonly PostStep[]): number | null {
  const days = steps.reduce((sum, step) => sum + step.days, 0)
  return days < 14 ? null : (steps.reduce((sum, { made }) => sum + made, 0) * 7) / days
}

/** Each measure of an account as it stands; null where the figures do not give it. */
export function measuresOf(figures: readonly Figures[]): Record<Measure, number | null> & { growthScatter: number | null } {
  const usual = usualGrowth(growthSteps(figures))
  return {
    engagement: newestWith(figures, engagementBpOf)?.value ?? null,
    growth: usual && monthlyBp(usual.rate),
    likesToComments: newestWith(figures, likesPerComment)?.value ?? null,
    followerToFollowing: newestWith(figures, followersPerFollowing)?.value ?? null,
    rhythm: postsPerWeek(postSteps(figures)),
    growthScatter: usual?.scatter ?? null,
  }
}
