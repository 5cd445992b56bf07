import { newestChange, touchedSince } from '../../db/derived.ts'
import { nextTurn } from '../../db/next-turn.ts'
import { rosterPast } from '../../db/roster-past.ts'
import { rosterReader, type RosterReader } from '../../db/roster-reader.ts'
import type { WorkspaceFolder } from '../../db/workspace-folder.ts'
import { openAudiences, type Audiences } from './audiences.ts'
import { LINE, openColumns, type Dimension, type RosterColumns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { openLabels, type Labels } from './labels.ts'
import { openOrders, type Orders } from './orders.ts'
import { openPast, type Past } from './past.ts'

/** The roster in memory, about 50 bytes a line, so that any filter, its counts and its page take milliseconds even for a million
 *  creators. The database stays the truth: this is read from it when first asked for and follows the journal. */
export interface Roster {
  readonly columns: RosterColumns
  readonly words: Readonly<Record<Dimension, Dictionary>>
  readonly labels: Labels
  readonly orders: Orders
  readonly audiences: Audiences
  readonly past: Past
  readonly reader: RosterReader
  /** Rises whenever the roster has changed. */
  readonly version: number
}

const linesAtOnce = 2000
const rosters = new WeakMap<WorkspaceFolder, { current(): Promise<Roster> }>()

/** The workspace's roster as it is now. */
export function rosterOf(workspace: WorkspaceFolder): Promise<Roster> {
  let source = rosters.get(workspace)
  if (!source) rosters.set(workspace, (source = followRoster(workspace)))
  return source.current()
}

function followRoster({ reader: db }: WorkspaceFolder): { current(): Promise<Roster> } {
  const reader = rosterReader(db)
  let roster: LoadedRoster | null = null
  let loading: Promise<void> | null = null
  let seenData = -1
  let seenChange = 0

  async function load(): Promise<void> {
    // What changes while it is being read is taken over afterwards.
    seenChange = newestChange(db)
    seenData = -1
    roster = await loadRoster(reader, openPast(rosterPast(db)), (roster?.version ?? 0) + 1)
  }

  return {
    async current() {
      for (;;) {
        await loading
        const data = Number(db.pragma('data_version', { simple: true }))
        if (roster && data === seenData) return roster
        const touched = roster && touchedSince(db, seenChange)
        if (roster && touched?.creators) {
          roster.takeOver(touched.creators, touched.hasPast)
          seenData = data
          seenChange = touched.newest
          return roster
        }
        loading ??= load().finally(() => {
          loading = null
        })
      }
    },
  }
}

interface LoadedRoster extends Roster {
  /** `hasPast`: what was done with creators may have changed too. */
  takeOver(creators: ReadonlySet<string>, hasPast: boolean): void
}

async function loadRoster(reader: RosterReader, past: Past, firstVersion: number): Promise<LoadedRoster> {
  const { columns, words, put, remove } = openColumns()
  const labels = openLabels(reader)
  const orders = openOrders(reader)
  const audiences = openAudiences(reader)
  let version = firstVersion
  for (let after = 0; ;) {
    const lines = reader.linesAfter(after, linesAtOnce)
    for (const line of lines) put(line)
    if (lines.length < linesAtOnce) break
    after = lines.at(-1)?.[0] ?? 0
    await nextTurn()
  }
  return {
    columns,
    words,
    labels,
    orders,
    audiences,
    past,
    reader,
    get version() {
      return version
    },
    takeOver(creators, hasPast) {
      if (hasPast && past.forget()) version++
      if (creators.size === 0) return
      const lines = [...creators].map((id) => reader.lineOf(id))
      for (const line of lines) if (line) put(line)
      const gone = lines.includes(null) ? goneLines(columns, reader) : []
      for (const line of gone) remove(line)
      const changed = new Set([...lines.flatMap((line) => (line ? [line[0]] : [])), ...gone])
      labels.relabel(changed, reader.labelsOf)
      audiences.follow(changed)
      past.forget()
      orders.move(changed)
      version++
    },
  }
}

/** The lines in memory that the database no longer has. */
function goneLines({ state, size }: RosterColumns, reader: RosterReader): number[] {
  const present = new Uint8Array(size)
  for (const line of reader.lines()) present[line] = 1
  return Array.from({ length: size }, (_, line) => line).filter((line) => state[line] !== LINE.gone && present[line] === 0)
}
