/** What a cell looks like, told by its shape alone and so in any language. */

const numberShape = /^[-+~≈<>(]?\s*\p{Sc}?\s*[-+]?\p{Nd}[\p{Nd}\s.,٫٬'’\u00a0\u202f]*\s*(?:%|‰|\p{Sc}|\p{L}{1,4}\.?)?\+?\)?$/u
const addressShape = /^(?:https?:\/\/|www\.|@[\p{L}\p{N}._-]+$)|^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u

/** A number with or without unit, sign or multiplier: `48.5M`, `12 500`, `4,2 %`, `€ 300`. */
export function looksLikeNumber(cell: string): boolean {
  return numberShape.test(cell.trim())
}

/** An address of some kind: a URL, an @handle, an e-mail address. */
export function looksLikeAddress(cell: string): boolean {
  return addressShape.test(cell.trim())
}

export function isBlankCell(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell.trim() === ''
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every(isBlankCell)
}

/** Number of cells that hold something. */
export function filledCells(row: readonly string[]): number {
  let filled = 0
  for (const cell of row) if (!isBlankCell(cell)) filled++
  return filled
}

/** Whether a row holds what headers do not: numbers or addresses. A lone year or number among many words is still a header. */
export function hasData(row: readonly string[]): boolean {
  const data = row.filter(isData).length
  return data > 0 && data * 5 >= filledCells(row)
}

/** Whether a cell holds a number or an address. */
export function isData(cell: string | undefined): boolean {
  return !isBlankCell(cell) && (looksLikeNumber(cell ?? '') || looksLikeAddress(cell ?? ''))
}
