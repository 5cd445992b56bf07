import { parseCsv, recordEnds, splitPlain } from './csv-parse.ts'
import type { CsvStyle } from './csv-parse.ts'
import { commonWidth } from './dialect.ts'

/**
 * A stray quote at the start of a cell (`"Big" Tom`) swallows the lines after it until some other quote. Such a record is told by its
 * broken
 * quotes or odd width and by the whole rows of the table inside it; it is split into those rows again. `broken` holds the indexes of
 * records
 * with malformed quotes, `text` what `rows` were parsed from.
 */
export function mendRunawayQuotes(rows: string[][], broken: ReadonlySet<number>, text: string, style: CsvStyle): string[][] {
  const { width } = commonWidth(rows)
  const isSuspect = (row: string[], at: number) => (broken.has(at) || row.length !== width) && row.some((cell) => cell.includes('\n'))
  if (width === 1 || !rows.some(isSuspect)) return rows
  return splitRecords(text, style).flatMap((record, at) => {
    const row = rows[at]
    return row && !isSuspect(row, at) ? [row] : mend(record, width, style)
  })
}

/** The text of each record, line end included. */
function splitRecords(text: string, style: CsvStyle): string[] {
  const ends = recordEnds(text, style)
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end))
}

function mend(record: string, width: number, style: CsvStyle): string[][] {
  const parsed = parseCsv(record, style, true).data[0] ?? []
  const end = record.indexOf('\n')
  if (end === -1 || end === record.length - 1) return [parsed]
  const first = splitPlain(record.slice(0, end), style)
  if (first.length !== width) return [parsed]
  const rest = record.slice(end + 1)
  return [
    first,
    ...splitRecords(rest, style).flatMap((next) => {
      const row = parseCsv(next, style, true).data[0] ?? []
      return row.length === width || !next.slice(0, -1).includes('\n') ? [row] : mend(next, width, style)
    }),
  ]
}
