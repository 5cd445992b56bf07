import words from '../../../../../resources/imports/lines.json' with { type: 'json' }
import { isBlankCell, looksLikeNumber } from './cells.ts'
import { foldLabel } from './fold.ts'

const totals = new Set(words.totals.map(foldLabel))
const remarks = words.remarks.map(foldLabel)

/** Whether a cell is a word for a sum, told quickly. */
export function isTotalWord(cell: string | undefined): boolean {
  return cell !== undefined && cell.length <= 20 && totals.has(cell.toLowerCase())
}

/** A line of sums: its first word says so, and all it holds besides are numbers, or words such as the name of a platform. */
export function isTotalLine(row: readonly string[], isKnown: (cell: string) => boolean): boolean {
  const at = row.findIndex((cell) => !isBlankCell(cell))
  const label = row[at]
  if (label === undefined || label.length > 60 || !/^\W*\p{L}/u.test(label)) return false
  return isTotalLabel(label) && row.every((cell, column) => column <= at || isBlankCell(cell) || isSum(cell) || isKnown(cell))
}

/** `Total`, `Gesamt (25)`, `Grand total: 12 creators`; not `Sum 41`, which may be somebody's name. */
function isTotalLabel(label: string): boolean {
  const [beforeMark = ''] = label.split(/[:(=–—]/, 1)
  return totals.has(foldLabel(label)) || totals.has(foldLabel(beforeMark))
}

function isSum(cell: string): boolean {
  return looksLikeNumber(cell) || /^[-–—#]/.test(cell.trim()) || /^\s*[\d.,]+\s/.test(cell)
}

/** A remark below a table, such as `Source: …` or `© …`. */
export function isRemark(cell: string): boolean {
  if (/^\s*(?:©|\(c\)|\*|#\s)/i.test(cell)) return true
  const label = foldLabel(cell)
  return remarks.some((word) => label.startsWith(word) && !/^\p{L}/u.test(label.slice(word.length)) && /[:\d]|\bby\b/.test(cell))
}
