import { foldText } from '#src/shared/domain/fold.ts'
import type { RosterReader, ScannedColumn, SortValue } from '../../db/roster-reader.ts'
import { LINE, type RosterColumns } from './columns.ts'
import { compareText, compareValues } from './compare.ts'

/** Lines by what they have as numbers, `values` saying what each number is sorted by; null last, equals by id. */
export function byValues(codes: Int32Array, values: readonly SortValue[], columns: RosterColumns): Int32Array {
  return byRank(codes, ranksOf(values), columns)
}

/** Lines by all their labels of one kind, each line's from A: those whose first is the same by their second. */
export function byLabels(all: Iterable<[label: string, lines: Int32Array]>, columns: RosterColumns): Int32Array {
  const codes = new Int32Array(columns.size)
  const texts: (string | null)[] = [null]
  const labels = [...all].map(([label, lines]) => ({ label: foldText(label), lines })).sort((a, b) => compareText(a.label, b.label))
  for (const { label, lines } of labels) {
    // What a line has so far, with this label added: a new text for the first such line, the same for the next.
    const longer = new Map<number, number>()
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as number
      const before = codes[line] as number
      let code = longer.get(before)
      if (code === undefined) {
        const text = texts[before]
        longer.set(before, (code = texts.push(text === null || text === undefined ? label : `${text}\n${label}`) - 1))
      }
      codes[line] = code
    }
  }
  return byRank(codes, ranksOf(texts), columns)
}

const linesAtOnce = 10_000

/** A column of the database as numbers and what they stand for; it is only sorted by, so it is not kept. */
export function scan(reader: RosterReader, column: ScannedColumn, size: number): { codes: Int32Array; values: readonly SortValue[] } {
  const codes = new Int32Array(size)
  const values: SortValue[] = [null]
  const known = new Map<SortValue, number>([[null, 0]])
  for (let after = 0; ;) {
    const lines = reader.valuesAfter(column, after, linesAtOnce)
    for (const [line, value] of lines) {
      let code = known.get(value)
      if (code === undefined) known.set(value, (code = values.push(value) - 1))
      if (line < size) codes[line] = code
    }
    if (lines.length < linesAtOnce) return { codes, values }
    after = lines.at(-1)?.[0] ?? 0
  }
}

/** The place of each value among the different ones; what is not known comes after all. */
function ranksOf(values: readonly SortValue[]): Int32Array {
  const known = [...new Set(values.filter((value) => value !== null))].sort(compareValues)
  const rank = new Map<SortValue, number>(known.map((value, at) => [value, at]))
  return Int32Array.from(values, (value) => rank.get(value) ?? known.length)
}

/** A counting sort: as many steps as there are lines, and equals stay in the order of ids. */
function byRank(codes: Int32Array, ranks: Int32Array, { state, size }: RosterColumns): Int32Array {
  const starts = new Int32Array(ranks.length + 2)
  for (let line = 1; line < size; line++)
    if (state[line] !== LINE.gone) (starts[(ranks[codes[line] as number] as number) + 1] as number) += 1
  for (let rank = 1; rank < starts.length; rank++) (starts[rank] as number) += starts[rank - 1] as number
  const sorted = new Int32Array(starts.at(-1) ?? 0)
  for (let line = 1; line < size; line++) {
    if (state[line] === LINE.gone) continue
    const rank = ranks[codes[line] as number] as number
    sorted[starts[rank] as number] = line
    ;(starts[rank] as number) += 1
  }
  return sorted
}
