import { read } from 'hucre'
import type { CellValue } from 'hucre'
import { streamXlsxRows } from 'hucre/xlsx'
import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import { filledCells } from './cells.ts'
import type { KnownHeader, RecordBatch } from './types.ts'
import { expectBearable, listedSheets } from './workbook-parts.ts'

export interface Workbook {
  format: 'xlsx' | 'xls' | 'ods'
  /** The sheet that is read, and all that hold something; null and none where they have no names. */
  sheet: string | null
  sheets: string[]
  /** Sheets besides the one read that look like such a list too. */
  otherLists: string[]
  records(): AsyncGenerator<RecordBatch>
}

/** A workbook is unpacked in memory; larger ones would not fit. */
const largestWorkbook = 200_000_000
const batchSize = 2000
/** Rows of a sheet that are looked at to choose the sheet. */
const glance = 60
const mostSheets = 40

/** Refuses a workbook by its size alone, before it is read. Raises FILE_TOO_LARGE. */
export function expectWorkbookSize({ name, size }: { name: string; size: number }): void {
  if (size <= largestWorkbook) return
  raise('FILE_TOO_LARGE', `“${name}” has ${Math.ceil(size / 1e6)} MB; workbooks of up to 200 MB can be read, so save the sheet as CSV.`)
}

/**
 * Opens the sheet that is `wanted`, else the first one in sight that holds most known header words. Raises FILE_TOO_LARGE, FILE_DAMAGED,
 * FILE_EMPTY, NOT_A_TABLE, or BAD_INPUT for a sheet that is not there.
 */
export async function openWorkbook(name: string, bytes: Uint8Array, isKnown: KnownHeader, wanted: string | null): Promise<Workbook> {
  try {
    const format = formatOf(name, bytes)
    if (format !== 'xls') expectBearable(name, bytes)
    const sheets = format === 'xlsx' ? await xlsxSheets(bytes, isKnown) : await otherSheets(bytes, isKnown)
    const chosen = choose(name, sheets, wanted)
    const otherLists = sheets.flatMap((sheet) => (sheet !== chosen && sheet.name !== null && sheet.known >= 2 ? [sheet.name] : []))
    return {
      format: format === 'xlsb' ? 'xlsx' : format,
      sheet: chosen.name,
      sheets: sheets.flatMap((sheet) => sheet.name ?? []),
      otherLists,
      records: () => batches(chosen.rows(), name),
    }
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

/** A sheet that holds something. */
interface FilledSheet {
  name: string | null
  isHidden: boolean
  /** Most header words in one of its first rows. */
  known: number
  rows(): AsyncIterable<{ index: number; values: CellValue[] }>
}

function choose(name: string, sheets: readonly FilledSheet[], wanted: string | null): FilledSheet {
  if (wanted !== null) {
    const found = sheets.find((sheet) => sheet.name?.toLowerCase() === wanted.trim().toLowerCase())
    const names = sheets.flatMap((sheet) => (sheet.name === null ? [] : `“${sheet.name}”`)).join(', ')
    return found ?? raise('BAD_INPUT', `“${name}” has no sheet “${wanted}” with anything in it; it has ${names || 'none with a name'}.`)
  }
  const inSight = sheets.some(({ isHidden }) => !isHidden) ? sheets.filter(({ isHidden }) => !isHidden) : sheets
  const [first, ...others] = inSight
  if (!first) raise('FILE_EMPTY', `“${name}” has no sheet with anything in it.`)
  return others.reduce((best, next) => (next.known > best.known ? next : best), first)
}

async function xlsxSheets(bytes: Uint8Array, isKnown: KnownHeader): Promise<FilledSheet[]> {
  const listed = listedSheets(bytes)
  const sheets: FilledSheet[] = []
  let failure: unknown
  for (let sheet = 0; sheet < Math.min(listed?.length ?? mostSheets, mostSheets); sheet++) {
    const rows = () => streamXlsxRows(bytes, { sheet })
    try {
      const first = await firstRows(bytes, sheet)
      const { name = null, isHidden = false } = listed?.[sheet] ?? {}
      if (first.length > 0) sheets.push({ name, isHidden, known: mostKnown(first, isKnown), rows })
    } catch (error) {
      // A sheet of charts has no rows; without a list of sheets, this is also how their end is told.
      failure ??= error
      if (listed === null && sheet > 0) break
    }
  }
  if (sheets.length === 0 && failure !== undefined) throw failure
  return sheets
}

async function firstRows(bytes: Uint8Array, sheet: number): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { values } of streamXlsxRows(bytes, { sheet, maxRows: glance })) {
    const row = values.map(textOfCell)
    if (filledCells(row) > 0) rows.push(row)
  }
  return rows
}

async function otherSheets(bytes: Uint8Array, isKnown: KnownHeader): Promise<FilledSheet[]> {
  const { sheets } = await read(bytes)
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  return filled.map(({ name, rows, hidden = false, veryHidden = false }) => {
    const first = rows.slice(0, glance).map((row) => row.map(textOfCell))
    return { name, isHidden: hidden || veryHidden, known: mostKnown(first, isKnown), rows: () => indexed(rows) }
  })
}

function mostKnown(rows: readonly string[][], isKnown: KnownHeader): number {
  return Math.max(0, ...rows.map((row) => new Set(row.filter(isKnown)).size))
}

async function* indexed(rows: readonly CellValue[][]): AsyncGenerator<{ index: number; values: CellValue[] }> {
  for (const [index, values] of rows.entries()) yield { index, values }
}

async function* batches(rows: AsyncIterable<{ index: number; values: CellValue[] }>, name: string): AsyncGenerator<RecordBatch> {
  let batch: RecordBatch = { rows: [], lines: [] }
  try {
    for await (const { index, values } of rows) {
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
