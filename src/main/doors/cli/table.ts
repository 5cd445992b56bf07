/** A column of a table for a person: its heading and what it shows of a row. Numbers stand to the right. */
export interface Column<Row> {
  heading: string
  cell: (row: Row) => string | number | null | undefined
  right?: true
  /** A sentence that is shown whole; for the last column. */
  whole?: true
}

const gap = '  '
const longestCell = 60
/** What stands for "not known". */
const unknown = '–'
const lettersOf = new Intl.Segmenter()

/** Rows as aligned lines under their headings; the sentence `none` where there is no row. */
export function table<Row>(rows: readonly Row[], shown: readonly Column<Row>[], none: string): string {
  if (rows.length === 0) return none
  const cells = rows.map((row) => shown.map(({ cell, whole }) => (whole ? printable : shortened)(String(cell(row) ?? unknown))))
  return columns(
    [shown.map(({ heading }) => heading), ...cells],
    shown.map(({ right }) => right === true),
  ).join('\n')
}

/** Pairs of a label and a value, one a line; what is not known is left out. */
export function facts(pairs: readonly (readonly [label: string, value: string | number | null | undefined])[]): string {
  return columns(
    pairs.flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [[label, printable(String(value))]])),
  ).join('\n')
}

/** Lines with their cells aligned; the last column is not padded. */
export function columns(lines: readonly (readonly string[])[], right: readonly boolean[] = []): string[] {
  // Not Math.max over all of them: a sample of 200,000 rows is more arguments than a call can take.
  const widths = (lines[0] ?? []).map((_, at) => lines.reduce((widest, line) => Math.max(widest, widthOf(line[at] ?? '')), 0))
  return lines.map((line) =>
    line
      .map((cell, at) => {
        const padding = ' '.repeat((widths[at] ?? 0) - widthOf(cell))
        if (right[at]) return padding + cell
        return at === line.length - 1 ? cell : cell + padding
      })
      .join(gap)
      .trimEnd(),
  )
}

function shortened(text: string): string {
  const plain = printable(text)
  if (plain.length <= longestCell) return plain
  const letters = [...lettersOf.segment(plain)].map(({ segment }) => segment)
  return letters.length > longestCell ? `${letters.slice(0, longestCell - 1).join('')}…` : plain
}

/** Without what would move a terminal's cursor or change its colours: names come from files that anybody may have made. */
function printable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
}

/** Places a text takes in a terminal: none for marks that sit on another letter, two for wide East Asian letters and emoji. */
function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of lettersOf.segment(text))
    width +=
      /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
        segment,
      )
        ? 2
        : 1
  return width
}
