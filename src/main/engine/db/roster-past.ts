import type { Connection } from './connection.ts'

/** What the roster's filters ask of the work that was done with creators; few lines have any. */
export interface RosterPast {
  /** The last day each line was worked with, as `YYYY-MM-DD`; a day to come for those with whom work is under way. */
  lastWorked(): Map<number, string>
  /** The lines of creators whose vetting came to a decision. */
  vetted(): number[]
}

/** The day of those with whom work is under way: later than any. */
const now = '9999-12-31'

/** Reads the work of all creators at once. A creator was worked with on the day a post of theirs went out, a contract was signed by all,
 *  or a campaign was completed in which they had come as far as a contract; and is being worked with while work that was agreed is under way in a
 *  campaign that is not over. */
export function rosterPast(db: Connection): RosterPast {
  const lastWorked = db
    .prepare(
      `SELECT r.search_id, max(work.day) FROM (
         SELECT l.creator_id, substr(d.posted_at, 1, 10) AS day
           FROM deliverable d JOIN collaboration l ON l.id = d.collaboration_id WHERE d.posted_at IS NOT NULL
         UNION ALL
         SELECT l.creator_id, substr(k.signed_at, 1, 10)
           FROM contract k JOIN collaboration l ON l.id = k.collaboration_id WHERE k.signed_at IS NOT NULL
         UNION ALL
         SELECT l.creator_id, '${now}' FROM collaboration l JOIN campaign c ON c.id = l.campaign_id
           WHERE l.stage IN ('agreed', 'contracted', 'in production') AND c.status NOT IN ('completed', 'cancelled')
         UNION ALL
         SELECT l.creator_id, c.ends_on FROM collaboration l JOIN campaign c ON c.id = l.campaign_id
           WHERE l.stage IN ('contracted', 'in production', 'live', 'done') AND c.status = 'completed' AND c.ends_on IS NOT NULL
       ) AS work JOIN roster_row r ON r.creator_id = work.creator_id GROUP BY r.search_id`,
    )
    .raw()
  const vetted = db
    .prepare(
      `SELECT DISTINCT r.search_id FROM vetting_review v JOIN roster_row r ON r.creator_id = v.creator_id WHERE v.decision IS NOT NULL`,
    )
    .pluck()
  return {
    lastWorked: () => new Map(lastWorked.all() as [number, string][]),
    vetted: () => vetted.all() as number[],
  }
}
