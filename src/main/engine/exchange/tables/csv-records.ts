import { raise } from '#src/shared/contract/errors.ts'
import { parseCsv, splitPlain } from './csv-parse.ts'
import { unwrap } from './dialect.ts'
import type { Dialect } from './dialect.ts'
import { mendRunawayQuotes } from './runaway-quotes.ts'
import { withoutSpacesBeforeQuotes } from './spaced-quotes.ts'
import type { RecordBatch } from './types.ts'

/** Longer records do not occur; what goes on longer is a quote that was opened and never closed. */
const longestRecord = 1 << 20

/**
 * The records of a text table in batches of about 1 MB, streamed; memory does not grow with the file. Raises NOT_A_TABLE for a line
 * without an end.
 */
export async function* csvRecords(pieces: AsyncIterable<string>, dialect: Dialect, name: string): AsyncGenerator<RecordBatch> {
  const outer = { ...dialect, delimiter: dialect.outer ?? dialect.delimiter }
  let rest = ''
  let line = 1
  let isFirst = true
  const take = (text: string, isLast: boolean): RecordBatch => {
    const piece = readPiece(text, outer, isLast, line)
    rest = text.slice(piece.cursor)
    line = piece.nextLine
    return dialect.outer === null ? piece : { rows: piece.rows.map((row) => unwrap(row, dialect.delimiter)), lines: piece.lines }
  }
  for await (const piece of pieces) {
    let text = rest + piece
    if (isFirst && dialect.hasSepLine) {
      const end = text.indexOf('\n') + 1
      text = text.slice(end === 0 ? text.length : end)
      line = 2
    }
    isFirst = false
    if (dialect.hasSpacedQuotes) text = withoutSpacesBeforeQuotes(text, dialect.delimiter)
    for (;;) {
      const batch = take(text, false)
      if (batch.rows.length > 0) yield batch
      if (rest.length <= longestRecord) break
      if (!rest.includes('\n')) refuseEndlessLine(name, line)
      yield takeBrokenLine()
      text = rest
    }
  }
  // The broken line of an unclosed quote is set aside, so that all others are still read.
  while (rest !== '') {
    const batch = take(rest, false)
    if (batch.rows.length > 0) yield batch
    else if (rest.includes('\n')) yield takeBrokenLine()
    else yield take(rest, true)
  }

  function takeBrokenLine(): RecordBatch {
    const end = rest.indexOf('\n')
    const row = splitPlain(rest.slice(0, end), outer)
    rest = rest.slice(end + 1)
    return { rows: [row], lines: [line++] }
  }
}

/** Each further piece would be read together with all before it, for hours. */
function refuseEndlessLine(name: string, line: number): never {
  const letters = longestRecord.toLocaleString('en-US')
  raise('NOT_A_TABLE', `“${name}” has a line of more than ${letters} letters (line ${line}), so it is no table of rows and columns.`)
}

interface Piece extends RecordBatch {
  cursor: number
  nextLine: number
}

function readPiece(text: string, style: Dialect, isLast: boolean, firstLine: number): Piece {
  const { data, errors, meta } = parseCsv(text, style, isLast)
  if (text.includes('="')) takeBackForcedText(data)
  if (isLast && !text.includes('\n') && errors.some(({ code }) => code === 'MissingQuotes')) {
    return { rows: [splitPlain(text, style)], lines: [firstLine], cursor: text.length, nextLine: firstLine + 1 }
  }
  const cursor = isLast ? text.length : meta.cursor
  if (countLines(text, cursor) === data.length) {
    return { rows: data, lines: consecutive(firstLine, data.length), cursor, nextLine: firstLine + data.length }
  }
  const broken = new Set(errors.map(({ row }) => row))
  const mended = mendRunawayQuotes(data, broken, text.slice(0, cursor), style)
  return { ...numbered(mended, firstLine), cursor }
}

/** `="0123"` is how some programs keep a spreadsheet from reading a text as a number. */
function takeBackForcedText(rows: string[][]): void {
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      if (cell.startsWith('="') && cell.endsWith('"') && cell.length > 2) row[at] = cell.slice(2, -1).replaceAll('""', '"')
    }
  }
}

function consecutive(first: number, length: number): number[] {
  const lines: number[] = []
  for (let at = 0; at < length; at++) lines.push(first + at)
  return lines
}

function countLines(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

function numbered(rows: string[][], firstLine: number): { rows: string[][]; lines: number[]; nextLine: number } {
  let line = firstLine
  const lines = rows.map((row) => {
    const start = line
    line++
    for (const cell of row) if (cell.includes('\n')) line += countLines(cell, cell.length)
    return start
  })
  return { rows, lines, nextLine: line }
}
