import { filledCells, isBlankRow } from './cells.ts'
import { parseCsv } from './csv-parse.ts'
import type { KnownHeader } from './types.ts'

/** How the records of a text table are written. */
export interface Dialect {
  delimiter: string
  /** Where every record stands wrapped inside one quoted field: the delimiter outside of it. */
  outer: string | null
  /** Whether the first line is Excel's `sep=;`. */
  hasSepLine: boolean
}

const candidates = [',', ';', '\t', '|'] as const
const sepLine = /^"?sep=(.)"?[^\n]*(?:\n|$)/i

/**
 * Finds the delimiter from the first part of a file: a `sep=` line decides; else the one that makes rows of one width below a header of
 * known words.
 */
export function detectDialect(sample: string, isWhole: boolean, isKnown: KnownHeader): Dialect {
  const stated = sepLine.exec(sample)
  const text = stated ? sample.slice(stated[0].length) : sample
  const hasSepLine = stated !== null
  const delimiters = stated?.[1] ? [stated[1]] : candidates
  const plain = delimiters.map((delimiter) => rate(parseCsv(text, delimiter, isWhole, 400).data, delimiter, null, isKnown))
  // That most lines begin with a quote and are one cell is evidence in itself: read without unwrapping, the same header words show, with
  // quotes left on.
  const wrapped = candidates.flatMap((outer) => {
    const { data: lines, errors } = parseCsv(text, outer, isWhole, 400)
    const hasWrapping = errors.length * 20 <= lines.length && isWrapped(text, lines)
    return hasWrapping ? candidates.map((inner) => rateWrapped(lines, inner, outer, isKnown)) : []
  })
  const best = [...plain, ...wrapped].reduce((best, next) => (next.score > best.score ? next : best))
  return { delimiter: best.delimiter, outer: best.outer, hasSepLine }
}

/** The record that stands wrapped inside the first cell, or the row as it is. */
export function unwrap(row: string[], inner: string): string[] {
  const cell = row[0]
  if (cell === undefined || filledCells(row) !== 1 || !cell.includes(inner)) return row
  return parseCsv(cell, inner, true).data[0] ?? row
}

interface Rated {
  delimiter: string
  outer: string | null
  score: number
}

function rate(rows: readonly string[][], delimiter: string, outer: string | null, isKnown: KnownHeader): Rated {
  const filled = rows.filter((row) => !isBlankRow(row))
  const { width, share } = commonWidth(filled)
  const known = Math.max(0, ...filled.slice(0, 60).map((row) => new Set(row.filter(isKnown)).size))
  const decimals = delimiter === ',' ? shareOfDecimalCommas(filled) : 0
  return { delimiter, outer, score: known * 2 + (width > 1 ? share * Math.log2(width + 1) : 0) * (1 - decimals) }
}

function rateWrapped(lines: readonly string[][], inner: string, outer: string, isKnown: KnownHeader): Rated {
  const rated = rate(
    lines.map((row) => unwrap(row, inner)),
    inner,
    outer,
    isKnown,
  )
  return { ...rated, score: rated.score + 1 }
}

/** The width most rows have, and the share of rows that have it. */
export function commonWidth(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  let width = 1
  let most = 0
  for (const [length, count] of counts) if (count > most || (count === most && length > width)) [width, most] = [length, count]
  return { width, share: rows.length === 0 ? 0 : most / rows.length }
}

/** Share of the commas that stand between digits, as in `4,2`. Such rows fall apart into bits of numbers. */
function shareOfDecimalCommas(rows: readonly string[][]): number {
  let commas = 0
  let between = 0
  for (const row of rows) {
    for (let at = 1; at < row.length; at++) {
      commas++
      if (/\d$/.test(row[at - 1] ?? '') && /^\d{1,2}(?:\D|$)/.test(row[at] ?? '') && /[;\t|]/.test(row.join(','))) between++
    }
  }
  return commas === 0 ? 0 : between / commas
}

function isWrapped(text: string, records: readonly string[][]): boolean {
  const lines = text.split('\n', records.length + 1).filter((line) => line.trim() !== '')
  const quoted = lines.filter((line) => line.startsWith('"')).length
  const single = records.filter((row) => filledCells(row) === 1 && /[,;\t|]/.test(row[0] ?? '') && !row[0]?.includes('\n')).length
  return quoted > 0 && quoted >= lines.length * 0.8 && single >= quoted * 0.8
}
