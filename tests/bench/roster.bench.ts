import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'
import { percentile, printTable } from './harness.ts'
import { naiveRoster } from './naive-roster.ts'
import { seededRandom, type Random } from './random.ts'
import { countries, niches, platforms, syllables } from './roster-data.ts'

// The roster at 100,000 creators, and with TROUPE_BENCH_LARGE=1 also at 1,000,000: each question is asked with ever new values, ours and
// the naive way in turn.
// Goals are in docs; nothing fails on time.
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-roster-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const random = seededRandom(11)

type Call = ReturnType<Engine['client']>
type Filter = Parameters<Call['creators']['list']>[0]
interface Question {
  name: string
  goal?: string
  ask(): Filter
}

const some = (from: Random, words: readonly string[], most: number) => [
  ...new Set(Array.from({ length: 1 + from.below(most) }, () => from.pick(words))),
]

function questions(goals: Goals): Question[] {
  return [
    { name: 'a page anywhere in the roster', ask: () => ({ offset: random.below(goals.size - 200), limit: 100 }) },
    {
      name: 'several filters and a range',
      goal: goals.filters,
      ask: () => ({
        platforms: some(random, platforms, 3),
        countries: some(random, countries, 5),
        minFollowers: 500 + random.below(5000),
        maxFollowers: 20_000 + random.below(100_000),
        limit: 100,
      }),
    },
    {
      name: 'niches and engagement',
      goal: goals.filters,
      ask: () => ({ niches: some(random, niches, 3), minEngagementBp: 100 + random.below(400), sort: 'engagement', limit: 100 }),
    },
    {
      name: 'tiers by name',
      goal: goals.filters,
      ask: () => ({ tiers: ['nano', 'micro'], countries: some(random, countries, 3), sort: 'name', limit: 100 }),
    },
    {
      name: 'text',
      goal: goals.text,
      ask: () => ({ search: random.pick(syllables) + random.pick(syllables) + random.pick(syllables), limit: 100 }),
    },
    {
      name: 'text with filters',
      goal: goals.text,
      ask: () => ({
        search: random.pick(niches).slice(0, 4),
        platforms: some(random, platforms, 2),
        minFollowers: random.below(3000),
        limit: 100,
      }),
    },
    {
      name: 'two characters',
      ask: () => ({ search: random.pick(syllables).slice(0, 2), countries: some(random, countries, 2), limit: 100 }),
    },
  ]
}

interface Goals {
  size: number
  rounds: number
  filters: string
  text: string
  memory: string
}

async function measure(goals: Goals): Promise<void> {
  const { engine, close } = await openRoster(goals.size)
  const call = engine.client('bench')
  // On a connection of its own, so that neither empties the other's page cache.
  const naive = naiveRoster(openConnection(engine.contextFor('bench').workspace.database, { readonly: true }))
  const started = performance.now()
  await call.creators.list({ limit: 1 })
  const loading = performance.now() - started
  const asked = questions(goals)
  for (const { ask } of asked) for (let round = 0; round < 5; round++) await call.creators.list(ask())
  globalThis.gc?.()
  const memory = process.memoryUsage().rss / 1e6
  const rows: string[][] = []
  for (const { name, goal, ask } of asked) rows.push(await alternate(name, goal, goals.rounds, ask, call, naive))
  rows.push(await countsOf(goals.rounds, call, naive), await afterAnEdit(goals.rounds, call))
  printTable(
    `Roster of ${goals.size.toLocaleString('en-US')} creators: a page of 100 with its total, in ms`,
    ['', 'median', 'p95', 'goal p95', 'naive median', 'naive p95', 'ratio'],
    rows,
  )
  console.log(`First question, which reads the roster: ${loading.toFixed(0)} ms. Memory: ${memory.toFixed(0)} MB (goal ≤ ${goals.memory}).`)
  await crossing(call)
  await selections(call)
  await close()
}

async function openRoster(size: number): Promise<{ engine: Engine; close(): Promise<void> }> {
  const place = join(folder, String(size))
  mkdirSync(place)
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-roster.ts'), join(place, 'workspace.sqlite'), String(size)])
  const engine = await openEngine({
    folder: place,
    ports: nodePorts({ appVersion: 'bench', secrets: keyFileSecrets(join(folder, 'sealing.key')) }),
  })
  return {
    engine,
    async close() {
      await engine.close()
      rmSync(place, { recursive: true })
    },
  }
}

async function alternate(
  name: string,
  goal: string | undefined,
  rounds: number,
  ask: () => Filter,
  call: Call,
  naive: ReturnType<typeof naiveRoster>,
): Promise<string[]> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const filter = ask()
    ours.push(await timed(() => call.creators.list(filter)))
    theirs.push(await timed(() => naive.page(filter)))
  }
  return row(name, ours, theirs, goal)
}

async function countsOf(rounds: number, call: Call, naive: ReturnType<typeof naiveRoster>): Promise<string[]> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const filter = { platforms: some(random, platforms, 3), minFollowers: random.below(5000) }
    ours.push(await timed(() => call.creators.facets(filter)))
    theirs.push(await timed(() => naive.facets(filter)))
  }
  return row('counts for every choice', ours, theirs)
}

async function afterAnEdit(rounds: number, call: Call): Promise<string[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const {
      rows: [someone],
    } = await call.creators.list({ offset: random.below(1000), limit: 1 })
    await call.creators.update({ id: someone?.id ?? '', changes: { notes: `Note ${round}` } })
    times.push(await timed(() => call.creators.list({ limit: 100 })))
  }
  return row('the first page after an edit', times, [])
}

/** What the journal, the roster and its search cost when a thousand creators change at once, and to take it back. */
async function selections(call: Call): Promise<void> {
  const ids = (await call.creators.list({ limit: 1000 })).rows.map(({ id }) => id)
  const tagging = await timed(() => call.creators.tag({ ids, add: ['chosen'] }))
  const undoing = await timed(() => call.workspace.undo({}))
  console.log(`Tagging 1,000 creators as one change: ${tagging.toFixed(0)} ms; undoing it: ${undoing.toFixed(0)} ms.`)
}

async function crossing(call: Call): Promise<void> {
  const page = await call.creators.list({ limit: 200 })
  const times: number[] = []
  for (let round = 0; round < 50; round++) times.push(await timed(() => structuredClone(page)))
  console.log(`Copying a page of 200 rows as a message is copied: median ${percentile(times, 0.5)} ms (goal ≤ 1).`)
}

function row(name: string, ours: readonly number[], theirs: readonly number[], goal = ''): string[] {
  const ratio = theirs.length === 0 ? '' : (Number(percentile(theirs, 0.5)) / Number(percentile(ours, 0.5))).toFixed(1)
  const naive = theirs.length === 0 ? ['', ''] : [percentile(theirs, 0.5), percentile(theirs, 0.95)]
  return [name, percentile(ours, 0.5), percentile(ours, 0.95), goal, ...naive, ratio]
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

await measure({ size: 100_000, rounds: 100, filters: '6', text: '15', memory: '200' })
if (process.env['TROUPE_BENCH_LARGE'] === '1') await measure({ size: 1_000_000, rounds: 30, filters: '60', text: '150', memory: '320' })
