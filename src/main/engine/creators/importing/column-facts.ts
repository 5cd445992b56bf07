import { missingWord } from '#src/shared/domain/cell-words.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { parsePrice } from '#src/shared/domain/money-text.ts'
import { parseListDate } from '#src/shared/domain/list-dates.ts'
import { parseCount, parseRate } from '#src/shared/domain/numbers.ts'
import { looksLikeNumber } from '../../exchange/tables/cells.ts'
import { isCountry } from './countries.ts'
import { unquoted } from './handle-cells.ts'

/** What the cells of one column are, as shares (0–1) of those that hold something. */
export interface ColumnFacts {
  /** Cells that hold something, of how many. */
  filled: number
  rows: number
  distinct: number
  numbers: number
  /** Of the numbers: written with `K`, `M` or the like. */
  abbreviated: number
  percents: number
  links: number
  emails: number
  phones: number
  /** Begin with `@`. */
  atHandles: number
  /** One word of letters, digits, dots, dashes and underscores. */
  handleLike: number
  /** Hold a profile address or an `@handle`. */
  accounts: number
  /** Say who somebody is: a handle, a profile address, or a text with an `@handle` in it. */
  identifying: number
  /** Handle-like in small letters throughout. */
  lowerCase: number
  countries: number
  platforms: number
  /** Amounts of money, and those of them that say their currency. */
  amounts: number
  prices: number
  dates: number
  /** Longer than 40 characters. */
  long: number
  /** Middle value of the numbers; null without any. */
  median: number | null
  /** Numbers row by row, for comparing columns. */
  values: (number | null)[]
}

const link = /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|tv|me|be|co)\/\S*$/i
// Also several addresses in one cell.
const email = /^[^\s@,;]+@[^\s@]+\.\p{L}{2,}(?:[\s,;/|]+[^\s@,;]+@[^\s@]+\.\p{L}{2,})*$/u
const mention = /(?:^|[\s(:/,;])[@＠][\p{L}\p{N}_]/u
const phone = /^\+?[\d\s().\-/]{7,}$/
const handleLike = /^@?[\p{L}\p{N}\p{M}._·-]{1,100}$/u

/** Looks at the cells of one column. */
export function factsOf(cells: readonly string[]): ColumnFacts {
  const filled = cells.map(visible).filter((cell) => cell !== '' && missingWord(cell) === null)
  const values = cells.map(numberIn)
  const numbers = values.filter((value) => value !== null).sort((a, b) => a - b)
  const share = (test: (cell: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(test).length / filled.length)
  return {
    filled: filled.length,
    rows: cells.length,
    distinct: new Set(filled).size,
    // Also what is written like a number but cannot be one (-5 followers): it is to be refused in its row, not to disown its column.
    numbers: share((cell) => looksLikeNumber(cell) || numberIn(cell) !== null),
    abbreviated: share((cell) => /^[-+]?[\d.,\s]*\d\s*\p{L}{1,4}\.?$/u.test(cell)),
    percents: share((cell) => cell.includes('%') && /\d/.test(cell)),
    links: share((cell) => link.test(cell)),
    emails: share((cell) => email.test(cell)),
    phones: share((cell) => phone.test(cell) && cell.replaceAll(/\D/g, '').length >= 7),
    atHandles: share((cell) => /^@\S+$/.test(cell)),
    handleLike: share((cell) => handleLike.test(cell)),
    accounts: share((cell) => link.test(cell) || mention.test(cell)),
    identifying: share((cell) => handleLike.test(unquoted(cell)) || link.test(cell) || mention.test(cell)),
    lowerCase: share((cell) => handleLike.test(cell) && cell === cell.toLowerCase() && /\p{Ll}/u.test(cell)),
    countries: share(isCountry),
    platforms: share((cell) => platformOfWord(cell) !== null),
    amounts: share((cell) => /\d/.test(cell) && parsePrice(cell, 'EUR').kind === 'value'),
    prices: share((cell) => /\d/.test(cell) && parsePrice(cell, null).kind === 'value'),
    dates: share((cell) => /\d/.test(cell) && parseListDate(cell, 'day first').kind === 'value'),
    long: share((cell) => cell.length > 40),
    median: numbers[numbers.length >> 1] ?? null,
    values,
  }
}

function visible(cell: string): string {
  return cell.replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '').trim()
}

function numberIn(cell: string): number | null {
  if (!/\p{Nd}/u.test(cell) || cell.length > 40) return null
  const count = parseCount(cell)
  if (count.kind === 'value') return count.value
  const rate = parseRate(cell)
  return rate.kind === 'value' ? rate.value / 100 : null
}
