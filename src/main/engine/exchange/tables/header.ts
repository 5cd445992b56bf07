import { filledCells, isBlankCell, looksLikeAddress, looksLikeNumber } from './cells.ts'
import { commonWidth } from './dialect.ts'
import type { KnownHeader, RecordBatch } from './types.ts'

/** Where the header stands among the first records (`at` −1: there is none), with the words above it that reach over several columns. */
export interface FoundHeader {
  at: number
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
  return { at, isKnown: known !== undefined, groups: at > 0 ? groupsAbove(rows[at - 1] ?? [], rows[at] ?? []) : [] }
}

function knownHeader(rows: readonly string[][], isKnown: KnownHeader): number | undefined {
  let best: { at: number; known: number } | undefined
  for (const [at, row] of rows.slice(0, depth).entries()) {
    const known = new Set(row.filter(isKnown)).size
    const filled = filledCells(row)
    const isPlausible = known >= 2 ? known * 4 >= filled : known === 1 && filled <= 3
    if (isPlausible && !hasData(row) && known > (best?.known ?? 0)) best = { at, known }
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

/** Whether a row holds what headers do not: numbers or addresses. A lone year or number among many words is still a header. */
function hasData(row: readonly string[]): boolean {
  const data = row.filter(isData).length
  return data > 0 && data * 5 >= filledCells(row)
}

function isData(cell: string | undefined): boolean {
  return !isBlankCell(cell) && (looksLikeNumber(cell ?? '') || looksLikeAddress(cell ?? ''))
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
