import { parseCsv } from './csv-parse.ts'
import type { Dialect } from './dialect.ts'
import { commonWidth } from './dialect.ts'

/**
 * Whether carriage returns without a line feed end lines in a text that also has line feeds, as where files of several systems were
 * joined: the rows they stand in are too wide, and fall into even rows at them.
 */
export function doReturnsEndLines(text: string, dialect: Dialect, isWhole: boolean): boolean {
  if (!/\r(?!\n)/.test(text)) return false
  const rows = parseCsv(text, { ...dialect, delimiter: dialect.outer ?? dialect.delimiter }, isWhole, 2000).data
  const [odd, even] = [rows.filter(hasReturn), rows.filter((row) => !hasReturn(row))]
  const { width } = commonWidth(even)
  const broken = odd.filter((row) => even.length === 0 || row.length !== width)
  return broken.length > 0 && broken.filter(fallsIntoEvenRows).length * 2 > broken.length
}

function hasReturn(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim().includes('\r'))
}

function fallsIntoEvenRows(row: readonly string[]): boolean {
  const lengths = [0]
  for (const cell of row) {
    const pieces = cell.split('\r').length
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
    for (let piece = 1; piece < pieces; piece++) lengths.push(1)
  }
  const [first = 0] = lengths
  return first > 1 && lengths.every((length) => length === first)
}

/** Makes one `\n` of every line end, piece by piece; a `\r` at the end of a piece waits for what follows. */
export async function* withPlainLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    const text = held + piece
    held = text.endsWith('\r') ? '\r' : ''
    yield plainLineEnds(held === '' ? text : text.slice(0, -1))
  }
  if (held !== '') yield '\n'
}

/** The text with one `\n` for every line end: `\r\n`, `\n` or `\r`. */
export function plainLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}
