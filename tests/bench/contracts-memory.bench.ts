import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineFlags } from '#src/main/doors/engine-memory.ts'
import { printTable, verdict } from './harness.ts'

// What the engine's process, with its workers, holds at most while it draws the PDFs of 1,000 contracts: one selection, as the window
// asks for it. Goal: at most 350 MB. The contracts are made by a process before it, so that making them is not counted.
const count = Number(process.env['TROUPE_BENCH_CONTRACTS'] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-memory-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

interface Held {
  documents: number
  startMb: number
  peakMb: number
}

const inOwnProcess = (what: string) =>
  execFileSync(process.execPath, [...engineFlags, join(import.meta.dirname, 'draw-many.ts'), what, folder, String(count)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
inOwnProcess('make')
const { documents, startMb, peakMb } = JSON.parse(inOwnProcess('draw')) as Held
printTable(
  'Memory of the engine, its workers included (RSS)',
  ['documents drawn', 'before, MB', 'peak, MB', 'goal, MB', ''],
  [[documents, startMb.toFixed(0), peakMb.toFixed(0), '≤ 350', verdict(peakMb <= 350)]],
)
