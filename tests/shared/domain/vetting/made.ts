import type { Figures } from '#src/shared/domain/vetting/figures.ts'
import { spreadOf } from '#src/shared/domain/vetting/peer-group.ts'
import type { SampledPost } from '#src/shared/domain/vetting/posts.ts'
import type { Signal } from '#src/shared/domain/vetting/signal.ts'

const start = Date.parse('2026-01-01') / 86_400_000

function dateOf(day: number): string {
  return new Date((start + day) * 86_400_000).toISOString().slice(0, 10)
}

/** Figures on a day, counted from the first of January 2026; what is left out is not known. */
export function figuresOn(day: number, known: Partial<Figures> = {}): Figures {
  const unknown = { followers: null, following: null, posts: null, avgLikes: null, avgComments: null, avgShares: null, avgSaves: null }
  return { id: `row ${day}`, takenOn: dateOf(day), day: start + day, statedEngagementBp: null, ...unknown, ...known }
}

/** Followers a month apart, with as many likes each time as `likes` says of them. */
export function monthly(followers: readonly number[], likes?: readonly number[]): Figures[] {
  return followers.map((count, at) =>
    figuresOn(30 * at, { followers: count, avgLikes: likes?.[at] ?? null, avgComments: likes ? 10 : null }),
  )
}

export function peersOf(values: readonly number[]): Signal['peers'] {
  const spread = spreadOf(values)
  return spread && { tier: 'micro', spread }
}

export function postsOn(days: readonly number[], isSponsored: (at: number) => boolean | null): SampledPost[] {
  return days.map((day, at) => ({ id: `post ${at}`, postedOn: dateOf(day), day: start + day, isSponsored: isSponsored(at) }))
}
