import { byCollaboration, inScope, type Scope } from '../campaigns/scope.ts'
import type { ReadDb } from '../db/handles.ts'

/** Where the posts of one collaboration stand. Days are `YYYY-MM-DD`. */
export interface DeliverableSummary {
  total: number
  posted: number
  /** Of what is not posted. */
  nextDueOn: string | null
  /** When the last post went out or is due; null where no post has a day. */
  lastPostOn: string | null
  /** Of the post that went out last. */
  postUrl: string | null
}

/** One summary for each collaboration that has deliverables. */
export async function deliverableSummaries(db: ReadDb, scope: Scope): Promise<Map<string, DeliverableSummary>> {
  const rows = await inScope(scope, ({ campaignId, collaborationIds }) => {
    let part = db
      .selectFrom('deliverable as d')
      .innerJoin('collaboration as c', 'c.id', 'd.collaboration_id')
      .select(['d.collaboration_id', 'd.status', 'd.due_on', 'd.posted_at', 'd.post_url'])
    if (campaignId) part = part.where('c.campaign_id', '=', campaignId)
    if (collaborationIds) part = part.where('c.id', 'in', collaborationIds)
    return part.orderBy('d.posted_at').orderBy('d.id').execute()
  })
  return new Map(
    [...byCollaboration(rows)].map(([id, mine]) => {
      const posted = mine.filter(({ status }) => status === 'posted')
      const dueDays = mine.filter(({ status }) => status !== 'posted').flatMap(({ due_on }) => due_on ?? [])
      const postDays = mine.flatMap(({ posted_at, due_on }) => posted_at?.slice(0, 10) ?? due_on ?? [])
      return [
        id,
        {
          total: mine.length,
          posted: posted.length,
          nextDueOn: dueDays.toSorted()[0] ?? null,
          lastPostOn: postDays.toSorted().at(-1) ?? null,
          postUrl: posted.findLast(({ post_url }) => post_url)?.post_url ?? null,
        },
      ]
    }),
  )
}
