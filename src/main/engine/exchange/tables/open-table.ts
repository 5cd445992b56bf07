import { raise } from '#src/shared/contract/errors.ts'
import { filledCells, isBlankCell, isBlankRow, looksLikeNumber } from './cells.ts'
import { findHeader } from './header.ts'
import { expectRows, kindOf } from './kind.ts'
import { rowNumbersWithoutHeader } from './row-numbers.ts'
import { expectWorkbookSize, openWorkbook } from './sheet-records.ts'
import type { Workbook } from './sheet-records.ts'
import { allOf, headOf } from './source.ts'
import type { ByteSource } from './source.ts'
import { tableRows } from './table-rows.ts'
import { openText } from './text-records.ts'
import type { KnownHeader, RecordBatch, Table, TableNotice } from './types.ts'

const sampleRecords = 2000
/** A million creators in twenty columns are 230 MB; what is larger is no creator list. */
const largestFile = 280_000_000

export interface TableOptions {
  /** The sheet of a workbook; where it is not said, the one that holds a list. */
  sheet?: string | null
}

/**
 * Opens a CSV file or workbook as one table: finds encoding, delimiter and header, and streams the rows below it. `isKnown` tells the
 * header
 * words of the kind of list that is expected. Raises FILE_EMPTY, NOT_A_TABLE, FILE_DAMAGED, FILE_UNREADABLE, FILE_TOO_LARGE or NOT_FOUND
 * (the sheet).
 */
export async function openTable(source: ByteSource, isKnown: KnownHeader, { sheet = null }: TableOptions = {}): Promise<Table> {
  expectSize(source)
  const progress = { read: 0 }
  const counted = countReads(source, progress)
  const kind = kindOf(await headOf(source, 64), source.name)
  if (kind !== 'text') {
    expectWorkbookSize(source)
    const workbook = await openWorkbook(source.name, await allOf(source), isKnown, sheet)
    const notices = () => noticesOf(workbook)
    return assemble(source, { ...workbook, encoding: 'utf-8', delimiter: null, notices }, isKnown, progress)
  }
  const text = await openText(counted, isKnown)
  return assemble(source, { ...text, format: 'csv', sheet: null, sheets: [] }, isKnown, progress)
}

function expectSize({ name, size }: ByteSource): void {
  if (size <= largestFile) return
  const [has, most] = [Math.ceil(size / 1e6), largestFile / 1e6]
  raise('FILE_TOO_LARGE', `“${name}” has ${has} MB; lists of up to ${most} MB can be read, so split it into smaller files.`)
}

function noticesOf({ sheet, otherLists }: Workbook): TableNotice[] {
  if (otherLists.length === 0) return []
  const others = otherLists.map((other) => `“${other}”`).join(', ')
  const verb = otherLists.length === 1 ? 'looks' : 'look'
  return [{ line: 0, problem: `Only the sheet “${sheet}” was read; ${others} ${verb} like a list too and can be chosen instead.` }]
}

interface Opened extends Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets'> {
  /** The first text of a text file. */
  beginning?: string
  records(): AsyncGenerator<RecordBatch>
  notices(): TableNotice[]
}

async function assemble(source: ByteSource, opened: Opened, isKnown: KnownHeader, progress: { read: number }): Promise<Table> {
  const { format, encoding, delimiter, sheet, sheets } = opened
  const first = await firstRecords(opened.records())
  const found = findHeader(first, isKnown)
  if (opened.beginning !== undefined) expectRows(opened.beginning, source.name, found.isKnown ? found.cells : null)
  const { at, end } = found
  const below = firstBlock(first.rows.slice(end + 1))
  const shift = format === 'csv' && rowNumbersWithoutHeader(found.cells, below) ? [''] : []
  const [header, groups] = [
    [...shift, ...found.cells],
    [...shift, ...found.groups],
  ]
  const headerLine = first.lines[at] ?? 0
  const width = Math.max(lastFilled(header), ...below.slice(0, 200).map(lastFilled))
  const headers = Array.from({ length: width }, (_, column) => header[column]?.replaceAll(/\s+/g, ' ').trim() || `Column ${column + 1}`)
  const title = first.rows
    .slice(0, Math.max(0, at))
    .flat()
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 300)
  const shape = {
    header: first.rows[at] ?? [],
    headerEnd: first.lines[end] ?? 0,
    usualFill: usualFill(below),
    isWordy: wordyColumns(below, width),
    isKnown,
  }
  const sample = await firstRecords(tableRows(replay(first), shape))
  return {
    fileName: source.name,
    format,
    encoding,
    delimiter,
    sheet,
    sheets,
    headerLine,
    headers,
    headerWidth: at === -1 ? null : header.length,
    groups,
    title,
    sample,
    size: source.size,
    notices: () => opened.notices(),
    bytesRead: () => progress.read,
    rows() {
      progress.read = 0
      return tableRows(opened.records(), shape)
    },
    records() {
      progress.read = 0
      return recordsBelow(shape.headerEnd, opened.records())
    },
  }
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => !isBlankCell(cell)) + 1
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

async function* recordsBelow(line: number, batches: AsyncIterable<RecordBatch>): AsyncGenerator<RecordBatch> {
  for await (const { rows, lines } of batches) {
    const from = lines.findIndex((at) => at > line)
    if (from !== -1) yield from === 0 ? { rows, lines } : { rows: rows.slice(from), lines: lines.slice(from) }
  }
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
