import columns from '../../../../resources/authenticity/columns.json' with { type: 'json' }
import { isBlankCell } from '../exchange/tables/cells.ts'
import type { Table } from '../exchange/tables/types.ts'
import { headingKey, refuseColumns } from './sample-rows.ts'

/** The usual names of the column with comments, and of those beside it. */
const { text: textNames, beside } = columns.comments
const known = new Set([...textNames, ...beside])

/** Tells the header of a comment sample, in which a person may have named the column themselves. */
export function isCommentHeading(textColumn: string | undefined): (cell: string) => boolean {
  const wanted = textColumn === undefined ? null : headingKey(textColumn)
  return (cell) => {
    if (cell.length > 60) return false
    const key = headingKey(cell)
    return key !== '' && (key === wanted || known.has(key))
  }
}

export interface CommentColumn {
  at: number
  heading: string
  /** Whether it was told by its cells alone. */
  isGuess: boolean
}

/** The column with the comments: the named one in any case, else the one with a usual name, else the wordiest. Raises MAPPING_NEEDED. */
export function commentColumn(table: Table, textColumn: string | undefined): CommentColumn {
  const column = (at: number, isGuess: boolean) => ({ at, heading: table.headers[at] ?? '', isGuess })
  if (textColumn !== undefined) {
    const at = namedAt(table.headers, textColumn)
    return at === -1 ? refuseColumns(table, `has no column “${textColumn}”.`) : column(at, false)
  }
  const keys = table.headers.map(headingKey)
  const name = textNames.find((name) => keys.includes(name))
  if (name !== undefined) return column(keys.indexOf(name), false)
  const wordiest = wordiestOf(table)
  return wordiest === -1 ? refuseColumns(table, 'has no column that looks like comments; say which it is.') : column(wordiest, true)
}

function namedAt(headers: readonly string[], wanted: string): number {
  const tests = [(header: string) => header === wanted.trim(), (header: string) => headingKey(header) === headingKey(wanted)]
  const isEmpty = headingKey(wanted) === ''
  const found = tests.slice(0, isEmpty ? 1 : 2).map((test) => headers.findIndex(test))
  return found.find((at) => at !== -1) ?? -1
}

/** The column whose cells have most words, where half of them have three or more; a lone column in any case. */
function wordiestOf({ headers, sample }: Table): number {
  if (headers.length === 1) return 0
  const words = headers.map((_, at) => {
    const cells = sample.rows.map((row) => row[at]).filter((cell) => !isBlankCell(cell))
    const counts = cells.map((cell) => cell?.match(/\p{L}+/gu)?.length ?? 0)
    const wordy = counts.filter((count) => count >= 3).length
    return wordy * 2 >= Math.max(1, cells.length) ? counts.reduce((sum, count) => sum + count, 0) : 0
  })
  const most = Math.max(0, ...words)
  return most === 0 ? -1 : words.indexOf(most)
}
