import { plainCell } from '#src/shared/domain/cell-text.ts'
import { missingWord } from '#src/shared/domain/cell-words.ts'
import { hasMoreDecimalsThan, readDecimal } from '#src/shared/domain/decimal-text.ts'
import { parseCount, parseRate } from '#src/shared/domain/numbers.ts'
import type { Parsed } from '#src/shared/domain/parsed.ts'
import type { CellProblem, ColumnPlan } from './types.ts'

/** Where the problems of one row are put down while it is read. */
export interface RowContext {
  row: readonly string[]
  line: number
  warnings: CellProblem[]
  /** The cell for which the figure read last is not known. */
  unreadable: CellProblem | null
}

/** The text of a cell; null where it is blank. */
export function textOf(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null
  const text = cell.trim()
  return text === '' ? null : text
}

/** The text of a cell of an optional column; null also for `N/A`, `-`, `#VALUE!` and the 0 that a formula leaves for a blank cell. */
export function knownText(cell: string | undefined): string | null {
  const text = textOf(cell)
  return text === null || text === '0' || (text.length <= longestPlaceholder && missingWord(text) !== null) ? null : text
}

/** “not applicable” and its kin are short; nothing longer needs to be looked up. */
const longestPlaceholder = 20

/** The first of several columns that holds something. */
export function firstText(
  columns: readonly ColumnPlan[],
  row: readonly string[],
  read: (cell: string | undefined) => string | null,
): string | null {
  for (const { index } of columns) {
    const text = read(row[index])
    if (text !== null) return text
  }
  return null
}

const longestShortText = 1000

/** A known text of one of several columns, as long as the workspace keeps it. */
export function shortText(columns: readonly ColumnPlan[], context: RowContext): string | null {
  for (const column of columns) {
    const text = knownText(context.row[column.index])
    if (text !== null) return cut(text, longestShortText, column.header, context)
  }
  return null
}

/** At most so many characters of a text; that some were cut off is said. */
export function cut(text: string, longest: number, column: string | null, { line, warnings }: RowContext): string {
  if (text.length <= longest) return text
  warnings.push({ line, column, value: `${text.slice(0, 40)}…`, problem: `This was cut to ${longest.toLocaleString('en-US')} characters.` })
  return text.slice(0, longest)
}

/**
 * Reads a count as one or several columns of a list state it, exact ones first; null where none knows it. A 0 beside a blank twin is what
 * a formula makes of the blank. A cell that cannot be read is put down in `context.unreadable`.
 */
export function readCount(columns: readonly ColumnPlan[], context: RowContext): number | null {
  return readFigure(columns, context, countIn)
}

/** Reads a rate in basis points, as `readCount` does. */
export function readRate(columns: readonly ColumnPlan[], context: RowContext): number | null {
  return readFigure(columns, context, rateIn)
}

const people = new Set(['followers', 'following', 'posts'])
const notWhole: Parsed<number> = { kind: 'problem', problem: 'A count has no decimals; check the unit behind the number.' }

/** `12.5` followers: most likely a unit such as thousands is missing. */
function isFraction(cell: string, style: ColumnPlan['style']): boolean {
  if (!/[.,]/.test(cell) || !/^['\s]*\d[\d\s.,'’]*$/.test(cell)) return false
  const text = plainCell(cell)
  const read = readDecimal(text, 0, style, 'group')
  return read !== null && read.end === text.length && hasMoreDecimalsThan(read, 0)
}

function countIn(cell: string, { field, power, style, header }: ColumnPlan): Parsed<number> {
  if (power === 0 && people.has(field) && isFraction(cell, style)) return notWhole
  const count = parseCount(power > 0 && /^[\d\s.,]+$/.test(cell) ? `${cell.trim()}E+${power}` : cell, style)
  if (count.kind !== 'value' || count.value < 1_000_000) return count
  // Turkish “B” is “bin”, a thousand; 1,2B would pass for a billion.
  if (/takip[cç]i/iu.test(header) && /\d\s*b\.?$/i.test(cell.trim())) return parseCount(cell.trim().replace(/b\.?$/i, 'K'), style)
  return count.value > peopleOnEarth ? moreThanPeople : count
}

const peopleOnEarth = 8_300_000_000
const moreThanPeople: Parsed<number> = { kind: 'problem', problem: 'This is more than there are people; check the unit behind the number.' }

const unclearRate: Parsed<number> = {
  kind: 'problem',
  problem: 'This can be percent or a fraction (4.2 or 0.042); write it with a % sign.',
}
/** Basis points under which a rate in percent is hardly one. */
const lowestRate = 10

function rateIn(cell: string, { style, unit }: ColumnPlan): Parsed<number> {
  const rate = parseRate(cell, style, unit)
  if (rate.kind === 'value' && rate.value < lowestRate && unit === 'percent' && /^[^%]*[1-9][^%]*$/.test(cell)) return unclearRate
  return rate.kind === 'value' && rate.value > 10_000 ? tooHigh : rate
}

const tooHigh: Parsed<number> = { kind: 'problem', problem: 'An engagement rate above 100 % cannot be right.' }

function readFigure(
  columns: readonly ColumnPlan[],
  context: RowContext,
  parse: (cell: string, column: ColumnPlan) => Parsed<number>,
): number | null {
  context.unreadable = null
  let unreadable: CellProblem | null = null
  let isZero = false
  let isMissing = false
  for (const column of columns) {
    const cell = context.row[column.index]
    const parsed = cell === undefined || cell === '' ? null : parse(cell, column)
    if (parsed === null || parsed.kind === 'missing') isMissing = true
    else if (parsed.kind === 'problem') {
      unreadable ??= { line: context.line, column: column.header, value: cell ?? null, problem: parsed.problem }
    } else if (parsed.value !== 0) return parsed.value
    else isZero = true
  }
  if (isZero) return isMissing ? null : 0
  context.unreadable = unreadable
  return null
}

/** Several entries in one cell: `Food, Travel`. A slash or “&” is part of an entry (`Cinema & Actors/actresses`). */
export function readList(columns: readonly ColumnPlan[], context: RowContext): string[] {
  if (columns.length === 0) return none
  const entries: string[] = []
  for (const { index, header } of columns) {
    const cell = context.row[index]
    if (cell === undefined || cell === '') continue
    const text = knownText(cell)
    if (text === null) continue
    for (const part of splitList(text)) addEntry(part, header, entries, context)
  }
  return entries
}

const none: string[] = []
const longestEntry = 100
const mostEntries = 50

function addEntry(entry: string, column: string, entries: string[], { line, warnings }: RowContext): void {
  if (entries.some((known) => known.toLowerCase() === entry.toLowerCase())) return
  if (entry.length > longestEntry) warnings.push({ line, column, value: entry, problem: `This is longer than ${longestEntry} characters.` })
  else if (entries.length >= mostEntries)
    warnings.push({
      line,
      column,
      value: entry,
      problem: `There are more than ${mostEntries} entries.`,
    })
  else entries.push(entry)
}

function splitList(text: string): string[] {
  if (!/[,;|\n]/.test(text)) return [text]
  return text
    .split(/[,;|\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
