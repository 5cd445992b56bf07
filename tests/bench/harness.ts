import { availableParallelism, loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'

/** One way of doing the same work. */
export interface Candidate {
  name: string
  /** Does the work once; gives its milliseconds where only a part of it counts, else the whole call is timed. */
  run(): Promise<Measured | void> | Measured | void
}

/** What a candidate measured itself: milliseconds, and the most memory it held at once in MB. */
export interface Measured {
  ms?: number
  mb?: number
}

export interface Result {
  name: string
  medianMs: number
  ratio: number
  mb: number | null
}

/**
 * Runs the candidates in turn, round after round, so that a slow minute of the machine meets all of them; gives medians and ratios to
 * the first.
 */
export async function compare(candidates: readonly Candidate[], rounds: number): Promise<Result[]> {
  const times = new Map(candidates.map(({ name }) => [name, [] as number[]]))
  const memory = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of candidates) {
      globalThis.gc?.()
      const started = performance.now()
      const measured = await run()
      times.get(name)?.push(measured?.ms ?? performance.now() - started)
      if (measured?.mb !== undefined) memory.set(name, Math.max(memory.get(name) ?? 0, measured.mb))
    }
  }
  const medians = candidates.map(({ name }) => median(times.get(name) ?? []))
  const base = medians[0] ?? 1
  return candidates.map(({ name }, at) => {
    const medianMs = medians[at] ?? 0
    return { name, medianMs, ratio: medianMs / base, mb: memory.get(name) ?? null }
  })
}

/** Middle value; of an even number the mean of the middle two. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Prints a table with right-aligned figures; the first column is text. */
export function printTable(title: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const texts = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${title}`)
  for (const row of texts) {
    const padded = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
    console.log(padded.join('  '))
  }
}

/** How much else the machine had to do, without which no time means anything. */
export function loadNow(): string {
  return `Load of the machine meanwhile: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors.`
}

/** Whether a goal is met, as tables say it. */
export function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'missed'
}

/** Results of `compare` as table rows: name, milliseconds, ratio, memory. */
export function resultRows(results: readonly Result[]): (string | number)[][] {
  return results.map(({ name, medianMs, ratio, mb }) => [name, medianMs.toFixed(0), ratio.toFixed(2), mb === null ? '' : mb.toFixed(0)])
}

/** The value that a share (0…1) of the values stay at or under, with two decimals. */
export function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
}
