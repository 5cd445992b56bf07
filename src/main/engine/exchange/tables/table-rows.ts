import { filledCells, isBlankCell, isBlankRow, looksLikeAddress, looksLikeNumber } from './cells.ts'
import { foldLabel } from './fold.ts'
import { isRemark, isTotalLine, isTotalWord } from './line-words.ts'
import type { KnownHeader, RecordBatch, RowBatch } from './types.ts'

/** What is known of a table before its rows are gone through. */
export interface TableShape {
  header: readonly string[]
  /** The last line of the header. */
  headerEnd: number
  /** Number of filled cells a well filled row has. */
  usualFill: number
  /** Columns in whose cells no number stands. */
  isWordy: readonly boolean[]
  isKnown: KnownHeader
}

type Verdict =
  | 'row'
  | 'blank line'
  | 'total line'
  | 'header repeated'
  | 'title line'
  | 'ruled line'
  | 'remark below the table'
  | 'another table below the first'

/** Tells the rows of a table from blank lines, totals, repeated headers, titles, remarks and whatever stands in a second table below. */
export async function* tableRows(records: AsyncIterable<RecordBatch>, shape: TableShape): AsyncGenerator<RowBatch> {
  const state = new LineState(shape)
  let held: { row: string[]; line: number } | null = null
  for await (const { rows, lines } of records) {
    const batch: RowBatch = { rows: [], lines: [], skipped: [] }
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as string[]
      const line = lines[at] as number
      if (line <= shape.headerEnd) continue
      if (held) settle(state, held, row, batch)
      held = null
      if (state.isOrdinary(row)) record(batch, row, line, 'row')
      else if (state.needsNextLine(row)) held = { row, line }
      else record(batch, row, line, state.judge(row, null))
    }
    if (batch.rows.length > 0 || batch.skipped.length > 0) yield batch
  }
  if (!held) return
  const last: RowBatch = { rows: [], lines: [], skipped: [] }
  settle(state, held, [], last)
  yield last
}

function settle(state: LineState, held: { row: string[]; line: number }, next: readonly string[], batch: RowBatch): void {
  record(batch, held.row, held.line, state.judge(held.row, next))
}

function record(batch: RowBatch, row: string[], line: number, verdict: Verdict): void {
  if (verdict === 'row') {
    batch.rows.push(row)
    batch.lines.push(line)
  } else batch.skipped.push({ line, reason: verdict })
}

class LineState {
  readonly #shape: TableShape
  readonly #header: string
  readonly #firstHeader: string
  readonly #headerAt: number
  #isAfterGap = false
  #isOver = false

  constructor(shape: TableShape) {
    this.#shape = shape
    this.#header = signature(shape.header)
    this.#headerAt = shape.header.findIndex((cell) => !isBlankCell(cell))
    this.#firstHeader = (shape.header[this.#headerAt] ?? '').trim().toLowerCase()
  }

  /** A quick yes for nearly all rows of a big file: not after a gap, not a header again, and with two words, as no sum or title has. */
  isOrdinary(row: readonly string[]): boolean {
    const first = row[Math.max(0, this.#headerAt)]
    if (this.#isAfterGap || this.#isOver || this.#isFirstHeader(first) || isTotalWord(first)) return false
    const end = Math.min(row.length, 6)
    let words = 0
    for (let at = 0; at < end; at++) if (startsWithLetter(row[at] as string) && ++words === 2) return true
    return false
  }

  /** Whether a row can only be judged with the one after it: what follows a gap, and lines with a single cell in a wider table. */
  needsNextLine(row: readonly string[]): boolean {
    if (this.#isOver || isBlankRow(row)) return false
    return this.#isAfterGap || (this.#shape.usualFill >= 3 && isLonely(row))
  }

  judge(row: readonly string[], next: readonly string[] | null): Verdict {
    const verdict = this.#isOver ? 'another table below the first' : this.#verdictOf(row, next)
    this.#isAfterGap = verdict === 'blank line' || verdict === 'title line' || verdict === 'total line'
    this.#isOver = verdict === 'another table below the first'
    return isBlankRow(row) ? 'blank line' : verdict
  }

  #verdictOf(row: readonly string[], next: readonly string[] | null): Verdict {
    if (isBlankRow(row)) return 'blank line'
    if (isRuled(row)) return 'ruled line'
    if (isTotalLine(row, this.#shape.isKnown)) return 'total line'
    if (this.#isHeader(row)) return 'header repeated'
    if (next === null) return 'row'
    if (this.#shape.usualFill >= 3 && isLonely(row)) return this.#verdictOfLonely(row, next)
    return this.#isAfterGap && this.#startsAnotherTable(row, next) ? 'another table below the first' : 'row'
  }

  #verdictOfLonely(row: readonly string[], next: readonly string[]): Verdict {
    const cell = row.find((cell) => !isBlankCell(cell)) ?? ''
    if (looksLikeAddress(cell)) return 'row'
    if (isRemark(cell)) return 'remark below the table'
    if (this.#isHeader(next)) return 'title line'
    if (!this.#isAfterGap) {
      return next.some(this.#shape.isKnown) && this.#startsAnotherTable(next, null) ? 'another table below the first' : 'row'
    }
    if (isBlankRow(next)) return 'remark below the table'
    return this.#startsAnotherTable(next, null) ? 'another table below the first' : 'title line'
  }

  #isHeader(row: readonly string[]): boolean {
    return this.#headerAt !== -1 && this.#isFirstHeader(row[this.#headerAt]) && signature(row) === this.#header
  }

  #isFirstHeader(cell: string | undefined): boolean {
    return cell !== undefined && cell.length >= this.#firstHeader.length && cell.trim().toLowerCase() === this.#firstHeader
  }

  /** A second header: known words in another order, or far fewer columns of words, with numbers below them. */
  #startsAnotherTable(row: readonly string[], next: readonly string[] | null): boolean {
    if (row.some((cell) => looksLikeNumber(cell) || looksLikeAddress(cell))) return false
    const filled = filledCells(row)
    if (new Set(row.filter(this.#shape.isKnown)).size >= 2 && !this.#isHeader(row)) return true
    if (next !== null && this.#hasNumbersForWords(next)) return true
    if (filled * 2 > this.#shape.usualFill || this.#shape.usualFill < 3) return false
    return next === null || (filledCells(next) === filled && next.some(looksLikeNumber))
  }

  /** Numbers in at least two columns of words, as in a small table of shares. */
  #hasNumbersForWords(row: readonly string[]): boolean {
    const filled = filledCells(row)
    const misplaced = row.filter((cell, column) => this.#shape.isWordy[column] === true && looksLikeNumber(cell)).length
    return misplaced >= 2 && misplaced * 2 >= filled
  }
}

/** `|------|:----:|`, as drawn below a header; a row of single dashes is one that knows nothing. */
function isRuled(row: readonly string[]): boolean {
  return row.every((cell) => isBlankCell(cell) || /^:?[-=_*~+]{3,}:?$/.test(cell.trim()))
}

function startsWithLetter(cell: string): boolean {
  const code = cell.charCodeAt(0)
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 64 || code > 191
}

function signature(row: readonly string[]): string {
  return row.map(foldLabel).join('|').replace(/\|+$/, '')
}

function isLonely(row: readonly string[]): boolean {
  let filled = 0
  for (const cell of row) if (!isBlankCell(cell) && ++filled > 1) return false
  return filled === 1
}
