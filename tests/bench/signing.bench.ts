import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { makeAgency } from './agency.ts'
import { loadNow, percentile, printTable, verdict } from './harness.ts'

// Signing and verifying, through the procedures the window calls: single contracts signed one after the other by both sides, a selection
// signed by the agency, and contracts with two signatures verified. Goals: at least 20 signatures a second; at most 50 ms to verify.
const singles = 40
const many = 200
const rounds = 5
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-signing-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const { call, collaborationIds, close } = await makeAgency(folder, singles + many)
const { ids, documentIds: drawn } = await call.contracts.create({ collaborationIds, draw: true })
const [apart, together] = [ids.slice(0, singles), ids.slice(singles)]

const of = { agency: watch(), creator: watch(), verify: watch(), unsigned: watch() }
const signedByBoth: string[] = []
for (const id of apart) {
  await timed(of.agency, () => call.contracts.sign({ id, signerName: 'Mira Sommer' }))
  signedByBoth.push((await timed(of.creator, () => call.contracts.countersign({ id, signerName: 'Ana Martins' }))).documentId)
}
const all = watch()
await timed(all, () => call.contracts.signMany({ ids: together, signerName: 'Mira Sommer' }))
for (let round = 0; round < rounds; round++) {
  for (const [at, documentId] of signedByBoth.entries()) {
    const { status, signatures } = await timed(of.verify, () => call.contracts.verifyDocument({ documentId }))
    if (status !== 'valid' || signatures.length !== 2) throw new Error(`${documentId} is ${status} with ${signatures.length} signatures.`)
    await timed(of.unsigned, () => call.contracts.verifyDocument({ documentId: drawn[at] ?? '' }))
  }
}
await close()

const rows: [string, Watch][] = [
  ['the agency signs one, kept with its trail', of.agency],
  ['the creator signs on this machine with a new key; what was agreed is planned', of.creator],
  ['a contract with two signatures is verified', of.verify],
  ['a contract without signatures is verified', of.unsigned],
]
printTable(
  'Signing and verifying, one after the other, in ms',
  ['', 'times', 'median', 'p95', 'processor median'],
  rows.map(([name, { ms, processor }]) => [name, ms.length, percentile(ms, 0.5), percentile(ms, 0.95), percentile(processor, 0.5)]),
)
const aSecond = (many / (all.ms[0] ?? 1)) * 1000
const oneByOne = 1000 / Number(percentile(of.agency.ms, 0.5))
const [median, p95] = [0.5, 0.95].map((share) => Number(percentile(of.verify.ms, share))) as [number, number]
console.log(`A selection of ${many}, signed for the agency: ${aSecond.toFixed(0)} a second (goal ≥ 20: ${verdict(aSecond >= 20)}).`)
console.log(`One by one for the agency: ${oneByOne.toFixed(0)} a second by the median (goal ≥ 20: ${verdict(oneByOne >= 20)}).`)
console.log(`Verifying two signatures: median ${median} ms (goal ≤ 50: ${verdict(median <= 50)}), p95 ${p95} ms (${verdict(p95 <= 50)}).`)
const [signing, verifying] = [of.agency, of.verify].map(({ processor }) => Number(percentile(processor, 0.5))) as [number, number]
console.log(
  `Of processor time, whatever else runs: ${(1000 / signing).toFixed(0)} signatures a second (goal ≥ 20: ${verdict(signing <= 50)}), ${verifying} ms to verify (goal ≤ 50: ${verdict(verifying <= 50)}).`,
)
console.log(loadNow())

/** What something took each time, in ms: by the clock, and of processors' time, which is the same however busy the machine is. */
interface Watch {
  ms: number[]
  processor: number[]
}

function watch(): Watch {
  return { ms: [], processor: [] }
}

async function timed<Result>({ ms, processor }: Watch, work: () => Promise<Result>): Promise<Result> {
  const [before, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  ms.push(performance.now() - before)
  processor.push((user + system) / 1000)
  return result
}
