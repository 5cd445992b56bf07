import { bulkWriter } from '../../db/bulk.ts'
import type { Connection } from '../../db/connection.ts'
import { refreshCreators, rosterWriter } from '../../db/derived.ts'
import type { Image } from '../../db/images.ts'
import type { RosterSource } from '../../db/roster-line.ts'
import { rowUpdater } from '../../db/row-updates.ts'
import type { CreatorTable } from '../../db/schema.ts'
import type { NewId } from '../../ports.ts'
import type { Changes, Update } from './changes.ts'

/** Writes what an import comes to, many creators at a time, with its journal and the roster's derived lines. */
export interface BatchWriter {
  add(changes: Changes): void
  /** Writes now what has been added since, so that it can be looked up. */
  write(): void
  /** Writes, and brings the roster lines of creators that were changed up to date. */
  flush(): Promise<void>
  /** Creators that were made or changed. */
  readonly count: number
}

// So few that what belongs to them is soon forgotten again: many more, and collecting garbage takes as long as reading the list.
const creatorsAtOnce = 100

export function batchWriter(db: Connection, entryId: string, newId: NewId): BatchWriter {
  const bulk = bulkWriter(db, entryId, newId)
  const update = rowUpdater(db, entryId)
  const roster = rosterWriter(db)
  let waiting: Changes[] = []
  let changed: string[] = []
  let count = 0
  // Creators first, so that an undo, which goes backwards, meets what hangs on them first.
  const write = () => {
    const batch = waiting
    waiting = []
    bulk.insert('creator', images(batch.flatMap(({ creator }) => creator ?? [])))
    bulk.insert('account', images(batch.flatMap(({ accounts }) => accounts)))
    bulk.insert('snapshot', images(batch.flatMap(({ snapshots }) => snapshots)))
    bulk.insert('rate', images(batch.flatMap(({ rates }) => rates)))
    update('creator', pairs(batch.flatMap(({ creatorUpdate }) => creatorUpdate ?? [])))
    update('account', pairs(batch.flatMap(({ accountUpdates }) => accountUpdates)))
    update('snapshot', pairs(batch.flatMap(({ snapshotUpdates }) => snapshotUpdates)))
    update('rate', pairs(batch.flatMap(({ rateUpdates }) => rateUpdates)))
    for (const { creator, creatorId, ...more } of batch) {
      if (creator) roster.add(rosterSource(creator, more))
      else changed.push(creatorId)
    }
  }
  return {
    get count() {
      return count
    },
    add(changes) {
      count++
      if (waiting.push(changes) >= creatorsAtOnce) write()
    },
    write,
    async flush() {
      write()
      const ids = changed
      changed = []
      if (ids.length > 0) await refreshCreators(db, ids)
    },
  }
}

/** What the roster shows of a creator who is new, without asking the database for what has just been written. */
function rosterSource(creator: CreatorTable, { accounts, snapshots }: Pick<Changes, 'accounts' | 'snapshots'>): RosterSource {
  const primary = accounts.find(({ is_primary }) => is_primary === 1)
  const newest = snapshots.find(({ account_id }) => account_id === primary?.id)
  const { id, name, country, city, bio, notes, niches, tags, stage, archived_at, updated_at } = creator
  return {
    id,
    name,
    country,
    city,
    bio,
    notes,
    niches,
    tags,
    stage,
    archived_at,
    updated_at,
    language: creator.language,
    do_not_contact: creator.do_not_contact,
    languages: null,
    formats: null,
    owner: null,
    audience: null,
    account_id: primary?.id ?? null,
    platform: primary?.platform ?? null,
    handle: primary?.handle ?? null,
    handles: accounts.length === 0 ? null : accounts.map(({ handle }) => handle).join(' '),
    followers: newest?.followers ?? null,
    avg_likes: newest?.avg_likes ?? null,
    avg_comments: newest?.avg_comments ?? null,
    avg_shares: newest?.avg_shares ?? null,
    avg_saves: newest?.avg_saves ?? null,
    stated_engagement_bp: newest?.stated_engagement_bp ?? null,
  }
}

// Rows of typed tables are images whose columns are known.
function images(rows: readonly object[]): Image[] {
  return rows as unknown as Image[]
}

function pairs(updates: readonly Update<object>[]): Update<Image>[] {
  return updates as unknown as Update<Image>[]
}
