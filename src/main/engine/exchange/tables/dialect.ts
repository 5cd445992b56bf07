import { filledCells, isBlankRow } from './cells.ts'
import { parseCsv } from './csv-parse.ts'
import type { CsvStyle } from './csv-parse.ts'
import { hasSpacedQuotes, withoutSpacesBeforeQuotes } from './spaced-quotes.ts'
import type { KnownHeader } from './types.ts'

/** How the records of a text table are written. */
export interface Dialect extends CsvStyle {
  /** Where every record stands wrapped inside one quoted field: the delimiter outside of it. */
  outer: string | null
  /** Whether the first line is Excel's `sep=;`. */
  hasSepLine: boolean
  /** Whether blanks stand between a delimiter and the quote after it: `"Bell, Ana", "ana"`. */
  hasSpacedQuotes: boolean
}

const delimiters = [',', ';', '\t', '|'] as const
const sepLine = /^"?sep=(.)"?[^\n]*(?:\n|$)/i
const sampleRows = 400

/**
 * Finds how a table is written from the first part of a file: the delimiter that makes rows of one width below a header of known words
 * (a `sep=` line speaks for its own), and the quotes that take none of them apart.
 */
export function detectDialect(sample: string, isWhole: boolean, isKnown: KnownHeader): Dialect {
  const stated = sepLine.exec(sample)
  const text = stated ? sample.slice(stated[0].length) : sample
  const said = stated?.[1]
  const all = said === undefined || delimiters.some((delimiter) => delimiter === said) ? delimiters : [said, ...delimiters]
  const plain = all.flatMap((delimiter) => stylesFor(delimiter, text).map((style) => rateStyle(text, style, isWhole, isKnown)))
  // That most lines begin with a quote and are one cell is evidence in itself: read without unwrapping, the same header words show, with
  // quotes left on.
  const wrapped = delimiters.flatMap((outer) => {
    const { data: lines, errors } = parseCsv(text, { delimiter: outer }, isWhole, sampleRows)
    const hasWrapping = errors.length * 20 <= lines.length && isWrapped(text, lines)
    return hasWrapping ? delimiters.map((inner) => rateWrapped(lines, inner, outer, isKnown)) : []
  })
  const bonus = (rated: Rated) => rated.score + (rated.style.delimiter === said ? 1.5 : 0)
  const best = [...plain, ...wrapped].reduce((best, next) => (bonus(next) > bonus(best) ? next : best))
  return { ...best.style, outer: best.outer, hasSepLine: stated !== null, hasSpacedQuotes: best.hasSpacedQuotes }
}

/** The record that stands wrapped inside the first cell, or the row as it is. */
export function unwrap(row: string[], delimiter: string): string[] {
  const cell = row[0]
  if (cell === undefined || filledCells(row) !== 1 || !cell.includes(delimiter)) return row
  return parseCsv(cell, { delimiter }, true).data[0] ?? row
}

interface Rated {
  style: CsvStyle
  outer: string | null
  hasSpacedQuotes: boolean
  score: number
}

/** The usual way of writing, and the unusual ones of which the text shows signs. */
function stylesFor(delimiter: string, text: string): CsvStyle[] {
  const styles: CsvStyle[] = [{ delimiter }]
  if (text.includes('\\"')) styles.push({ delimiter, escape: '\\' })
  if (/^\s*'/.test(text)) styles.push({ delimiter, quote: "'" })
  return styles
}

function rateStyle(text: string, style: CsvStyle, isWhole: boolean, isKnown: KnownHeader): Rated {
  const asWritten = rateText(text, style, isWhole, isKnown)
  if (!hasSpacedQuotes(text, style.delimiter)) return asWritten
  const closedUp = rateText(withoutSpacesBeforeQuotes(text, style.delimiter), style, isWhole, isKnown)
  return closedUp.score > asWritten.score ? { ...closedUp, hasSpacedQuotes: true } : asWritten
}

function rateText(text: string, style: CsvStyle, isWhole: boolean, isKnown: KnownHeader): Rated {
  const { data, errors } = parseCsv(text, style, isWhole, sampleRows)
  const cells = data.slice(0, 50).flat()
  const quoted = cells.filter((cell) => /^'.*'$/s.test(cell)).length
  // Broken quotes, and apostrophes around most cells, say that the quotes are others.
  const doubts = Math.min(1, errors.length / Math.max(1, data.length)) + (cells.length > 0 && quoted * 2 > cells.length ? 1 : 0)
  return { style, outer: null, hasSpacedQuotes: false, score: scoreOf(data, style.delimiter, isKnown) - doubts }
}

function rateWrapped(lines: readonly string[][], inner: string, outer: string, isKnown: KnownHeader): Rated {
  const rows = lines.map((row) => unwrap(row, inner))
  return { style: { delimiter: inner }, outer, hasSpacedQuotes: false, score: scoreOf(rows, inner, isKnown) + 1 }
}

function scoreOf(rows: readonly string[][], delimiter: string, isKnown: KnownHeader): number {
  const filled = rows.filter((row) => !isBlankRow(row))
  const { width, share } = commonWidth(filled)
  const known = Math.max(0, ...filled.slice(0, 60).map((row) => new Set(row.filter(isKnown)).size))
  const decimals = delimiter === ',' ? shareOfDecimalCommas(filled) : 0
  return known * 2 + (width > 1 ? share * Math.log2(width + 1) : 0) * (1 - decimals)
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
