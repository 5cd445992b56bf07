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
    const isPlausible = known >= 2 ? known * 4 >= filled : known === 1 && filled <= 3
    if (isPlausible && !isBelowData && !hasData(row) && known > (best?.known ?? 0)) best = { at, known }
    isBelowData = filled > 0 && (isBelowData || (filled >= 3 && hasData(row)))
  }
  return best?.at
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
