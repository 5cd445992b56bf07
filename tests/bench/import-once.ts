import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { guessPlan } from '#src/main/engine/creators/importing/guess-plan.ts'
import { meaningOfHeader } from '#src/main/engine/creators/importing/header-words.ts'
import { newIds } from '#src/main/engine/creators/importing/new-ids.ts'
import { rowReader } from '#src/main/engine/creators/importing/row-reader.ts'
import { importList } from '#src/main/engine/creators/importing/run-import.ts'
import { bulkTransaction } from '#src/main/engine/db/bulk-transaction.ts'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { openTable } from '#src/main/engine/exchange/tables/open-table.ts'
import { fileSource } from '#src/main/engine/exchange/tables/source.ts'
import { loadRaw, partsAlone, sameEndState } from './same-end-state.ts'

// Does one of the ways once and prints what it took; started in a process of its own, so that memory is told apart.
const [way = '', list = '', workspace = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-'))
const database = join(folder, 'workspace.sqlite')
copyFileSync(workspace, database)

const ways: Record<string, () => Promise<unknown>> = {
  parse: async () => {
    let rows = 0
    const table = await openTable(await fileSource(list), (cell) => meaningOfHeader(cell) !== null)
    for await (const batch of table.rows()) rows += batch.rows.length
    return rows
  },
  read: async () => {
    const table = await openTable(await fileSource(list), (cell) => meaningOfHeader(cell) !== null)
    const reader = rowReader(guessPlan(table))
    let drafts = 0
    for await (const { rows, lines } of table.rows()) {
      for (const [at, row] of rows.entries()) if ('draft' in reader.read(row, lines[at] ?? 0)) drafts++
    }
    return drafts
  },
  import: importOnce,
  sql: async () => sameEndState(database, list),
}

async function importOnce(): Promise<unknown> {
  const newId = newIds()
  const now = new Date().toISOString()
  const entry = { id: newId(), at: now, actor: 'bench', procedure: 'creators.import' }
  const request = { path: list, mapping: null, platform: null, sheet: null, takenOn: now.slice(0, 10), currency: 'EUR' }
  const watch = { progress: () => undefined, throwIfCancelled: () => undefined }
  const journal = { entryId: entry.id, newId, now }
  const { result } = await bulkTransaction(
    database,
    entry,
    (db) => importList(db, request, journal, watch),
    () => 'Imported',
  )
  return result.rows
}

if (way === 'again') await importOnce()
const part = partsAlone[way]
if (part) loadRaw(database, list)
const started = performance.now()
const outcome = await (way === 'again' ? importOnce() : part ? part(database) : ways[way]?.())
const ms = performance.now() - started
const check = openConnection(database, { readonly: true })
const creators = check.prepare('SELECT count(*) FROM roster_row').pluck().get()
check.close()
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ ms, mb: process.resourceUsage().maxRSS / 1024, outcome, creators }))
