import { roundHalfUp } from './rational.ts'

/** How a list writes decimals: `point` = 1,234.5; `comma` = 1.234,5. */
export type NumberStyle = 'point' | 'comma'

/** A numeral as written: `digits / 10^scale`, exact. `end` is the place after it; `isAmbiguous` where 1.234 could be read two ways. */
export type Decimal = {
  readonly digits: number | bigint
  readonly scale: number
  readonly end: number
  readonly isAmbiguous: boolean
}

const MOST_EXACT_DIGITS = 15
const LONGEST_NUMERAL = 60
const COMMA = 44
const POINT = 46
const SPACE = 32
const APOSTROPHE = 39

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isGroupMark(code: number): boolean {
  return code === SPACE || code === APOSTROPHE
}

function isMark(code: number): boolean {
  return code === COMMA || code === POINT || isGroupMark(code)
}

/**
 * Reads the unsigned numeral at `start` (ASCII digits; grouped by `,` `.` space or apostrophe, in threes or the Indian way).
 * One separator before exactly three digits is ambiguous: `style` decides, without it `unclear`. Null where no numeral stands,
 * or where its separators fit no reading ("1.2.3", "1,23,4").
 */
export function readDecimal(text: string, start: number, style: NumberStyle | undefined, unclear: 'group' | 'decimal'): Decimal | null {
  const end = endOfNumeral(text, start)
  if (end === start || end - start > LONGEST_NUMERAL) return null
  const marks = findMarks(text, start, end)
  if (marks === null) return decimalOf(text, start, end, end, false)
  const isAmbiguous = isUnclear(text, start, end, marks)
  const point = isAmbiguous ? ambiguousPoint(text, marks, style, unclear) : decimalPoint(text, start, end, marks)
  const wholeEnd = point === -1 ? end : point
  const isRead = isGrouped(text, start, wholeEnd) && isBare(text, wholeEnd + 1, end)
  return isRead ? decimalOf(text, start, end, wholeEnd, isAmbiguous) : null
}

function endOfNumeral(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) continue
    const followed = isDigit(text.charCodeAt(at + 1))
    if ((code === COMMA || code === POINT) && followed) continue
    if (isGroupMark(code) && at > start && hasExactlyThreeDigits(text, at + 1)) continue
    break
  }
  return at
}

function hasExactlyThreeDigits(text: string, at: number): boolean {
  const three = isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))
  return three && !isDigit(text.charCodeAt(at + 3))
}

type Marks = { readonly points: number; readonly commas: number; readonly groups: number; readonly last: number }

function findMarks(text: string, start: number, end: number): Marks | null {
  let points = 0
  let commas = 0
  let groups = 0
  let last = -1
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) continue
    if (code === POINT) points++
    else if (code === COMMA) commas++
    else groups++
    if (code === POINT || code === COMMA) last = at
  }
  return points + commas + groups === 0 ? null : { points, commas, groups, last }
}

// "1.234", "12,500": three digits after the only separator, and before it what could be a group.
function isUnclear(text: string, start: number, end: number, { points, commas, groups, last }: Marks): boolean {
  if (points + commas !== 1 || groups > 0 || end - last !== 4) return false
  const before = last - start
  return before >= 1 && before <= 3 && text.charCodeAt(start) !== 48
}

function ambiguousPoint(text: string, { last }: Marks, style: NumberStyle | undefined, unclear: 'group' | 'decimal'): number {
  if (style === undefined) return unclear === 'decimal' ? last : -1
  const isPoint = text.charCodeAt(last) === POINT
  return isPoint === (style === 'point') ? last : -1
}

function decimalPoint(text: string, start: number, end: number, { points, commas, last }: Marks): number {
  if (points > 0 && commas > 0) return last
  if (points + commas !== 1) return -1
  return last
}

/** Whether the whole part from `start` to `end` is bare digits, or groups of three (1,234,567), or Indian groups (12,34,567). */
function isGrouped(text: string, start: number, end: number): boolean {
  let length = 0
  let groups = 0
  let mark = 0
  let isIndian = true
  let isInThrees = true
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (!isMark(code)) {
      length++
      continue
    }
    if (groups > 0 && code !== mark) return false
    if (length === 0 || length > 3) return false
    if (groups > 0 && length !== 3) isInThrees = false
    if (length > 2 || (groups > 0 && length !== 2)) isIndian = false
    mark = code
    groups++
    length = 0
  }
  return groups === 0 || (length === 3 && (isInThrees || isIndian))
}

function isBare(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

function decimalOf(text: string, start: number, end: number, wholeEnd: number, isAmbiguous: boolean): Decimal {
  const scale = wholeEnd === end ? 0 : end - wholeEnd - 1
  if (end - start > MOST_EXACT_DIGITS) {
    return { digits: BigInt(text.slice(start, end).replaceAll(/\D/g, '')), scale, end, isAmbiguous }
  }
  let digits = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) digits = digits * 10 + (code - 48)
  }
  return { digits, scale, end, isAmbiguous }
}

const POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(10n ** BigInt(exponent)))

/** `decimal × 10^shift` as a whole number, rounded half-up; null where it is too large to be counted exactly. */
export function scaleDecimal(decimal: Decimal, shift: number): number | null {
  const exponent = shift - decimal.scale
  const power = POWERS[Math.abs(exponent)]
  if (typeof decimal.digits === 'bigint' || power === undefined) return scaleLarge(BigInt(decimal.digits), exponent)
  if (exponent >= 0) {
    const product = decimal.digits * power
    return Number.isSafeInteger(product) ? product : null
  }
  const rest = decimal.digits % power
  const whole = (decimal.digits - rest) / power
  return rest * 2 >= power ? whole + 1 : whole
}

// Beyond this many zeros either way a cell is noise, and the power itself would be the costly part.
const MOST_ZEROS = 400

function scaleLarge(digits: bigint, exponent: number): number | null {
  if (digits === 0n) return 0
  if (exponent > MOST_ZEROS) return null
  const rounded = exponent >= 0 ? digits * 10n ** BigInt(exponent) : roundHalfUp(digits, 10n ** BigInt(-exponent))
  const result = Number(rounded)
  return Number.isSafeInteger(result) ? result : null
}

/** Whether the numeral says more decimals than `places` can hold (trailing zeros don't count). */
export function hasMoreDecimalsThan(decimal: Decimal, places: number): boolean {
  const extra = decimal.scale - places
  return extra > 0 && BigInt(decimal.digits) % 10n ** BigInt(extra) !== 0n
}
