import { scaledRatio } from './rational.ts'

/** What counts as an interaction (facts.md §5), in the order it is named on screens. */
export const INTERACTION_KINDS = ['likes', 'comments', 'shares', 'saves'] as const
export type InteractionKind = (typeof INTERACTION_KINDS)[number]

/** Counts of one post, or averages over several; null or missing is not known. */
export type InteractionCounts = { readonly [Kind in InteractionKind]?: number | null }

/** A sum of interactions, with the kinds that were known and are in it: wherever the sum or its rate is shown, so is this set. */
export type Interactions = { readonly total: number; readonly counted: readonly InteractionKind[] }

/** Interactions ÷ followers, in basis points. */
export type EngagementByFollowers = { readonly basis: 'followers'; readonly rateBp: number; readonly counted: readonly InteractionKind[] }

/** Interactions ÷ reach, in basis points. Never shown under the same name as the rate by followers. */
export type EngagementByReach = { readonly basis: 'reach'; readonly rateBp: number; readonly counted: readonly InteractionKind[] }

/** Adds up the known kinds; null where none is known. */
export function sumInteractions(counts: InteractionCounts): Interactions | null {
  let total = 0
  const counted: InteractionKind[] = []
  for (const kind of INTERACTION_KINDS) {
    const count = counts[kind]
    if (count === null || count === undefined) continue
    total += count
    counted.push(kind)
  }
  return counted.length === 0 ? null : { total, counted }
}

/** Engagement rate by followers (facts.md §5), half-up to the basis point; null where a part is unknown or there are no followers. */
export function engagementByFollowers(interactions: Interactions | null, followers: number | null): EngagementByFollowers | null {
  const rateBp = rateOf(interactions, followers)
  return rateBp === null || interactions === null ? null : { basis: 'followers', rateBp, counted: interactions.counted }
}

/** Engagement rate by reach (facts.md §5), half-up to the basis point; null where a part is unknown or nobody was reached. */
export function engagementByReach(interactions: Interactions | null, reach: number | null): EngagementByReach | null {
  const rateBp = rateOf(interactions, reach)
  return rateBp === null || interactions === null ? null : { basis: 'reach', rateBp, counted: interactions.counted }
}

function rateOf(interactions: Interactions | null, base: number | null): number | null {
  return interactions === null ? null : scaledRatio(interactions.total, base, 10_000)
}

/** The interactions a rate by followers stands for: 50,000 followers at 800 basis points are 4,000. Half-up. */
export function interactionsAtRate(followers: number, rateBp: number): number {
  return scaledRatio(followers, 10_000, rateBp) ?? 0
}

const HIGHEST_USUAL_RATE = 2_000
const LOWEST_USUAL_RATE = 100

/** Whether a rate by followers needs a look before a creator is trusted: over 20 % or under 1 % (facts.md §6). Null where it doesn't. */
export function engagementNeedsALook(rateBp: number): 'over 20 %' | 'under 1 %' | null {
  if (rateBp > HIGHEST_USUAL_RATE) return 'over 20 %'
  return rateBp < LOWEST_USUAL_RATE ? 'under 1 %' : null
}
