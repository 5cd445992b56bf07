// Media kits with all there can be in them, read from the workspace, drawn and written into one zip by one core. Goal: at least 20 a second
// of one core; memory that does not grow with their number. The processor's time counts, because other work may share the machine.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadNow, printTable, verdict } from './harness.ts'

const [few, many] = [150, 600]
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-kits-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

interface Drawn {
  kits: number
  seconds: number
  cpuSeconds: number
  peakMb: number
}

const inOwnProcess = (...words: (string | number)[]) =>
  execFileSync(process.execPath, [join(import.meta.dirname, 'draw-kits.ts'), ...words.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const draw = (count: number, layout: string, format: string) => JSON.parse(inOwnProcess('draw', folder, count, layout, format)) as Drawn

inOwnProcess('make', folder, many)
const ways: [string, number, string, string][] = [
  ['one page, PDF', few, 'one-page', 'pdf'],
  ['one page, PDF', many, 'one-page', 'pdf'],
  ['portfolio, PDF', few, 'portfolio', 'pdf'],
  ['one page, HTML', few, 'one-page', 'html'],
]
printTable(
  'Media kits',
  ['', 'kits', 'a second', 'a second of a core', 'goal', '', 'peak, MB'],
  ways.map(([name, count, layout, format]) => {
    const { kits, seconds, cpuSeconds, peakMb } = draw(count, layout, format)
    const rate = kits / cpuSeconds
    return [name, kits, (kits / seconds).toFixed(1), rate.toFixed(1), '≥ 20', verdict(rate >= 20), peakMb.toFixed(0)]
  }),
)
console.log(loadNow())
