import { engagementByFollowers, sumInteractions, type InteractionKind } from './engagement.ts'

export interface SnapshotEngagement {
  rateBp: number
  /** `computed` from averages on file, `stated` by whoever made the list. */
  basis: 'computed' | 'stated'
  /** What the computed rate counts; empty for a stated one. */
  interactionSet: readonly InteractionKind[]
}

interface Averages {
  followers: number | null
  avgLikes: number | null
  avgComments: number | null
  avgShares: number | null
  avgSaves: number | null
  statedEngagementBp: number | null
}

/** Engagement by followers of one snapshot, in basis points: average interactions per post ÷ followers (facts.md §5), from those of
 *  likes, comments, shares and saves that are known, likes at least; else the rate the source states; null where neither is known. */
export function engagementOfSnapshot(values: Averages): SnapshotEngagement | null {
  const { avgLikes: likes, avgComments: comments, avgShares: shares, avgSaves: saves } = values
  const interactions = likes === null ? null : sumInteractions({ likes, comments, shares, saves })
  const computed = engagementByFollowers(interactions, values.followers)
  if (computed !== null) return { rateBp: computed.rateBp, basis: 'computed', interactionSet: computed.counted }
  return values.statedEngagementBp === null ? null : { rateBp: values.statedEngagementBp, basis: 'stated', interactionSet: [] }
}
