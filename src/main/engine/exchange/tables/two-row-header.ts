import { filledCells, hasData, isBlankCell } from './cells.ts'
import type { KnownHeader } from './types.ts'

const unit =
  /^[([]?\s*(?:in\s+)?(?:%|‰|k|tsd\.?|thousands?|m|mio\.?|mln\.?|millions?|#|n|€|\$|£|usd|eur|gbp|count|number|percent)\s*[)\]]?$/i

/**
 * One header of two rows, as where units or finer words stand below it; null where the first row is the whole header. `below` are the
 * records that follow it.
 */
export function joinedHeader(header: readonly string[], below: readonly string[][], isKnown: KnownHeader): string[] | null {
  const [second = [], ...rows] = below
  const columns = Array.from({ length: Math.max(header.length, second.length) }, (_, column) => column)
  if (isUnits(second)) return columns.map((column) => withUnit(header[column] ?? '', second[column] ?? ''))
  if (!isSecondHeader(header, second, rows, isKnown)) return null
  return columns.map((column) => finerWord(header[column] ?? '', second[column] ?? '', isKnown))
}

function isUnits(row: readonly string[]): boolean {
  return filledCells(row) > 0 && row.every((cell) => isBlankCell(cell) || unit.test(cell.trim()))
}

function withUnit(header: string, cell: string): string {
  const word = cell.replaceAll(/[()[\]]|^\s*in\s+/gi, '').trim()
  return word === '' || /^(?:#|n|count|number)$/i.test(word) ? header : `${header} (${word})`
}

/** Known words that come only once, above rows of numbers and addresses. */
function isSecondHeader(header: readonly string[], row: readonly string[], below: readonly string[][], isKnown: KnownHeader): boolean {
  const known = new Set(row.filter(isKnown)).size
  const filled = filledCells(row)
  if (known < 2 || known * 2 < filled || filled * 2 <= filledCells(header) || hasData(row) || below.length === 0) return false
  const isRepeated = row.some((cell, column) => isKnown(cell) && (header[column] === cell || below.some((next) => next[column] === cell)))
  return !isRepeated && below.filter(hasData).length * 5 >= below.length * 4
}

function finerWord(above: string, below: string, isKnown: KnownHeader): string {
  if (isBlankCell(below) || isKnown(below)) return isBlankCell(below) ? above : below
  const both = `${above} ${below}`
  return isKnown(both) ? both : isKnown(above) ? above : below
}
