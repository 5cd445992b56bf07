import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import Papa from 'papaparse'

/** A cell to be written: text, a number, or nothing. */
export type OutCell = string | number | null
export type TableFormat = 'csv' | 'xlsx'

/** The format that the ending of a file's name asks for; CSV unless it is .xlsx. */
export function formatOfName(name: string): TableFormat {
  return /\.xlsx$/i.test(name) ? 'xlsx' : 'csv'
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it; so does text that begins with such apostrophes, so that
 * reading can take exactly one off.
 */
function neutralise(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Writes one table to the file at `path`, row by row: CSV (UTF-8 with BOM, RFC 4180) or XLSX. Throws what the disk throws. */
export async function writeTable(
  path: string,
  format: TableFormat,
  headers: readonly string[],
  rows: AsyncIterable<readonly OutCell[]>,
): Promise<void> {
  const bytes = format === 'csv' ? csvLines(headers, rows) : xlsxBytes(headers, rows)
  await pipeline(bytes, createWriteStream(path, { flush: true }))
}

function xlsxBytes(headers: readonly string[], rows: AsyncIterable<readonly OutCell[]>): Readable {
  const columns = headers.map((header) => ({ header }))
  // The web's stream type and Node's differ in name only.
  const stream = writeXlsxStream(xlsxRows(rows), { name: 'Creators', columns, freezePane: { rows: 1 } })
  return Readable.fromWeb(stream as NodeReadableStream<Uint8Array>)
}

const linesAtOnce = 500

async function* csvLines(headers: readonly string[], rows: AsyncIterable<readonly OutCell[]>): AsyncGenerator<string> {
  let waiting: OutCell[][] = [[...headers]]
  yield '\ufeff'
  for await (const row of rows) {
    waiting.push(row.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)))
    if (waiting.length < linesAtOnce) continue
    yield textOfLines(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield textOfLines(waiting)
}

function textOfLines(lines: OutCell[][]): string {
  return `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`
}

async function* xlsxRows(rows: AsyncIterable<readonly OutCell[]>): AsyncGenerator<OutCell[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? workbookText(neutralise(cell)) : cell))
}

/** In a workbook `_x0041_` stands for the letter A; text that only looks like it has its first underscore written that way. */
function workbookText(text: string): string {
  return text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
}
