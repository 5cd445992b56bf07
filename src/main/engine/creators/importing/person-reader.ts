import { foldText } from '#src/shared/domain/fold.ts'
import { parsePrice } from '#src/shared/domain/money-text.ts'
import { currencyOfSign } from '#src/shared/domain/currencies.ts'
import { platformById } from '#src/shared/domain/platforms.ts'
import { looksLikeNumber } from '../../exchange/tables/cells.ts'
import { cut, firstText, knownText, shortText, textOf } from './cell-readers.ts'
import type { RowContext } from './cell-readers.ts'
import { isCountry } from './countries.ts'
import type { ColumnPlan, ListPlan, RateDraft } from './types.ts'
import { isUsState } from './us-states.ts'

export type ColumnsOf = (field: string) => readonly ColumnPlan[]

const longestName = 300
const longestText = 20_000

/** The name as the row has it; first and last name together where it has them apart. */
export function readName(of: ColumnsOf, context: RowContext): string | null {
  const { row } = context
  const whole = firstText(of('name'), row, nameIn)
  const first = of('firstName').length === 0 ? null : firstText(of('firstName'), row, nameIn)
  const last = firstText(of('lastName'), row, nameIn)
  // “Vorname; Name” and “Prénom; Nom” mean the last name by the name.
  const parts = whole === null ? [first, last] : [first !== null && last === null && !whole.includes(first) ? first : null, whole]
  const name = parts.filter((part) => part !== null).join(' ')
  return name === '' ? null : cut(name, longestName, of('name')[0]?.header ?? null, context).trim()
}

/** Names such as “Nan” or “X” are names; only what no person is called counts as missing. */
function nameIn(cell: string | undefined): string | null {
  const text = textOf(cell)
  return text === null || /^(?:[-–—_.?]+|n\/a'?|#n\/a|#\p{Lu}+[!?])$/iu.test(text) ? null : text
}

export interface Place {
  country: string | null
  city: string | null
}

/** Country and city, from columns of their own or from one such as `Berlin, Germany`. A number is neither. */
export function readPlace(of: ColumnsOf, context: RowContext): Place {
  const place: Place = { country: placeIn(of('country'), context), city: placeIn(of('city'), context) }
  const location = of('location').length === 0 ? null : placeIn(of('location'), context)
  if (location === null) return place
  const { country, rest } = splitPlace(location, of('location')[0]?.hasStates ?? null)
  return { country: place.country ?? country, city: place.city ?? rest }
}

function splitPlace(location: string, hasStates: boolean | null): { country: string | null; rest: string | null } {
  const parts = location.split(/\s*[,/|]\s*/).filter((part) => part !== '')
  const last = parts.at(-1) ?? location
  // A state of the USA says the country too; the city keeps it, as there are many a Springfield.
  if (hasStates !== false && isUsState(last)) return { country: hasStates ? 'US' : null, rest: location }
  if (!isCountry(last)) return { country: null, rest: location }
  const rest = parts.slice(0, -1).join(', ')
  return { country: last, rest: rest === '' ? null : rest }
}

function placeIn(columns: readonly ColumnPlan[], context: RowContext): string | null {
  const { row, line, warnings } = context
  for (const { index, header } of columns) {
    const text = knownText(row[index])
    if (text === null) continue
    if (!looksLikeNumber(text)) return cut(text, 1000, header, context)
    warnings.push({ line, column: header, value: text, problem: 'A number stands where a place is needed.' })
  }
  return null
}

const plainAddress = /^\w[\w.+-]*@[\w.-]+\.\w{2,}$/
const address = /[\p{L}\p{N}_][^\s@,;:<>()[\]"|/]*@[^\s@,;:<>()[\]"|/']+\.\p{L}{2,}/gu

/** The e-mail addresses in a text such as `Ana <ana@example.com>`. */
function addressesIn(text: string): readonly string[] {
  return plainAddress.test(text) ? [text] : (text.match(address) ?? [])
}

/** An e-mail address. A phone number under “Contact” is given back as one. */
export function readContact(of: ColumnsOf, context: RowContext): { email: string | null; phone: string | null } {
  const { row, line, warnings } = context
  let phone = shortText(of('phone'), context)?.replace(/^'+/, '') ?? null
  let email: string | null = null
  for (const { index, header } of of('email')) {
    const text = knownText(row[index])
    if (text === null) continue
    const [first, ...others] = addressesIn(text)
    if (first !== undefined) {
      email ??= cut(first, 1000, header, context)
      if (others.length > 0) warnings.push({ line, column: header, value: text, problem: 'Only the first address was taken.' })
    } else if (/^\+?[\d\s().\-/]{7,}$/.test(text)) phone ??= text
    else warnings.push({ line, column: header, value: text, problem: 'This is not an e-mail address.' })
  }
  return { email, phone }
}

/** A postal address, also from a column for each of its lines. */
export function readAddress(columns: readonly ColumnPlan[], context: RowContext): string | null {
  const lines = columns.map(({ index }) => knownText(context.row[index])).filter((text) => text !== null)
  return lines.length === 0 ? null : cut([...new Set(lines)].join(', '), 1000, columns[0]?.header ?? null, context)
}

/** Texts of several columns one below the other. */
export function readLongText(columns: readonly ColumnPlan[], context: RowContext): string | null {
  const { row } = context
  const texts = columns.map(({ index }) => textOf(row[index])).filter((text) => text !== null && !/^(?:[-–—]+|n\/a)$/i.test(text))
  return texts.length === 0 ? null : cut(texts.join('\n'), longestText, columns[0]?.header ?? null, context)
}

/** Prices by format. A price without any currency cannot be kept, and is said. */
export function readPrices(of: ColumnsOf, plan: ListPlan, platform: string | null, context: RowContext): RateDraft[] {
  const columns = of('price')
  if (columns.length === 0) return []
  const written = firstText(of('currency'), context.row, knownText)
  const currency = written === null ? null : currencyOfSign(written, null)
  return columns.flatMap((column): RateDraft[] => {
    const cell = knownText(context.row[column.index])
    if (cell === null) return []
    const text = column.sign !== null && /^[\d\s.,'’]+$/.test(cell) ? `${cell} ${column.sign}` : cell
    const price = parsePrice(text, column.currency ?? currency ?? plan.currency, column.style)
    if (price.kind === 'problem') context.warnings.push({ line: context.line, column: column.header, value: cell, problem: price.problem })
    if (price.kind !== 'value') return []
    const on = column.platform ?? platform
    return [{ platform: on, format: formatOn(on, column.format ?? 'post'), ...price.value }]
  })
}

/** The platform's own id for a format, where it has one: a post on Instagram is a feed post. */
function formatOn(platform: string | null, format: string): string {
  const formats = (platform === null ? null : platformById(platform))?.formats ?? []
  return formats.find(({ id }) => id === format || id === `feed-${format}`)?.id ?? format
}

/** `yes`, `1`, `ja`, `x` in the words of many lists; null for blanks. */
export function readYes(columns: readonly ColumnPlan[], row: readonly string[]): boolean | null {
  const text = firstText(columns, row, textOf)
  return text === null ? null : ['yes', 'true', '1', 'x', 'ja', 'oui', 'si', 'sim', 'да', 'evet'].includes(foldText(text))
}
