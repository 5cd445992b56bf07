import { plainCell } from './cell-text.ts'
import { missingWord, notANumber } from './cell-words.ts'
import { readDecimal, scaleDecimal, type NumberStyle } from './decimal-text.ts'
import { multiplierPower } from './multipliers.ts'
import { problem, valueOf, type Parsed, type Problem } from './parsed.ts'

/** How a column writes rates without a % sign: 4.2 (`percent`) or 0.042 (`fraction`). */
export type RateUnit = 'percent' | 'fraction'

const NEGATIVE_COUNT = problem('A count can’t be negative.')
const NEGATIVE_RATE = problem('A rate can’t be negative.')
const TOO_LARGE = problem('This number is too large.')
const PERCENT_AS_COUNT = problem('This is a percentage; a count is needed.')

const PERCENT_WORDS = new Set(['percent', 'per cent', 'pct', 'prozent', 'procent', 'pour cent', 'por ciento', 'por cento', 'процентов'])

// What may follow a count without changing it: "12.5K followers", "10K+".
const COUNT_NOUNS = new Set([
  '+',
  'follower',
  'followers',
  'subscribers',
  'subs',
  'fans',
  'views',
  'likes',
  'comments',
  'posts',
  'abonnenten',
  'abonnés',
  'seguidores',
  'suscriptores',
  'volgers',
  'people',
  'подписчиков',
  'takipçi',
  '人',
  '名',
  '位',
  '명',
])
// "ca. 12k", "約1.2万": no more than what "~" says.
const ABOUT = /^(?:ca\.?|circa|approx\.?|approximately|about|around|etwa|rund|environ|aprox\.?|около|約|约|약) ?(?=\d)/i
// "12,500*", "698[a]": a mark that leads to a note.
const NOTE_MARK = /(?<=[\d%\p{L}]) ?(?:\*+|†|‡|\[\w{1,3}\])$/u

/**
 * A count from an agency's list, as a whole number (fractions half-up): `12 500`, `12.500`, `48.5M`, `1.2 Mio`, `2 тыс`, `1.2E+06`.
 * `style` is the column's (see `detectNumberStyle`) and settles `12.500`; without it that is 12,500, or 12.5 before a multiplier.
 */
export function parseCount(cell: string, style?: NumberStyle): Parsed<number> {
  return bareDigits(cell) ?? parseWrittenCount(withoutRemarks(plainCell(cell)), style)
}

function withoutRemarks(text: string): string {
  const rest = text.charCodeAt(0) > 57 ? text.replace(ABOUT, '') : text
  return '*†‡]'.includes(rest.charAt(rest.length - 1)) ? rest.replace(NOTE_MARK, '') : rest
}

// By far the commonest cell, so it is read without looking for anything else.
function bareDigits(cell: string): Parsed<number> | null {
  if (cell.length === 0 || cell.length > 15) return null
  let count = 0
  for (let at = 0; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return null
    count = count * 10 + digit
  }
  return valueOf(count)
}

function parseWrittenCount(text: string, style: NumberStyle | undefined): Parsed<number> {
  const start = startOfNumeral(text)
  if (start === -1) return missingWord(text) ?? notANumber(text)
  const read = readDecimal(text, start, style, 'group')
  if (read === null) return notANumber(text)
  const power = read.end === text.length ? 0 : powerOfSuffix(text, read.end, style)
  if (typeof power !== 'number') return power
  const decimal = power > 0 && read.isAmbiguous ? (readDecimal(text, start, style, 'decimal') ?? read) : read
  const count = scaleDecimal(decimal, power)
  if (count === null) return TOO_LARGE
  return count > 0 && isNegative(text, start) ? NEGATIVE_COUNT : valueOf(count)
}

function powerOfSuffix(text: string, end: number, style: NumberStyle | undefined): number | Problem {
  const words = suffixWords(text, end)
  const first = words[0]
  if (first === undefined) return 0
  if (first === '%') return PERCENT_AS_COUNT
  const hasCommaDecimals = style === 'comma' || (style === undefined && text.lastIndexOf(',', end) > -1)
  const glued = /^([万萬만億亿억千천])(\P{ASCII}+)$/u.exec(first)
  const power = multiplierPower(glued?.[1] ?? first, hasCommaDecimals)
  if (power !== null && typeof power !== 'number') return power
  const rest = power === null ? words : [...(glued?.[2] === undefined ? [] : [glued[2]]), ...words.slice(1)]
  return rest.every((word) => COUNT_NOUNS.has(word.toLowerCase())) ? (power ?? 0) : notANumber(text)
}

function suffixWords(text: string, end: number): string[] {
  const last = text.charAt(text.length - 1)
  const stop = last === '+' || last === ')' ? text.length - 1 : text.length
  if (stop - end === 1) return [text.charAt(end)]
  return text
    .slice(end, stop)
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * A rate from a list, in basis points (half-up): `4,2%`, `4.2 %`, `0.042`. Without a % sign `unit` says what the column means
 * (see `detectRateUnit`); without that too, a value below 1 is a fraction. One separator before three digits is a decimal mark.
 */
export function parseRate(cell: string, style?: NumberStyle, unit?: RateUnit): Parsed<number> {
  const text = withoutRemarks(plainCell(cell))
  const leading = text.charAt(0) === '%' ? 1 : 0
  const start = startOfNumeral(text, leading)
  if (start === -1) return missingWord(text) ?? notANumber(text)
  const decimal = readDecimal(text, start, style, 'decimal')
  if (decimal === null) return notANumber(text)
  const suffix = decimal.end === text.length ? '' : text.slice(decimal.end).trim()
  const power = suffix === '' ? 0 : multiplierPower(suffix, false)
  const isPercent = leading === 1 || suffix === '%' || PERCENT_WORDS.has(suffix.toLowerCase())
  const exponent = typeof power === 'number' && /\d$/.test(suffix) ? power : 0
  if (suffix !== '' && !isPercent && exponent === 0) return notANumber(text)
  const isFraction = !isPercent && (unit === undefined ? isBelowOne(scaleDecimal(decimal, exponent + 6)) : unit === 'fraction')
  const rate = scaleDecimal(decimal, exponent + (isFraction ? 4 : 2))
  if (rate === null) return TOO_LARGE
  return rate > 0 && isNegative(text, start) ? NEGATIVE_RATE : valueOf(rate)
}

function isBelowOne(millionths: number | null): boolean {
  return millionths !== null && millionths < 1_000_000
}

/** Where the numeral begins after a sign, "~", ">" (as "10K+" says it) or an opening bracket; -1 where none does. */
function startOfNumeral(text: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) return at
    if (code === 46 || code === 44) return isDigitAt(text, at + 1) ? at : -1
    if (!'+-~≈>≥( '.includes(text.charAt(at))) return -1
  }
  return -1
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** Whether a minus sign, or accounting's opening bracket, stands before the numeral at `start`. */
function isNegative(text: string, start: number): boolean {
  for (let at = 0; at < start; at++) {
    const char = text.charAt(at)
    if (char === '-' || char === '(') return true
  }
  return false
}
