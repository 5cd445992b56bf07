import { parseCount } from '#src/shared/domain/numbers.ts'
import { isBlankCell, looksLikeAddress, looksLikeNumber } from '../../exchange/tables/cells.ts'
import { isCountry } from './countries.ts'
import type { CellProblem, ColumnPlan, ListPlan } from './types.ts'

/** A row whose cells stand below their headers, with what had to be done for it; or why nobody can tell where they belong. */
export type Straightened = { row: readonly string[]; notice: CellProblem | null } | { reject: CellProblem }

const counts = new Set(['followers', 'following', 'posts', 'interactions', 'avgLikes', 'avgComments', 'avgShares', 'avgSaves', 'avgViews'])
const texts = new Set(['notes', 'bio', 'niche', 'tag'])

/**
 * Looks at rows of a text file that have more cells than its header: a delimiter that stands in a cell without quotes (`12,500`,
 * `Bell, Ana`) moves all cells behind it. A number torn apart that can be joined in one way only is joined.
 */
export function straightener({ columns, shape }: ListPlan): (row: readonly string[], line: number) => Straightened {
  if (shape === null) return (row) => ({ row, notice: null })
  const inOrder = columns.toSorted((a, b) => a.index - b.index)
  const telling = inOrder.filter(({ field }) => counts.has(field) || tests[field] !== undefined)
  const { header, usual, delimiter } = shape
  const last = inOrder.find(({ index }) => index === header - 1)
  return (row, line) => {
    if (row.length <= header || row.slice(header).every(isBlankCell)) return { row, notice: null }
    const cells = row.slice(0, row.findLastIndex((cell) => !isBlankCell(cell)) + 1)
    const whole = delimiter === ',' ? joinedNumbers(cells, inOrder, header, telling) : null
    if (whole !== null && whole !== 'unclear') return { row: whole.row, notice: noticeOf(line, whole.column, whole.value, wasJoined) }
    if (whole === null && row.length <= usual && !looksTorn(cells, inOrder)) return { row, notice: null }
    const surplus = cells.length - header
    const [here, moved] = [0, surplus].map((by) => telling.every((column) => isFitting(column, cells[column.index + by])))
    const isTold = telling.some(({ index }) => !isBlankCell(cells[index]))
    if (whole !== null || !here || moved || !isTold) {
      const problem = `The row has ${cells.length} cells below a header of ${header}; a text or number with “${delimiter}” in it needs quotation marks.`
      const odd = telling.find((column) => !isFitting(column, cells[column.index]))
      const value = odd ? (cells[odd.index] ?? null) : cells.slice(header - 1).join(delimiter)
      return { reject: { line, column: odd?.header ?? null, value, problem } }
    }
    const rest = cells.slice(header).join(delimiter)
    if (!last || !texts.has(last.field)) return { row: cells.slice(0, header), notice: noticeOf(line, null, rest, wasLeftOut) }
    const text = cells.slice(header - 1).join(delimiter)
    return { row: [...cells.slice(0, header - 1), text], notice: noticeOf(line, last.header, text, wasText) }
  }
}

const wasJoined = 'The comma of this number stands without quotation marks; it was taken for the thousands.'
const wasLeftOut = 'This stands beyond the last column and was left out.'
const wasText = 'The delimiters in this text stand without quotation marks; all of it was taken.'

function noticeOf(line: number, column: string | null, value: string, problem: string): CellProblem {
  return { line, column, value, problem }
}

type Joined = { row: string[]; column: string; value: string }

/** The row with the thousands of its numbers joined again; `unclear` where that can be done in several ways, null where in none. */
function joinedNumbers(
  cells: readonly string[],
  columns: readonly ColumnPlan[],
  width: number,
  telling: readonly ColumnPlan[],
): Joined | 'unclear' | null {
  const found: Joined[] = []
  const numeric = new Map(
    columns.filter(({ field }) => counts.has(field) || field === 'ignore').map(({ index, header }) => [index, header]),
  )
  const go = (row: string[], at: number, joined: Joined | null) => {
    if (found.length > 1) return
    if (row.length === width) {
      if (at === cells.length && joined && telling.every((column) => isFitting(column, row[column.index]))) found.push({ ...joined, row })
      return
    }
    const cell = cells[at]
    if (cell === undefined) return
    go([...row, cell], at + 1, joined)
    const header = numeric.get(row.length)
    if (header === undefined || !/^\s*\d{1,3}$/.test(cell)) return
    for (let end = at + 1; end < cells.length && /^\d{3}\s*$/.test(cells[end] ?? ''); end++) {
      const value = cells.slice(at, end + 1).join(',')
      go([...row, value], end + 1, joined ?? { row, column: header, value })
    }
  }
  go([], 0, null)
  return found.length > 1 ? 'unclear' : (found[0] ?? null)
}

/** Whether a number of at most three digits stands in a column of counts, and three digits beside it. */
function looksTorn(cells: readonly string[], columns: readonly ColumnPlan[]): boolean {
  return columns.some(({ field, index }) => {
    return counts.has(field) && /^\s*\d{1,3}$/.test(cells[index] ?? '') && /^\d{3}\s*$/.test(cells[index + 1] ?? '')
  })
}

const tests: Readonly<Record<string, (cell: string) => boolean>> = {
  engagementRate: looksLikeNumber,
  email: (cell) => cell.includes('@'),
  url: (cell) => looksLikeAddress(cell) || cell.includes('/'),
  handle: (cell) => /^@?[\p{L}\p{N}._·-]+$/u.test(cell) || looksLikeAddress(cell),
  country: isCountry,
}

/** Whether a cell can stand in a column; a blank one can in any. */
function isFitting({ field, style }: ColumnPlan, cell: string | undefined): boolean {
  if (cell === undefined || isBlankCell(cell)) return true
  if (counts.has(field)) return parseCount(cell, style).kind !== 'problem'
  return tests[field]?.(cell) ?? true
}
