import { filledCells, hasData, isBlankCell, isData } from './cells.ts'
import { commonWidth } from './dialect.ts'
import { joinedHeader } from './two-row-header.ts'
import type { KnownHeader, RecordBatch } from './types.ts'

/** Where the header stands among the first records (`at` −1: there is none), with the words above it that reach over several columns. */
export interface FoundHeader {
  at: number
  /** The last record of the header, where it takes more than one. */
  end: number
  cells: readonly string[]
  groups: string[]
  isKnown: boolean
}

const depth = 60

/**
 * Finds the header by its content: the record with most known words; else the first full record of words above records that hold numbers
 * or addresses.
 */
export function findHeader({ rows }: RecordBatch, isKnown: KnownHeader): FoundHeader {
  const known = knownHeader(rows, isKnown)
  const at = known ?? headerByContrast(rows)
  const header = rows[at]
  if (!header) return { at, end: at, cells: [], groups: [], isKnown: false }
  const groups = at > 0 ? groupsAbove(rows[at - 1] ?? [], header) : []
  const cells = known === undefined ? null : joinedHeader(header, rows.slice(at + 1, at + 12), isKnown)
  return { at, end: cells ? at + 1 : at, cells: cells ?? header, groups, isKnown: known !== undefined }
}

function knownHeader(rows: readonly string[][], isKnown: KnownHeader): number | undefined {
  let best: { at: number; known: number } | undefined
  // Words below rows of data, with no gap between, are data too, however many of them are known.
  let isBelowData = false
  for (const [at, row] of rows.slice(0, depth).entries()) {
    const known = new Set(row.filter(isKnown)).size
    const filled = filledCells(row)
    // A single known word may be anything; below a row that is as full it is hardly a header.
    const isBelowFull = at > 0 && filledCells(rows[at - 1] ?? []) >= Math.max(2, filled)
    const isPlausible = known >= 2 ? known * 4 >= filled : known === 1 && filled <= 3 && !isBelowFull
    const isBetter = isPlausible && !isBelowData && known > (best?.known ?? 0)
    if (isBetter && !hasData(row) && !goesOnBelow(row, rows.slice(at + 1, at + 11), isKnown)) best = { at, known }
    isBelowData = filled > 0 && (isBelowData || (filled >= 3 && hasData(row)))
  }
  return best?.at
}

/** Whether words stand below known words that are known too, as in a column of platforms: then these are data. */
function goesOnBelow(row: readonly string[], below: readonly string[][], isKnown: KnownHeader): boolean {
  const columns = row.flatMap((cell, column) => (isKnown(cell) ? [column] : []))
  const filled = below.filter((next) => filledCells(next) > 1)
  const going = columns.filter((column) => filled.filter((next) => isKnown(next[column] ?? '')).length * 2 > filled.length)
  return filled.length > 1 && going.length * 2 > columns.length
}

function headerByContrast(rows: readonly string[][]): number {
  const filled = rows.filter((row) => filledCells(row) > 0)
  const { width } = commonWidth(filled)
  const at = rows.findIndex((row) => row.length === width && filledCells(row) * 2 > width)
  const candidate = rows[at]
  if (!candidate || hasData(candidate)) return -1
  const below = rows.slice(at + 1, at + 1 + depth)
  const hasContrast = candidate.some((_, column) => below.some((row) => isData(row[column])))
  return hasContrast || below.length === 0 || width > 1 ? at : -1
}

/** Merged cells come as one word followed by blanks: the word holds until the next one. */
function groupsAbove(above: readonly string[], header: readonly string[]): string[] {
  const words = filledCells(above)
  if (words === 0 || hasData(above) || (words === 1 && !isBlankCell(above[0]))) return []
  let current = ''
  return header.map((_, column) => {
    const cell = above[column]?.trim() ?? ''
    if (cell !== '') current = cell
    return current
  })
}
