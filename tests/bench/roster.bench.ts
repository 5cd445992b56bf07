import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'
import { RosterSort } from '#src/shared/contract/creators.ts'
import { loadNow, percentile, printTable, verdict } from './harness.ts'
import { naiveRoster } from './naive-roster.ts'
import { seededRandom, type Random } from './random.ts'
import { countries, niches, platforms, syllables } from './roster-data.ts'

// The roster at 100,000 creators with three accounts each; with TROUPE_BENCH_LARGE=1 also at 1,000,000, which takes minutes, or at what
// `npm run bench -- roster --rows 1000000` says. Each question is asked with ever new values, ours and the naive way in turn. Goals are in
// the tables; nothing fails on time.
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-roster-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const random = seededRandom(11)

type Call = ReturnType<Engine['client']>
type Filter = Parameters<Call['creators']['list']>[0]
interface Goal {
  /** The most that 95 of 100 questions may take, ms. */
  p95?: number
  /** How many times faster than the naive way, at least. */
  ratio?: number
}
interface Question {
  name: string
  goal?: Goal
  ask(): Filter
}

const some = (from: Random, words: readonly string[], most: number) => [
  ...new Set(Array.from({ length: 1 + from.below(most) }, () => from.pick(words))),
]

function questions({ size, filters, text, substring }: Goals): Question[] {
  return [
    { name: 'a page anywhere in the roster', ask: () => ({ offset: random.below(size - 200), limit: 100 }) },
    {
      name: 'several filters and a range',
      goal: filters,
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
      goal: filters,
      ask: () => ({ niches: some(random, niches, 3), minEngagementBp: 100 + random.below(400), sort: 'engagement', limit: 100 }),
    },
    {
      name: 'tiers by name',
      goal: filters,
      ask: () => ({ tiers: ['nano', 'micro'], countries: some(random, countries, 3), sort: 'name', limit: 100 }),
    },
    {
      name: 'text anywhere in a word',
      goal: substring,
      ask: () => ({ search: random.pick(syllables) + random.pick(syllables) + random.pick(syllables), limit: 100 }),
    },
    {
      name: 'text with filters',
      goal: text,
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
  filters: Goal
  text: Goal
  substring: Goal
  counts: Goal
  /** To put all lines in the order of one column, and then a page in it; ms. */
  sortOnce: number
  sortedPage: number
  /** MB. */
  memory: number
}

async function measure(goals: Goals): Promise<void> {
  const { engine, place, close } = await openRoster(goals.size)
  const call = engine.client('bench')
  // On a connection of its own, so that neither empties the other's page cache.
  const naive = naiveRoster(openConnection(engine.contextFor('bench').workspace.database, { readonly: true }))
  const loading = await timed(() => call.creators.list({ limit: 1 }))
  const sorts = await sortsOf(goals, call)
  const asked = questions(goals)
  for (const { ask } of asked) for (let round = 0; round < 5; round++) await call.creators.list(ask())
  const rows: string[][] = []
  for (const { name, goal, ask } of asked) rows.push(await alternate(name, goal, goals.rounds, ask, call, naive))
  rows.push(await countsOf(goals, call, naive), ...sorts, await afterAnEdit(goals.rounds, call))
  printTable(
    `Roster of ${goals.size.toLocaleString('en-US')} creators with three accounts each: a page of 100 with its total, in ms`,
    ['', 'median', 'p95', 'naive median', 'naive p95', 'ratio', 'goal', ''],
    rows,
  )
  console.log(`First question, which reads the roster: ${loading.toFixed(0)} ms.`)
  await crossing(call)
  await selections(call)
  console.log(loadNow())
  await engine.close()
  console.log(memoryOf(place, goals.memory))
  close()
}

/** Every column that the roster can be sorted by: first with nothing known of its order, then pages from anywhere. */
async function sortsOf({ size, rounds, sortOnce, sortedPage }: Goals, call: Call): Promise<string[][]> {
  const [first, pages, whole]: [number[], number[], number[]] = [[], [], []]
  for (const sort of RosterSort.options) {
    first.push(await timed(() => call.creators.list({ sort, limit: 1 })))
    for (let round = 0; round < rounds / 4; round++) {
      const offset = random.below(size - 200)
      pages.push(await timed(() => call.creators.list({ sort, offset, limit: 1 })))
      whole.push(await timed(() => call.creators.list({ sort, offset: size - 200 - offset, limit: 100 })))
    }
  }
  return [
    row(`sorted by each of ${RosterSort.options.length} columns, once`, first, [], { p95: sortOnce }),
    row('then the place of a page in it, and one row', pages, [], { p95: sortedPage }),
    row('and a whole page of 100', whole, []),
  ]
}

/** What the engine alone holds; run from the sources it also holds what Node needs to read TypeScript, which the built one does not. */
function memoryOf(place: string, goal: number): string {
  const script = join(import.meta.dirname, 'roster-memory.ts')
  const answer = execFileSync(process.execPath, ['--expose-gc', script, place, join(folder, 'sealing.key')], { encoding: 'utf8' })
  const { rss, running, arrays, heap } = JSON.parse(answer) as Record<'rss' | 'running' | 'arrays' | 'heap', number>
  const parts = `${running.toFixed(0)} before it was opened, ${arrays.toFixed(0)} columns and orders, ${heap.toFixed(0)} other objects`
  return `Memory with the roster open: ${rss.toFixed(0)} MB (${parts}); goal ≤ ${goal}: ${verdict(rss <= goal)}.`
}

async function openRoster(size: number): Promise<{ engine: Engine; place: string; close(): void }> {
  const place = join(folder, String(size))
  mkdirSync(place)
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-roster.ts'), join(place, 'workspace.sqlite'), String(size)])
  const engine = await openEngine({
    folder: place,
    ports: nodePorts({ appVersion: 'bench', secrets: keyFileSecrets(join(folder, 'sealing.key')) }),
  })
  return { engine, place, close: () => rmSync(place, { recursive: true }) }
}

async function alternate(
  name: string,
  goal: Goal | undefined,
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

async function countsOf({ rounds, counts }: Goals, call: Call, naive: ReturnType<typeof naiveRoster>): Promise<string[]> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const filter = { platforms: some(random, platforms, 3), minFollowers: random.below(5000) }
    ours.push(await timed(() => call.creators.facets(filter)))
    theirs.push(await timed(() => naive.facets(filter)))
  }
  return row('counts for every choice', ours, theirs, counts)
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

function row(name: string, ours: readonly number[], theirs: readonly number[], goal: Goal = {}): string[] {
  const ratio = theirs.length === 0 ? '' : (Number(percentile(theirs, 0.5)) / Number(percentile(ours, 0.5))).toFixed(1)
  const naive = theirs.length === 0 ? ['', ''] : [percentile(theirs, 0.5), percentile(theirs, 0.95)]
  const p95 = percentile(ours, 0.95)
  const goals = [
    ...(goal.p95 === undefined || goal.p95 === Infinity ? [] : [`p95 ≤ ${goal.p95}`]),
    ...(goal.ratio === undefined ? [] : [`ratio ≥ ${goal.ratio}`]),
  ]
  const isMet = Number(p95) <= (goal.p95 ?? Infinity) && Number(ratio) >= (goal.ratio ?? 0)
  return [name, percentile(ours, 0.5), p95, ...naive, ratio, goals.join(', '), goals.length === 0 ? '' : verdict(isMet)]
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const small = { filters: { p95: 6, ratio: 5 }, text: { p95: 15 }, sortOnce: 70, memory: 200, counts: { p95: 30 } }
// Only at 100,000 is it said how long sorting and counting may take.
const large = { filters: { p95: 60, ratio: 5 }, text: { p95: 150 }, sortOnce: Infinity, memory: 320, counts: {} }
const always = { substring: { ratio: 8 }, sortedPage: 0.5 }

const { rows: said } = parseArgs({ options: { rows: { type: 'string' } } }).values
const sizes = said === undefined ? [100_000, ...(process.env['TROUPE_BENCH_LARGE'] === '1' ? [1_000_000] : [])] : [Number(said)]
for (const size of sizes) await measure({ size, rounds: size > 100_000 ? 20 : 60, ...always, ...(size > 100_000 ? large : small) })
