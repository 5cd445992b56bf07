import { plainCell } from './cell-text.ts'
import { missingWord, notANumber } from './cell-words.ts'
import { currencyExponent, currencyOfSign } from './currencies.ts'
import { hasMoreDecimalsThan, readDecimal, scaleDecimal, type Decimal, type NumberStyle } from './decimal-text.ts'
import { money, type Money } from './money.ts'
import { multiplierPower } from './multipliers.ts'
import { problem, valueOf, type Parsed, type Problem } from './parsed.ts'

type Amount = { readonly decimal: Decimal; readonly power: number; readonly isNegative: boolean; readonly currency: string }

const NO_CURRENCY = problem('The amount has no currency; choose one for the column.')
const NEGATIVE_PRICE = problem('A price can’t be negative.')
const TOO_LARGE = problem('This amount is too large.')

// What may follow a price without changing it: "300 EUR / post".
const NOUNS = ['post', 'posting', 'reel', 'story', 'video', 'short', 'beitrag', 'publication', 'publicación', 'publicação']
const PRICE_NOUNS = new RegExp(`(?:/|\\b(?:per|pro|por|par)) ?(?:1 )?(?:${NOUNS.join('|')})s?$`, 'i')

/**
 * An amount a person typed, in `currency` unless another is written: "1,234.50", "1.234,50", "€ 300", "-20". It must fit the currency's
 * decimals. A lone 1.234 is 1,234 unless `style` says otherwise. In a currency with three decimals 12.345 is how an amount is spelled (and
 * how `moneyToDecimal` writes it), so there a point stands before decimals; a lone 12,345 stays a problem: people write 250,000 IQD and 12,345 TND.
 */
export function parseMoney(text: string, currency: string, style?: NumberStyle): Parsed<Money> {
  const amount = readTyped(text, currency, style)
  if (amount.kind !== 'value') return amount
  const { decimal, currency: written } = amount.value
  const exponent = currencyExponent(written)
  if (decimal.isAmbiguous && style === undefined && exponent === 3 && decimal.scale === 0) {
    return problem('This can be read as thousands or as decimals; leave the comma out, or write a point before the decimals.')
  }
  if (hasMoreDecimalsThan(decimal, exponent + amount.value.power)) return problem(`${written} has ${decimals(exponent)}.`)
  return toMoney(amount.value)
}

/** An amount from a list or export, sign kept, rounded half-up to the currency's decimals. `currency` applies where none is written. */
export function parseAmount(cell: string, currency: string | null, style?: NumberStyle): Parsed<Money> {
  const amount = readAmount(cell, currency, style)
  return amount.kind === 'value' ? toMoney(amount.value) : amount
}

/** A price from a list: `€300`, `300 EUR`, `$1,200`, `R$ 500`, `1.2K USD / post`. As `parseAmount`, but never negative. */
export function parsePrice(cell: string, currency: string | null, style?: NumberStyle): Parsed<Money> {
  const amount = parseAmount(cell, currency, style)
  return amount.kind === 'value' && amount.value.amountMinor < 0 ? NEGATIVE_PRICE : amount
}

function readTyped(text: string, currency: string, style: NumberStyle | undefined): Parsed<Amount> {
  const amount = readAmount(text, currency, style)
  const isUnclear =
    amount.kind === 'value' && style === undefined && amount.value.decimal.isAmbiguous && currencyExponent(amount.value.currency) === 3
  // With a multiplier behind it ("1,234k") the numeral has been read as decimals already.
  return isUnclear && amount.value.power === 0 ? readAmount(text, currency, 'point') : amount
}

function decimals(exponent: number): string {
  return exponent === 0 ? 'no decimals' : `${exponent} decimals at most`
}

function toMoney({ decimal, power, isNegative, currency }: Amount): Parsed<Money> {
  const amountMinor = scaleDecimal(decimal, power + currencyExponent(currency))
  if (amountMinor === null) return TOO_LARGE
  return valueOf(money(isNegative ? -amountMinor : amountMinor, currency))
}

function readAmount(cell: string, currency: string | null, style: NumberStyle | undefined): Parsed<Amount> {
  const text = plainCell(cell)
  const start = startOfAmount(text)
  if (start === -1) return missingWord(text) ?? notANumber(text)
  const read = readDecimal(text, start, style, 'group')
  if (read === null) return notANumber(text)
  const before = readBefore(text.slice(0, start))
  const after = readAfter(text.slice(read.end))
  const power = after.multiplier === '' ? 0 : multiplierPower(after.multiplier, style === 'comma')
  if (power === null || before === null) return notANumber(text)
  if (typeof power !== 'number') return power
  const written = currencyWritten(before.sign, after.sign, currency)
  if (typeof written !== 'string') return written
  const decimal = power > 0 && read.isAmbiguous ? (readDecimal(text, start, style, 'decimal') ?? read) : read
  return valueOf({ decimal, power, isNegative: before.isNegative || after.isNegative, currency: written })
}

function startOfAmount(text: string): number {
  const digit = text.search(/\d/)
  const isDecimalMark = digit > 0 && '.,'.includes(text.charAt(digit - 1)) && !/\p{L}/u.test(text.charAt(digit - 2))
  return isDecimalMark ? digit - 1 : digit
}

type Before = { readonly sign: string; readonly isNegative: boolean }
type After = Before & { readonly multiplier: string }

function readBefore(text: string): Before | null {
  const isNegative = /[-(]/.test(text)
  const sign = text.replaceAll(/[-+(~≈ ]/g, '')
  return /\d/.test(sign) ? null : { sign, isNegative }
}

/** "k €", "EUR", ",- EUR" (no cents), "/ post", ")" and "-" behind the numeral. */
function readAfter(text: string): After {
  const isNegative = /^ ?-$/.test(text)
  const rest = text
    .replace(PRICE_NOUNS, '')
    .replace(/^(?:[,.]?[-–—]{1,2}|[-–—]$)/, '')
    .replace(/\)\s*$/, '')
    .trim()
  if (isSign(rest)) return { sign: rest, multiplier: '', isNegative }
  const [first = '', ...others] = rest.split(' ').filter((word) => word !== '')
  return others.length === 0 ? { ...splitGlued(first), isNegative } : { sign: others.join(' '), multiplier: first, isNegative }
}

/** "k€", "kUSD": a multiplier and a currency without a space between them. */
function splitGlued(word: string): { multiplier: string; sign: string } {
  for (let length = 1; length < Math.min(word.length, 5); length++) {
    if (isSign(word.slice(length))) return { multiplier: word.slice(0, length), sign: word.slice(length) }
  }
  return { multiplier: word, sign: '' }
}

function isSign(text: string): boolean {
  return text === '' || UNSETTLED.has(text.toLowerCase()) || currencyOfSign(text, null) !== null
}

const UNSETTLED = new Set(['kr', 'kr.'])

function currencyWritten(before: string, after: string, currency: string | null): string | Problem {
  const sign = before === '' ? after : before
  if (sign === '') return currency ?? NO_CURRENCY
  const found = currencyOfSign(sign, currency)
  if (found !== null && (before === '' || after === '')) return found
  // "$300 CAD": the code behind says which dollar.
  const code = after === '' ? null : currencyOfSign(after, currency)
  if (code !== null && (found === null || currencyOfSign(before, code) === code)) return code
  return problem(`“${sign}” doesn’t tell the currency; write its code, such as USD.`)
}
