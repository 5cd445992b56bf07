import { raise } from '#src/shared/contract/errors.ts'
import { filledCells, isBlankCell, isBlankRow, looksLikeNumber } from './cells.ts'
import { csvRecords } from './csv-records.ts'
import type { TextTable } from './csv-records.ts'
import { decodeText } from './decode.ts'
import { detectDialect } from './dialect.ts'
import { detectEncoding } from './encoding.ts'
import type { TextEncodingFound } from './encoding.ts'
import { findHeader } from './header.ts'
import { expectRows, kindOf } from './kind.ts'
import { openWorkbook } from './sheet-records.ts'
import { allOf, headOf } from './source.ts'
import type { ByteSource } from './source.ts'
import { tableRows } from './table-rows.ts'
import type { KnownHeader, RecordBatch, Table } from './types.ts'

const sampleRecords = 2000
const sampleText = 1 << 18

/**
 * Opens a CSV file or workbook as one table: finds encoding, delimiter and header, and streams the rows below it. `isKnown` tells the
 * header
 * words of the kind of list that is expected. Raises FILE_EMPTY, NOT_A_TABLE, FILE_DAMAGED, FILE_UNREADABLE or FILE_TOO_LARGE.
 */
export async function openTable(source: ByteSource, isKnown: KnownHeader): Promise<Table> {
  const progress = { read: 0 }
  const counted = countReads(source, progress)
  const kind = kindOf(await headOf(source, 64), source.name)
  if (kind !== 'text') {
    const workbook = await openWorkbook(source.name, await allOf(source), isKnown)
    const opened = { format: workbook.format, encoding: 'utf-8', delimiter: null, records: () => workbook.records() }
    return assemble(source, opened, isKnown, progress)
  }
  const { table, beginning } = await openText(counted, isKnown)
  const { encoding, dialect } = table
  const opened: Opened = {
    format: 'csv',
    encoding: encoding.encoding,
    delimiter: dialect.delimiter,
    beginning,
    records: () => csvRecords(table),
  }
  return assemble(source, opened, isKnown, progress)
}

interface Opened {
  format: Table['format']
  encoding: string
  delimiter: string | null
  /** The first text of a text file. */
  beginning?: string
  records(): AsyncGenerator<RecordBatch>
}

async function assemble(source: ByteSource, opened: Opened, isKnown: KnownHeader, progress: { read: number }): Promise<Table> {
  const first = await firstRecords(opened.records())
  const { at, groups, isKnown: hasKnownHeader } = findHeader(first, isKnown)
  if (opened.beginning !== undefined) expectRows(opened.beginning, source.name, hasKnownHeader)
  const header = first.rows[at] ?? []
  const headerLine = first.lines[at] ?? 0
  const below = firstBlock(first.rows.slice(at + 1))
  const width = Math.max(header.length, ...below.slice(0, 200).map((row) => row.length))
  const headers = Array.from({ length: width }, (_, column) => header[column]?.replaceAll(/\s+/g, ' ').trim() || `Column ${column + 1}`)
  const title = first.rows
    .slice(0, Math.max(0, at))
    .flat()
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 300)
  const shape = { header, headerLine, usualFill: usualFill(below), isWordy: wordyColumns(below, width), isKnown }
  const sample = await firstRecords(tableRows(replay(first), shape))
  return {
    fileName: source.name,
    format: opened.format,
    encoding: opened.encoding,
    delimiter: opened.delimiter,
    headerLine,
    headers,
    groups,
    title,
    sample,
    size: source.size,
    bytesRead: () => progress.read,
    rows() {
      progress.read = 0
      return tableRows(opened.records(), shape)
    },
  }
}

async function openText(source: ByteSource, isKnown: KnownHeader): Promise<{ table: TextTable; beginning: string }> {
  const encoding = await detectEncoding(source)
  const { text, isWhole } = await firstText(source, encoding)
  if (text.trim() === '') raise('FILE_EMPTY', `“${source.name}” has nothing in it but blank lines.`)
  const hasOldMacLines = !text.includes('\n') && text.includes('\r')
  const dialect = detectDialect(hasOldMacLines ? text.replaceAll('\r', '\n') : text, isWhole, isKnown)
  return { table: { source, encoding, dialect, hasOldMacLines }, beginning: text }
}

async function firstText(source: ByteSource, encoding: TextEncodingFound): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  for await (const part of decodeText(source, encoding)) {
    text += part
    if (text.length >= sampleText) return { text: text.slice(0, sampleText), isWhole: false }
  }
  return { text, isWhole: true }
}

async function firstRecords(batches: AsyncIterable<RecordBatch>): Promise<RecordBatch> {
  const first: RecordBatch = { rows: [], lines: [] }
  for await (const { rows, lines } of batches) {
    first.rows.push(...rows.slice(0, sampleRecords))
    first.lines.push(...lines.slice(0, sampleRecords))
    if (first.rows.length >= sampleRecords) break
  }
  return first
}

async function* replay(batch: RecordBatch): AsyncGenerator<RecordBatch> {
  yield batch
}

function wordyColumns(rows: readonly string[][], width: number): boolean[] {
  const some = rows.slice(0, 200)
  return Array.from({ length: width }, (_, column) => {
    return some.some((row) => !isBlankCell(row[column])) && !some.some((row) => looksLikeNumber(row[column] ?? ''))
  })
}

/** The rows up to the first blank one: what comes after a gap may be another table. */
function firstBlock(rows: readonly string[][]): readonly string[][] {
  const start = rows.findIndex((row) => !isBlankRow(row))
  if (start === -1) return []
  const length = rows.slice(start).findIndex(isBlankRow)
  return length === -1 ? rows.slice(start) : rows.slice(start, start + length)
}

/** Well filled rows tell more of a table than its middle one: what hangs below it is thinner. */
function usualFill(rows: readonly string[][]): number {
  const fills = rows
    .slice(0, 500)
    .map(filledCells)
    .sort((a, b) => a - b)
  return fills[Math.floor(fills.length * 0.75)] ?? 0
}

function countReads(source: ByteSource, progress: { read: number }): ByteSource {
  return {
    ...source,
    async *chunks() {
      for await (const chunk of source.chunks()) {
        progress.read += chunk.length
        yield chunk
      }
    },
  }
}
