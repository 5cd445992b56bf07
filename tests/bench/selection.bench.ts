import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { makeAgency, type Agency } from './agency.ts'
import { loadNow, percentile, printTable, verdict } from './harness.ts'

// What a person does with a selection of 500: make the contracts, draw their PDFs, sign them. Beside it somebody goes on working: small
// questions are asked all the while, and the engine's event loop is watched. Goal: at most 60 s in all, with progress and cancel, and the
// window never blocked.
const count = Number(process.env['TROUPE_BENCH_CONTRACTS'] ?? 500)
const pace = 5
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-selection-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

interface Step {
  name: string
  ms: number
  /** How late the engine's event loop came to what waited, ms. */
  delays: { p99: number; max: number }
  /** What each small question beside it took, ms. */
  questions: number[]
  /** How many states of the job somebody who watches was shown. */
  shown: number
}

const agency = await makeAgency(folder, count)
const { call, collaborationIds } = agency
const idle = await watched('nothing', () => setTimeout(5000))
const made = await watched('make', () => call.contracts.create({ collaborationIds }))
const { ids } = made.result
const drawn = await watched('draw', () => call.contracts.render({ ids }))
const signed = await watched('sign', () => call.contracts.signMany({ ids, signerName: 'Mira Sommer' }))
const steps = [idle.step, made.step, drawn.step, signed.step]
const seconds = steps.slice(1).reduce((sum, { ms }) => sum + ms, 0) / 1000
printTable(
  `${count} contracts for a selection, and what somebody else at the window notices`,
  ['', 'ms', 'a second', 'shown', 'loop p99', 'loop max', 'asked', 'answer median', 'answer p95', 'answer max'],
  steps.map(({ name, ms, delays, questions, shown }) => [
    name,
    ms.toFixed(0),
    name === 'nothing' ? '' : ((count / ms) * 1000).toFixed(0),
    shown,
    delays.p99.toFixed(0),
    delays.max.toFixed(0),
    questions.length,
    ...[0.5, 0.95, 1].map((share) => percentile(questions, share)),
  ]),
)
console.log(`In all: ${seconds.toFixed(1)} s for ${count} (goal for 500: ≤ 60 s): ${verdict((seconds / count) * 500 <= 60)}.`)
console.log(loadNow())
await agency.close()

async function watched<Result>(name: string, work: () => Promise<Result>): Promise<{ result: Result; step: Step }> {
  const end = new AbortController()
  const histogram = monitorEventLoopDelay({ resolution: pace })
  const shown = countShown(agency, end.signal)
  histogram.enable()
  const questions = askBeside(end.signal)
  const started = performance.now()
  const result = await work()
  const ms = performance.now() - started
  // What was late at the very end is seen in the next turn.
  await setTimeout(2 * pace)
  histogram.disable()
  end.abort()
  const delays = { p99: late(histogram.percentile(99)), max: late(histogram.max) }
  return { result, step: { name, ms, delays, questions: await questions, shown: await shown } }
}

/** Small questions of a window that is open beside it, one after the other. */
async function askBeside(signal: AbortSignal): Promise<number[]> {
  const times: number[] = []
  while (!signal.aborted) {
    const started = performance.now()
    await call.creators.list({ limit: 50 })
    times.push(performance.now() - started)
    await setTimeout(20)
  }
  return times
}

async function countShown({ engine }: Agency, signal: AbortSignal): Promise<number> {
  let shown = 0
  try {
    for await (const event of engine.contextFor('bench').bus.subscribe(signal)) if (event.type === 'job') shown++
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return shown
}

/** Milliseconds behind the pace at which the histogram looks. */
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - pace)
}
