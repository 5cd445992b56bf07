import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { Connection } from './connection.ts'

interface CreatorForRoster {
  id: string; name: string; country: string | null; city: string | null; bio: string | null; notes: string | null; niches: string; tags: string
  stage: string; archived_at: string | null; updated_at: string
  account_id: string | null; platform: string | null; handle: string | null; handles: string | null
  followers: number | null; avg_likes: number | null; avg_comments: number | null; avg_shares: number | null; avg_saves: number | null
  stated_engagement_bp: number | null
}

const selectCreators = `
  SELECT c.id, c.name, c.country, c.city, c.bio, c.notes, c.niches, c.tags, c.stage, c.archived_at, c.updated_at,
    a.id AS account_id, a.platform, a.handle, (SELECT group_concat(handle, ' ') FROM account WHERE creator_id = c.id) AS handles,
    s.followers, s.avg_likes, s.avg_comments, s.avg_shares, s.avg_saves, s.stated_engagement_bp
  FROM creator c
  LEFT JOIN account a ON a.id = (SELECT id FROM account WHERE creator_id = c.id ORDER BY is_primary DESC, id LIMIT 1)
  LEFT JOIN snapshot s ON s.id = (SELECT id FROM snapshot WHERE account_id = a.id ORDER BY taken_on DESC, id DESC LIMIT 1)`

const touchedByEntry = `
  WITH change AS (SELECT table_name, row_id, coalesce(after, before) AS image FROM journal_change WHERE entry_id = ? AND op <> 'bulk')
  SELECT row_id AS id FROM change WHERE table_name = 'creator'
  UNION SELECT image ->> 'creator_id' FROM change WHERE table_name = 'account'
  UNION SELECT a.creator_id FROM change JOIN account a ON a.id = image ->> 'account_id' WHERE table_name = 'snapshot'`

/** Brings the roster lines and the search index of the creators that one journal entry touched up to date, in the same transaction. */
export function refreshRoster(db: Connection, entryId: string): void {
  const ids = db.prepare(touchedByEntry).pluck().all(entryId) as string[]
  if (ids.length > 0) refreshCreators(db, ids)
}

/** Makes the roster lines and the search index anew for these creators; those that are gone lose theirs. */
export function refreshCreators(db: Connection, ids: readonly string[]): void {
  const write = rosterWriter(db)
  const read = db.prepare(`${selectCreators} WHERE c.id = ?`)
  for (const id of ids) {
    write.remove(id)
    const row = read.get(id) as CreatorForRoster | undefined
    if (row) write.add(row)
  }
}

/** Makes everything derived anew; `check` and restores use it. */
export function rebuildRoster(db: Connection): void {
  db.exec('DELETE FROM roster_label; DELETE FROM roster_row;')
  db.exec("INSERT INTO roster_search (roster_search) VALUES ('delete-all')")
  const write = rosterWriter(db)
  for (const row of db.prepare(selectCreators).all() as CreatorForRoster[]) write.add(row)
}

function rosterWriter(db: Connection): { add(row: CreatorForRoster): void; remove(creatorId: string): void } {
  const find = db.prepare('SELECT search_id FROM roster_row WHERE creator_id = ?').pluck()
  const removals = ['DELETE FROM roster_search WHERE rowid = ?', 'DELETE FROM roster_label WHERE search_id = ?', 'DELETE FROM roster_row WHERE search_id = ?'].map((sql) => db.prepare(sql))
  const addRow = db.prepare(`
    INSERT INTO roster_row (creator_id, name_key, account_id, platform, handle, followers, engagement_bp, engagement_basis, country, stage, is_archived, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const addLabel = db.prepare('INSERT OR IGNORE INTO roster_label (kind, label, search_id) VALUES (?, ?, ?)')
  const addText = db.prepare('INSERT INTO roster_search (rowid, text) VALUES (?, ?)')
  return {
    remove(creatorId) {
      const searchId = find.get(creatorId)
      if (searchId !== undefined) for (const removal of removals) removal.run(searchId)
    },
    add(row) {
      const engagement = engagementOfSnapshot({
        followers: row.followers, avgLikes: row.avg_likes, avgComments: row.avg_comments, avgShares: row.avg_shares, avgSaves: row.avg_saves, statedEngagementBp: row.stated_engagement_bp,
      })
      const niches = JSON.parse(row.niches) as string[]
      const tags = JSON.parse(row.tags) as string[]
      const { lastInsertRowid } = addRow.run(
        row.id, foldText(row.name), row.account_id, row.platform, row.handle, row.followers, engagement?.rateBp ?? null, engagement?.basis ?? null,
        row.country, row.stage, row.archived_at ? 1 : 0, row.updated_at,
      )
      for (const niche of niches) addLabel.run('niche', niche, lastInsertRowid)
      for (const tag of tags) addLabel.run('tag', tag, lastInsertRowid)
      addText.run(lastInsertRowid, searchTextOf(row, niches, tags))
    },
  }
}

function searchTextOf(row: CreatorForRoster, niches: readonly string[], tags: readonly string[]): string {
  return foldText([row.name, row.handles, row.city, row.country, niches.join(' '), tags.join(' '), row.bio, row.notes].filter(Boolean).join('\n'))
}
