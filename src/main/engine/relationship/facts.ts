import { addDays, addMonths } from '#src/shared/domain/dates.ts'
import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { conversionsByMonth } from '../measurement/conversions-by-month.ts'

/** What is on file about the work with one creator, as the ladder and the renewal look at it. Months are the last six, oldest first. */
export interface Partnership {
  postedOn: string[]
  overduePosts: number
  dated: number
  onTime: number
  /** Posts out or due within 30 days before and after today, whichever is more. */
  postsIn30Days: number
  engagementMonths: (number | null)[]
  conversionMonths: (number | null)[]
  wins: number
  problems: number
  recentProblems: number
  lastReviewOn: string | null
  programs: { campaignId: string; campaignName: string; kind: string; isAgreed: boolean }[]
}

/** Six months: the span over which a partnership is judged (facts.md §6, §10). */
const MONTHS = 6
const agreed = new Set(['agreed', 'contracted', 'in production', 'live', 'done'])

/** In a handful of queries however many creators there are. */
export async function partnershipsOf(db: ReadDb, creatorIds: readonly string[], today: string): Promise<Map<string, Partnership>> {
  const from = addMonths(`${today.slice(0, 7)}-01`, 1 - MONTHS)
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(from, index).slice(0, 7))
  const [posts, work, log, rates, conversions] = [
    Map.groupBy(await postsOf(db, creatorIds), ({ creator_id }) => creator_id),
    Map.groupBy(await workOf(db, creatorIds), ({ creator_id }) => creator_id),
    Map.groupBy(await logOf(db, creatorIds), ({ creator_id }) => creator_id),
    Map.groupBy(await engagementOf(db, creatorIds, from), ({ creatorId }) => creatorId),
    Map.groupBy(await conversionsByMonth(db, creatorIds, from), ({ creatorId }) => creatorId),
  ]
  return new Map(
    creatorIds.map((id) => {
      const entries = log.get(id) ?? []
      const counted = (kind: string, since = '') => entries.filter((entry) => entry.kind === kind && entry.happened_on >= since).length
      return [
        id,
        {
          ...postFacts(posts.get(id) ?? [], today),
          engagementMonths: byMonth(months, rates.get(id) ?? [], ({ rateBp }) => rateBp),
          conversionMonths: byMonth(months, conversions.get(id) ?? [], (row) => row.conversions),
          wins: counted('win'),
          problems: counted('problem', from),
          recentProblems: counted('problem', addMonths(today, -3)),
          lastReviewOn:
            entries
              .filter(({ kind }) => kind === 'renewal')
              .map(({ happened_on }) => happened_on)
              .toSorted()
              .at(-1) ?? null,
          programs: (work.get(id) ?? []).map(({ campaignId, campaignName, kind, stage }) => ({
            campaignId,
            campaignName,
            kind,
            isAgreed: agreed.has(stage),
          })),
        },
      ]
    }),
  )
}

type Post = Awaited<ReturnType<typeof postsOf>>[number]

function postFacts(posts: readonly Post[], today: string) {
  const out = posts.flatMap(({ status, posted_at, due_on }) =>
    status === 'posted' && posted_at ? [{ on: posted_at.slice(0, 10), dueOn: due_on }] : [],
  )
  const open = posts.filter(({ status }) => status !== 'posted').flatMap(({ due_on }) => due_on ?? [])
  const dated = out.filter(({ dueOn }) => dueOn !== null)
  return {
    postedOn: out.map(({ on }) => on),
    overduePosts: open.filter((dueOn) => dueOn < today).length,
    dated: dated.length,
    onTime: dated.filter(({ on, dueOn }) => dueOn !== null && on <= dueOn).length,
    postsIn30Days: Math.max(
      out.filter(({ on }) => on > addDays(today, -30) && on <= today).length,
      open.filter((dueOn) => dueOn >= today && dueOn < addDays(today, 30)).length,
    ),
  }
}

/** The mean of each month; null for one without a value. */
function byMonth<Row extends { month: string }>(
  months: readonly string[],
  rows: readonly Row[],
  value: (row: Row) => number,
): (number | null)[] {
  return months.map((month) => {
    const mine = rows.filter((row) => row.month === month)
    return mine.length === 0 ? null : mine.reduce((sum, row) => sum + value(row), 0) / mine.length
  })
}

function postsOf(db: ReadDb, creatorIds: readonly string[]) {
  return db
    .selectFrom('deliverable as d')
    .innerJoin('collaboration as c', 'c.id', 'd.collaboration_id')
    .select(['c.creator_id', 'd.status', 'd.due_on', 'd.posted_at'])
    .where('c.creator_id', 'in', anyOf(creatorIds))
    .where('c.stage', '<>', 'declined')
    .execute()
}

function workOf(db: ReadDb, creatorIds: readonly string[]) {
  return db
    .selectFrom('collaboration as c')
    .innerJoin('campaign as m', 'm.id', 'c.campaign_id')
    .select(['c.creator_id', 'm.id as campaignId', 'm.name as campaignName', 'm.program_kind as kind', 'c.stage'])
    .where('c.creator_id', 'in', anyOf(creatorIds))
    .where('c.stage', '<>', 'declined')
    .where('m.status', '<>', 'cancelled')
    .orderBy('m.starts_on', 'desc')
    .execute()
}

function logOf(db: ReadDb, creatorIds: readonly string[]) {
  return db
    .selectFrom('contact_log')
    .select(['creator_id', 'kind', 'happened_on'])
    .where('creator_id', 'in', anyOf(creatorIds))
    .where('kind', 'in', ['win', 'problem', 'renewal'])
    .execute()
}

/** Engagement by followers of the primary account, snapshot by snapshot. */
async function engagementOf(db: ReadDb, creatorIds: readonly string[], from: string) {
  const rows = await db
    .selectFrom('roster_row as l')
    .innerJoin('snapshot as s', 's.account_id', 'l.account_id')
    .selectAll('s')
    .select('l.creator_id')
    .where('l.creator_id', 'in', anyOf(creatorIds))
    .where('s.taken_on', '>=', from)
    .execute()
  return rows.flatMap((row) => {
    const engagement = engagementOfSnapshot({
      followers: row.followers,
      avgLikes: row.avg_likes,
      avgComments: row.avg_comments,
      avgShares: row.avg_shares,
      avgSaves: row.avg_saves,
      statedEngagementBp: row.stated_engagement_bp,
    })
    return engagement ? [{ creatorId: row.creator_id, month: row.taken_on.slice(0, 7), rateBp: engagement.rateBp }] : []
  })
}
