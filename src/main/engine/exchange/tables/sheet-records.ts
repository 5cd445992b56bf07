import { read } from 'hucre'
import type { CellValue } from 'hucre'
import { streamOdsRows } from 'hucre/ods'
import { streamXlsxRows } from 'hucre/xlsx'
import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import { filledCells } from './cells.ts'
import type { KnownHeader, RecordBatch } from './types.ts'

export interface Workbook {
  format: 'xlsx' | 'xls' | 'ods'
  records(): AsyncGenerator<RecordBatch>
}

/** A workbook is unpacked in memory; larger ones would not fit. */
const largestWorkbook = 200 * 1024 * 1024
const batchSize = 2000
/** Rows of a sheet that are looked at to choose the sheet. */
const glance = 60
const mostSheets = 40

/**
 * Opens the sheet that holds a known header, else the first that is not empty. Raises FILE_TOO_LARGE, FILE_DAMAGED, FILE_EMPTY or
 * NOT_A_TABLE.
 */
export async function openWorkbook(name: string, bytes: Uint8Array, isKnown: KnownHeader): Promise<Workbook> {
  if (bytes.length > largestWorkbook) raise('FILE_TOO_LARGE', `“${name}” is larger than 200 MB; save the sheet as CSV, which has no limit.`)
  try {
    const format = formatOf(name, bytes)
    return format === 'xlsx' ? await openXlsx(name, bytes, isKnown) : await openOther(format, name, bytes, isKnown)
  } catch (error) {
    throw asRefusal(error, name)
  }
}

function formatOf(name: string, bytes: Uint8Array): 'xlsx' | 'xls' | 'ods' | 'xlsb' {
  if (bytes[0] === 0xd0) return 'xls'
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (names.subarray(30, 38).toString('latin1') === 'mimetype') return 'ods'
  if (!names.includes('xl/')) raise('NOT_A_TABLE', `“${name}” is a packed file, but not a workbook.`)
  return names.includes('xl/workbook.bin') ? 'xlsb' : 'xlsx'
}

async function openXlsx(name: string, bytes: Uint8Array, isKnown: KnownHeader): Promise<Workbook> {
  let best: { sheet: number; known: number } | undefined
  for (let sheet = 0; sheet < mostSheets; sheet++) {
    const rows = await firstRows(bytes, sheet)
    if (rows === null) break
    const known = mostKnown(rows, isKnown)
    if (rows.length > 0 && known > (best?.known ?? -1)) best = { sheet, known }
  }
  if (!best) raise('FILE_EMPTY', `“${name}” has no sheet with anything in it.`)
  const { sheet } = best
  return { format: 'xlsx', records: () => batches(streamXlsxRows(bytes, { sheet }), name) }
}

/** The first filled rows of a sheet; null where there is no such sheet (which hucre tells by throwing). */
async function firstRows(bytes: Uint8Array, sheet: number): Promise<string[][] | null> {
  const rows: string[][] = []
  try {
    for await (const { values } of streamXlsxRows(bytes, { sheet, maxRows: glance })) {
      const row = values.map(textOfCell)
      if (filledCells(row) > 0) rows.push(row)
    }
  } catch (error) {
    if (sheet > 0) return null
    throw error
  }
  return rows
}

async function openOther(format: 'xls' | 'ods' | 'xlsb', name: string, bytes: Uint8Array, isKnown: KnownHeader): Promise<Workbook> {
  if (format === 'ods') return { format, records: () => batches(streamOdsRows(bytes), name) }
  const { sheets } = await read(bytes)
  const filled = sheets.map(({ rows }) => rows).filter((rows) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  const known = filled.map((rows) =>
    mostKnown(
      rows.slice(0, glance).map((row) => row.map(textOfCell)),
      isKnown,
    ),
  )
  const rows = filled[known.indexOf(Math.max(...known))]
  if (!rows) raise('FILE_EMPTY', `“${name}” has no sheet with anything in it.`)
  return { format: format === 'xls' ? 'xls' : 'xlsx', records: () => batches(indexed(rows), name) }
}

function mostKnown(rows: readonly string[][], isKnown: KnownHeader): number {
  return Math.max(0, ...rows.map((row) => new Set(row.filter(isKnown)).size))
}

async function* indexed(rows: readonly CellValue[][]): AsyncGenerator<{ index: number; values: CellValue[] }> {
  for (const [index, values] of rows.entries()) yield { index, values }
}

async function* batches(
  rows: AsyncIterable<{ index: number; values: CellValue[]; sheetIndex?: number }>,
  name: string,
): AsyncGenerator<RecordBatch> {
  let batch: RecordBatch = { rows: [], lines: [] }
  try {
    for await (const { index, values, sheetIndex } of rows) {
      if (sheetIndex !== undefined && sheetIndex > 0) break
      batch.rows.push(values.map(textOfCell))
      batch.lines.push(index + 1)
      if (batch.rows.length < batchSize) continue
      yield batch
      batch = { rows: [], lines: [] }
    }
  } catch (error) {
    throw asRefusal(error, name)
  }
  if (batch.rows.length > 0) yield batch
}

/** The cell as a CSV file would have it: numbers with a decimal point and no grouping, dates as plain dates. */
function textOfCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof value === 'number') return textOfNumber(value)
  return value ? 'true' : 'false'
}

/** Without the traces of binary fractions (4.200000000000001) and without exponents. */
function textOfNumber(value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
  return text.includes('e') && Math.abs(value) < 1e21 ? value.toFixed(Math.abs(value) < 1 ? 12 : 0) : text
}

function asRefusal(error: unknown, name: string): Error {
  if (error instanceof TroupeError) return error
  const kind = error instanceof Error ? error.name : ''
  const locked = `“${name}” is protected with a password, or is no workbook; save it as XLSX without a password first.`
  if (kind === 'EncryptedFileError') return new TroupeError('FILE_UNREADABLE', locked)
  if (kind === 'UnsupportedFormatError') return new TroupeError('NOT_A_TABLE', `“${name}” is not a workbook.`)
  const damaged = `“${name}” is not a workbook, or is damaged; nothing was taken from it.`
  return new TroupeError('FILE_DAMAGED', damaged, undefined, { cause: error })
}
