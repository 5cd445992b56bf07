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

/** Posts a week between the first and the last count of posts within a year; null where they are not known or fell. */
export function postsPerWeek(figures: readonly Figures[]): number | null {
  const last = newestWith(figures, ({ posts }) => posts)
  const first = last && figures.find(({ day, posts }) => posts !== null && last.row.day - day <= 365)
  const days = first ? last.row.day - first.day : 0
  if (!first || first.posts === null || days < 14 || last.value < first.posts) return null
  return ((last.value - first.posts) * 7) / days
}

/** Each measure of an account as it stands; null where the figures do not give it. */
export function measuresOf(figures: readonly Figures[]): Record<Measure, number | null> & { growthScatter: number | null } {
  const usual = usualGrowth(growthSteps(figures))
  return {
    engagement: newestWith(figures, engagementBpOf)?.value ?? null,
    growth: usual && monthlyBp(usual.rate),
    likesToComments: newestWith(figures, likesPerComment)?.value ?? null,
    followerToFollowing: newestWith(figures, followersPerFollowing)?.value ?? null,
    rhythm: postsPerWeek(figures),
    growthScatter: usual?.scatter ?? null,
  }
}
