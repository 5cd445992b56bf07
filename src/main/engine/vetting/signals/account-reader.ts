import type { Audience } from '#src/shared/domain/vetting/audience-fit.ts'
import type { Figures } from '#src/shared/domain/vetting/figures.ts'
import type { SampledPost } from '#src/shared/domain/vetting/posts.ts'
import type { Connection } from '../../db/connection.ts'
import type { SampleKind } from '../samples/results.ts'

/** An account as it is vetted. */
export interface AccountFace {
  creatorId: string
  accountId: string
  platform: string
  handle: string
}

export interface SampleRow {
  id: string
  takenOn: string
  kind: SampleKind
  result: string
}

/** What vetting reads, by statements that are made once: a thousand creators take a fraction of a second. */
export interface AccountReader {
  /** The creator's primary account; null where they have none. */
  primary(creatorId: string): AccountFace | null
  account(accountId: string): AccountFace | null
  /** In the order of days. */
  figures(accountId: string): Figures[]
  /** The newest, those of other accounts left out. */
  posts(creatorId: string, accountId: string): SampledPost[]
  audience(accountId: string): Audience | null
  /** Oldest first, since a day. */
  samples(accountId: string, since: string): SampleRow[]
}

type FigureRow = [id: string, takenOn: string, ...counts: (number | null)[]]
type PostRow = [id: string, postedOn: string | null, isSponsored: number | null]

const face = 'creator_id AS creatorId, id AS accountId, platform, handle'
const mostPosts = 100
const millisecondsADay = 86_400_000
const readers = new WeakMap<Connection, AccountReader>()

export function accountReader(db: Connection): AccountReader {
  let reader = readers.get(db)
  if (!reader) readers.set(db, (reader = makeReader(db)))
  return reader
}

function makeReader(db: Connection): AccountReader {
  const primary = db.prepare(`SELECT ${face} FROM account WHERE creator_id = ? ORDER BY is_primary DESC, id LIMIT 1`)
  const account = db.prepare(`SELECT ${face} FROM account WHERE id = ?`)
  const figures = db
    .prepare(
      `SELECT id, taken_on, followers, following, posts, avg_likes, avg_comments, avg_shares, avg_saves, stated_engagement_bp
      FROM snapshot WHERE account_id = ? ORDER BY taken_on, id`,
    )
    .raw()
  const posts = db
    .prepare(
      `SELECT id, posted_on, is_sponsored FROM content_sample WHERE creator_id = ? AND (account_id IS NULL OR account_id = ?)
      ORDER BY posted_on DESC, id DESC LIMIT ${mostPosts}`,
    )
    .raw()
  const audience = db.prepare('SELECT id, taken_on, shares FROM audience WHERE account_id = ? ORDER BY taken_on DESC, id DESC LIMIT 1')
  const samples = db.prepare(
    `SELECT id, taken_on AS takenOn, kind, result FROM vetting_sample WHERE account_id = ? AND taken_on >= ? ORDER BY taken_on, id`,
  )
  return {
    primary: (creatorId) => (primary.get(creatorId) as AccountFace | undefined) ?? null,
    account: (accountId) => (account.get(accountId) as AccountFace | undefined) ?? null,
    figures: (accountId) => (figures.all(accountId) as FigureRow[]).map(toFigures),
    posts: (creatorId, accountId) => (posts.all(creatorId, accountId) as PostRow[]).map(toPost),
    audience(accountId) {
      const row = audience.get(accountId) as { id: string; taken_on: string; shares: string } | undefined
      return row ? { id: row.id, takenOn: row.taken_on, shares: JSON.parse(row.shares) as Audience['shares'] } : null
    },
    samples: (accountId, since) => samples.all(accountId, since) as SampleRow[],
  }
}

function toFigures(row: FigureRow): Figures {
  const [id, takenOn, followers, following, posts, avgLikes, avgComments, avgShares, avgSaves, statedEngagementBp] = row
  return {
    id,
    takenOn,
    day: dayOf(takenOn),
    followers: known(followers),
    following: known(following),
    posts: known(posts),
    avgLikes: known(avgLikes),
    avgComments: known(avgComments),
    avgShares: known(avgShares),
    avgSaves: known(avgSaves),
    statedEngagementBp: known(statedEngagementBp),
  }
}

/** For rows typed as lists, whose places may be missing. */
function known(count: number | null | undefined): number | null {
  return count ?? null
}

function toPost([id, postedOn, isSponsored]: PostRow): SampledPost {
  return { id, postedOn, day: postedOn === null ? null : dayOf(postedOn), isSponsored: isSponsored === null ? null : isSponsored === 1 }
}

function dayOf(date: string): number {
  return Date.parse(date) / millisecondsADay
}
