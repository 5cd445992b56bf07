import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { writeCreatorList } from './creator-list.ts'
import { compare, loadNow, printTable, resultRows, verdict } from './harness.ts'
import type { Candidate, Measured } from './harness.ts'

// Bulk import of a creator list of 20 columns: 100,000 rows, and with TROUPE_BENCH_LARGE=1 also 1,000,000. Goals are in docs; nothing fails
// on time.
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-import-'))
const empty = join(folder, 'empty.sqlite')
const fresh = openConnection(empty)
migrate(fresh, () => undefined)
fresh.close()

if (spawnSync('sqlite3', ['--version']).status === 0) await measure()
else console.log('The import bench needs the sqlite3 shell as its yardstick: apt-get install sqlite3.')
rmSync(folder, { recursive: true })

async function measure(): Promise<void> {
  const small = await compareAt(100_000, 3)
  if (process.env['TROUPE_BENCH_LARGE'] !== '1') return
  const large = await compareAt(1_000_000, 1)
  const growth = (large ?? 0) / 10 / (small ?? 1)
  console.log(`\nCost per row from 100,000 to 1,000,000: × ${growth.toFixed(2)} (goal ≤ 1.50): ${verdict(growth <= 1.5)}.`)
}

async function compareAt(rows: number, rounds: number): Promise<number | undefined> {
  const list = join(folder, `creators-${rows}.csv`)
  await writeCreatorList(list, rows)
  const results = await compare(
    [
      { name: 'sqlite3 .import, bare', run: () => bareImport(list) },
      inOwnProcess('parse only', 'parse', list),
      inOwnProcess('parse, read and check', 'read', list),
      inOwnProcess('import: checked, indexed, searchable, journalled', 'import', list),
      inOwnProcess('the same end state by SQL alone, unchecked', 'sql', list),
      inOwnProcess('import of the same list again', 'again', list),
      inOwnProcess('the floor: only its tables and indexes, by SQL', 'tables', list),
      inOwnProcess('the floor: only its full text, by SQL', 'text', list),
    ],
    rounds,
  )
  printTable(`Import of ${rows.toLocaleString('en-US')} rows × 20 columns`, ['', 'ms', '× bare', 'MB'], resultRows(results))
  const [, , , whole, sql, , tables, text] = results
  if (whole && sql && tables && text) {
    const bySql = whole.medianMs / sql.medianMs
    console.log(`Whole import ÷ bare .import: ${whole.ratio.toFixed(2)} (goal ≤ 6): ${verdict(whole.ratio <= 6)}.`)
    console.log(`Whole import ÷ same end state by SQL: ${bySql.toFixed(2)} (goal ≤ 1.4): ${verdict(bySql <= 1.4)}.`)
    console.log(`The floor ÷ bare .import, without reading, checking or history: ${(tables.ratio + text.ratio).toFixed(2)}.`)
    console.log(`Memory of the whole import: ${whole.mb?.toFixed(0)} MB${memoryVerdict(rows, whole.mb)}.`)
    console.log(loadNow())
  }
  return whole?.medianMs
}

function memoryVerdict(rows: number, mb: number | null): string {
  return rows === 100_000 ? ` (goal ≤ 250): ${verdict((mb ?? 0) <= 250)}` : ''
}

function bareImport(list: string): void {
  const target = join(folder, 'bare.sqlite')
  rmSync(target, { force: true })
  execFileSync('sqlite3', [target, '-cmd', '.mode csv', `.import '${list}' t`])
}

function inOwnProcess(name: string, way: string, list: string): Candidate {
  return {
    name,
    run() {
      const script = join(import.meta.dirname, 'import-once.ts')
      // As the worker thread that imports has it (see startWorker in node-ports.ts).
      const options = ['--max-semi-space-size=16']
      const { stdout, stderr, status } = spawnSync(process.execPath, [...options, script, way, list, empty], { encoding: 'utf8' })
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
      return JSON.parse(stdout) as Measured
    },
  }
}
