import type { Connection } from './connection.ts'
import { unpackImages, type Image } from './images.ts'
import { pauses } from './next-turn.ts'
import { rosterColumns, rosterLineOf, selectSourceAfter, selectSourceById, type RosterSource } from './roster-line.ts'

/** Brings the roster lines and the search index of the creators that one journal entry touched up to date, in the same transaction.
 *  Lets other work of this thread run in between. */
export async function refreshRoster(db: Connection, entryId: string): Promise<void> {
  await refreshCreators(db, [...touchedBy(db, 'entry_id = ?', entryId)])
}

/** The creators that changes after this one may have touched, and the newest change; `creators` is null where bulk work makes them too
 *  many to name. */
export function touchedSince(db: Connection, change: number): Touched {
  const newest = newestChange(db)
  const isBulk = db.prepare("SELECT 1 FROM journal_change WHERE id > ? AND op = 'bulk' LIMIT 1").get(change) !== undefined
  const hasPast =
    db.prepare(`SELECT 1 FROM journal_change WHERE id > ? AND table_name IN (${pastTables}) LIMIT 1`).get(change) !== undefined
  return { creators: isBulk || newest - change > mostNamed ? null : touchedBy(db, 'id > ?', change), hasPast, newest }
}

interface Touched {
  creators: ReadonlySet<string> | null
  /** Whether what `rosterPast` tells may have changed. */
  hasPast: boolean
  newest: number
}

const pastTables = "'collaboration', 'campaign', 'deliverable', 'contract', 'vetting_review'"

const mostNamed = 20_000

/** The number of the newest change in the journal; 0 before the first. */
export function newestChange(db: Connection): number {
  return (db.prepare('SELECT max(id) FROM journal_change').pluck().get() as number | null) ?? 0
}

function touchedBy(db: Connection, which: 'entry_id = ?' | 'id > ?', key: string | number): Set<string> {
  const ofAccount = db.prepare('SELECT creator_id FROM account WHERE id = ?').pluck()
  const touched = new Set<string>()
  const touch = (table: string, image: Image) => {
    const creator =
      table === 'creator' || table === 'creator_profile'
        ? image.id
        : table === 'account'
          ? image.creator_id
          : ofAccount.get(image.account_id)
    if (typeof creator === 'string') touched.add(creator)
  }
  const changes = db.prepare(
    `SELECT table_name, op, before, after FROM journal_change
     WHERE ${which} AND table_name IN ('creator', 'creator_profile', 'account', 'snapshot', 'audience')`,
  )
  for (const change of changes.iterate(key) as Iterable<{ table_name: string; op: string; before: string | null; after: string | null }>) {
    for (const text of [change.before, change.after]) {
      if (text === null) continue
      for (const image of change.op === 'bulk' ? unpackImages(text) : [JSON.parse(text) as Image]) touch(change.table_name, image)
    }
  }
  return touched
}

/** Makes the roster lines and the search index anew for these creators; those that are gone lose theirs. */
export async function refreshCreators(db: Connection, ids: readonly string[]): Promise<void> {
  const write = rosterWriter(db)
  const read = db.prepare(selectSourceById)
  const pause = pauses()
  for (const id of ids) {
    const before = write.remove(id)
    const row = read.get(id) as RosterSource | undefined
    if (row) write.add(row, before)
    await pause()
  }
}

const creatorsAtOnce = 5000

/** Makes everything derived anew, after a bulk import or for comparing. */
export function rebuildRoster(db: Connection): void {
  db.exec('DELETE FROM roster_audience; DELETE FROM roster_label; DELETE FROM roster_row;')
  db.exec("INSERT INTO roster_search (roster_search) VALUES ('delete-all')")
  const write = rosterWriter(db)
  for (const row of rosterSources(db)) write.add(row)
}

/** What every roster line is made from, in pieces, so that writing in between is allowed. */
export function* rosterSources(db: Connection): Generator<RosterSource> {
  const select = db.prepare(selectSourceAfter)
  for (let after = ''; ;) {
    const rows = select.all(after, creatorsAtOnce) as RosterSource[]
    yield* rows
    if (rows.length < creatorsAtOnce) return
    after = rows.at(-1)?.id ?? ''
  }
}

interface RosterWriter {
  /** A line that comes back keeps its `searchId`, so that its place among equals stays. */
  add(row: RosterSource, searchId?: number): void
  remove(creatorId: string): number | undefined
}

function rosterWriter(db: Connection): RosterWriter {
  const find = db.prepare('SELECT search_id FROM roster_row WHERE creator_id = ?').pluck()
  const removals = [
    'DELETE FROM roster_search WHERE rowid = ?',
    'DELETE FROM roster_audience WHERE search_id = ?',
    'DELETE FROM roster_label WHERE search_id = ?',
    'DELETE FROM roster_row WHERE search_id = ?',
  ].map((sql) => db.prepare(sql))
  const addRow = db.prepare(
    `INSERT INTO roster_row (search_id, ${rosterColumns.join(', ')}) VALUES (?, ${rosterColumns.map(() => '?').join(', ')})`,
  )
  const addLabel = db.prepare('INSERT INTO roster_label (kind, label, search_id) VALUES (?, ?, ?)')
  const addAudience = db.prepare('INSERT INTO roster_audience (dimension, label, search_id, share_bp) VALUES (?, ?, ?, ?)')
  const addText = db.prepare('INSERT INTO roster_search (rowid, text) VALUES (?, ?)')
  return {
    remove(creatorId) {
      const searchId = find.get(creatorId) as number | undefined
      if (searchId !== undefined) for (const removal of removals) removal.run(searchId)
      return searchId
    },
    add(row, searchId) {
      const { values, labels, audience, searchText } = rosterLineOf(row)
      const { lastInsertRowid } = addRow.run(searchId ?? null, values)
      for (const label of labels) addLabel.run(label, lastInsertRowid)
      for (const [dimension, label, share] of audience) addAudience.run(dimension, label, lastInsertRowid, share)
      addText.run(lastInsertRowid, searchText)
    },
  }
}
