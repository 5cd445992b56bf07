import { scaledRatio } from './rational.ts'

export interface SnapshotEngagement {
  rateBp: number
  /** `computed` from averages on file, `stated` by whoever made the list. */
  basis: 'computed' | 'stated'
  /** What the computed rate counts; empty for a stated one. */
  interactionSet: readonly string[]
}

interface Averages {
  followers: number | null
  avgLikes: number | null
  avgComments: number | null
  avgShares: number | null
  avgSaves: number | null
  statedEngagementBp: number | null
}

/** Engagement by followers of one snapshot, in basis points: average interactions per post ÷ followers (facts.md §5), from those of likes, comments, shares
 *  and saves that are known, likes at least; else the rate the source states; null where neither is known. */
export function engagementOfSnapshot(values: Averages): SnapshotEngagement | null {
  const parts = [['likes', values.avgLikes], ['comments', values.avgComments], ['shares', values.avgShares], ['saves', values.avgSaves]] as const
  const known = parts.filter((part): part is readonly [typeof part[0], number] => part[1] !== null)
  if (values.avgLikes !== null) {
    const rateBp = scaledRatio(known.reduce((sum, [, count]) => sum + count, 0), values.followers, 10_000)
    if (rateBp !== null) return { rateBp, basis: 'computed', interactionSet: known.map(([name]) => name) }
  }
  return values.statedEngagementBp === null ? null : { rateBp: values.statedEngagementBp, basis: 'stated', interactionSet: [] }
}
