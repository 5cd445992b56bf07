import type { Trust } from '#src/shared/domain/match/credibility.ts'
import type { EngineContext } from '../context.ts'
import { credibilityOf } from '../vetting/credibility.ts'
import { listReviews } from '../vetting/reviews/rows.ts'
import type { Looked } from './details.ts'
import type { Peers } from './peers.ts'

type Asking = Pick<EngineContext, 'workspace' | 'read' | 'ports'>

/** What the figures in memory say of somebody; for the first order, because vetting takes its time. */
export function firstTrust({ platform, facts: { followers } }: Looked, peers: Peers): Trust {
  return { vetted: null, decision: null, peersBp: peers.middleOf(platform, followers) }
}

/** What vetting and the last decision of a person say besides. */
export async function fullTrust(asking: Asking, looked: readonly Looked[], peers: Peers): Promise<(one: Looked) => Trust> {
  const ids = looked.map(({ creatorId }) => creatorId)
  const credibilities = await credibilityOf(asking, ids)
  const reviews = await listReviews(asking.read, { creatorIds: ids, state: 'decided', limit: ids.length * 10 })
  const latest = new Map(reviews.toReversed().map((review) => [review.creatorId, review]))
  return (one) => {
    const review = latest.get(one.creatorId)
    const decision = review?.decision && review.decidedOn ? { kind: review.decision, on: review.decidedOn, reason: review.reason } : null
    return { ...firstTrust(one, peers), vetted: credibilities.get(one.creatorId) ?? null, decision }
  }
}
