import { bulkInserter } from './bulk-insert.ts'
import type { Connection } from './connection.ts'
import type { Value } from './images.ts'
import { rosterColumns, rosterLineOf, type RosterSource } from './roster-line.ts'

/** Adds the roster lines, labels and search texts of creators who are new, many at a time. */
export interface RosterFiller {
  add(sources: readonly RosterSource[]): void
  /** Writes the texts that wait; to be called before anything else looks for them or changes them. */
  flush(): void
}

// Full-text writes what it has gathered whenever a statement for several rows of another table begins: each piece should be a large one.
const textsAtOnce = 2000

export function rosterFiller(db: Connection): RosterFiller {
  const addRows = bulkInserter(db, 'roster_row', ['search_id', ...rosterColumns])
  const addLabels = bulkInserter(db, 'roster_label', ['kind', 'label', 'search_id'])
  const addText = db.prepare('INSERT INTO roster_search (rowid, text) VALUES (?, ?)')
  const newest = db.prepare('SELECT max(search_id) FROM roster_row').pluck()
  let texts: [searchId: number, text: string][] = []
  const flush = () => {
    for (const text of texts) addText.run(text)
    texts = []
  }
  return {
    flush,
    add(sources) {
      let searchId = (newest.get() as number | null) ?? 0
      const rows: Value[][] = []
      const labels: Value[][] = []
      for (const source of sources) {
        searchId++
        const line = rosterLineOf(source)
        rows.push([searchId, ...line.values])
        for (const [kind, label] of line.labels) labels.push([kind, label, searchId])
        texts.push([searchId, line.searchText])
      }
      addRows(rows)
      addLabels(labels)
      if (texts.length >= textsAtOnce) flush()
    },
  }
}
