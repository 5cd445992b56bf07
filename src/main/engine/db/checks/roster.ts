import Database from 'better-sqlite3'
import type { Connection } from '../connection.ts'
import { rosterSources } from '../derived.ts'
import { rosterColumns, rosterLineOf } from '../roster-line.ts'

interface Found {
  missing: number
  differing: number
  mislabelled: number
  otherAudience: number
}

/** Whether the roster and the search are what the creators give: lines, labels, and every entry of the text index. `onCreator` is
 *  called with the number looked at. */
export function checkRoster(db: Connection, onCreator: (done: number) => void): string[] {
  const lineOf = db.prepare(`SELECT search_id, ${rosterColumns.join(', ')} FROM roster_row WHERE creator_id = ?`).raw()
  const labelsOf = db.prepare("SELECT kind || ' ' || label FROM roster_label WHERE search_id = ? ORDER BY 1").pluck()
  const audienceOf = db.prepare('SELECT dimension, label, share_bp FROM roster_audience WHERE search_id = ?').raw()
  const found: Found = { missing: 0, differing: 0, mislabelled: 0, otherAudience: 0 }
  const expected = emptyIndexLike(db)
  let done = 0
  for (const source of rosterSources(db)) {
    onCreator(++done)
    const [searchId, ...line] = (lineOf.get(source.id) as [number, ...unknown[]] | undefined) ?? []
    const { values, labels, audience, searchText } = rosterLineOf(source)
    if (searchId === undefined) found.missing++
    else {
      if (!values.every((value, at) => value === line[at])) found.differing++
      const wanted = labels.map(([kind, label]) => `${kind} ${label}`)
      const kept = labelsOf.all(searchId) as string[]
      if (wanted.length !== kept.length || !wanted.every((label) => kept.includes(label))) found.mislabelled++
      if (!isSame(audience, audienceOf.all(searchId) as unknown[][])) found.otherAudience++
      expected.add(searchId, searchText)
    }
  }
  return [...describe(found), ...leftOver(db), ...compareIndexes(db, expected)]
}

function textOf(rows: readonly unknown[][]): string {
  const lines = rows.map((row) => JSON.stringify(row))
  return lines.toSorted().join('\n')
}

function isSame(wanted: readonly unknown[][], kept: readonly unknown[][]): boolean {
  if (wanted.length === 0 && kept.length === 0) return true
  return textOf(wanted) === textOf(kept)
}

function describe({ missing, differing, mislabelled, otherAudience }: Found): string[] {
  return [
    ...(missing > 0 ? [`Creators that are missing from the roster: ${missing}.`] : []),
    ...(differing > 0 ? [`Lines of the roster that are not what their creators give: ${differing}.`] : []),
    ...(mislabelled > 0 ? [`Lines of the roster with other niches or tags than their creators: ${mislabelled}.`] : []),
    ...(otherAudience > 0 ? [`Lines of the roster with another audience than their creators: ${otherAudience}.`] : []),
  ]
}

function leftOver(db: Connection): string[] {
  const lines = db.prepare('SELECT count(*) FROM roster_row WHERE creator_id NOT IN (SELECT id FROM creator)').pluck().get() as number
  const labels = db
    .prepare('SELECT count(*) FROM roster_label WHERE search_id NOT IN (SELECT search_id FROM roster_row)')
    .pluck()
    .get() as number
  return [
    ...(lines > 0 ? [`Lines of the roster that belong to no creator: ${lines}.`] : []),
    ...(labels > 0 ? [`Labels that belong to no line of the roster: ${labels}.`] : []),
  ]
}

type Index = ReturnType<typeof emptyIndexLike>

/** In a temporary file, because the index of a large roster would crowd the memory. */
function emptyIndexLike(original: Connection) {
  const db = new Database('')
  db.exec(original.prepare("SELECT sql FROM sqlite_schema WHERE name = 'roster_search'").pluck().get() as string)
  db.exec('BEGIN')
  const add = db.prepare('INSERT INTO roster_search (rowid, text) VALUES (?, ?)')
  return { db, add: (searchId: number, text: string) => void add.run(searchId, text) }
}

/** The index keeps no text to compare; but every three letters with the number of lines and places that have them say as much. */
function compareIndexes(db: Connection, expected: Index): string[] {
  expected.db.exec('COMMIT')
  const [kept, wanted] = [entriesOf(db), entriesOf(expected.db)]
  try {
    for (;;) {
      const [a, b] = [kept.next(), wanted.next()]
      if (a.done && b.done) return []
      if (a.done || b.done || !a.value.every((part, at) => part === b.value[at])) return ['The search index is not what the creators give.']
    }
  } finally {
    for (const entries of [kept, wanted]) entries.return(undefined)
    expected.db.close()
  }
}

function* entriesOf(db: Connection): Generator<[term: string, lines: number, places: number], void> {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.roster_words USING fts5vocab(main, roster_search, 'row')")
  yield* db.prepare('SELECT term, doc, cnt FROM temp.roster_words ORDER BY term').raw().iterate() as Iterable<[string, number, number]>
}
