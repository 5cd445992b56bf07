import Papa from 'papaparse'

/** How the cells of a text table are written. `quote` is `"` and doubled inside a quoted cell unless something else is said. */
export interface CsvStyle {
  delimiter: string
  quote?: string
  /** What stands before a quote that is part of a quoted cell: `\` in `"say \"hi\""`. */
  escape?: string
}

/** What papaparse's core gives for one piece of text; `cursor` is where the first unfinished record begins. */
interface Parsed {
  data: string[][]
  errors: { code: string; row: number }[]
  meta: { cursor: number }
}

/** Parses whole records of `text`. With `isLast` false an unfinished record at the end is left for the next piece. */
export function parseCsv(text: string, style: CsvStyle, isLast: boolean, most?: number): Parsed {
  if (text === '') return { data: [], errors: [], meta: { cursor: 0 } }
  // The line end is always \n here: it also ends \r\n lines, even in files that mix both, and the \r is taken off afterwards.
  const parsed = new Papa.Parser({ ...configOf(style), preview: most ?? 0 }).parse(text, 0, !isLast) as Parsed
  if (text.includes('\r')) for (const row of parsed.data) dropCarriageReturn(row)
  return parsed
}

/** Where each record of `text` ends, line end included. */
export function recordEnds(text: string, style: CsvStyle): number[] {
  const ends: number[] = []
  const step = ({ meta }: { meta: { cursor: number } }) => {
    ends.push(meta.cursor)
  }
  if (text !== '') new Papa.Parser({ ...configOf(style), step }).parse(text, 0, false)
  return ends
}

/** Splits one line where quotes mean nothing; the one that was opened and never closed is dropped. */
export function splitPlain(line: string, { delimiter, quote = '"' }: CsvStyle): string[] {
  const row = line.split(delimiter).map((cell) => (cell.lastIndexOf(quote) === 0 ? cell.slice(1) : cell))
  dropCarriageReturn(row)
  return row
}

function configOf({ delimiter, quote = '"', escape = quote }: CsvStyle): Papa.ParseConfig & { newline: '\n' } {
  return { delimiter, quoteChar: quote, escapeChar: escape, newline: '\n' }
}

function dropCarriageReturn(row: string[]): void {
  const last = row.length - 1
  const cell = row[last]
  if (cell !== undefined && cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1)
}
