import { apportion } from './apportion.ts'
import { currencyExponent, isCurrency } from './currencies.ts'
import { roundHalfUp, toSafeInteger } from './rational.ts'

/** An amount in whole minor units (cents, yen, fils) of an ISO 4217 currency. Never a float. */
export type Money = { readonly amountMinor: number; readonly currency: string }

/** Throws a RangeError for an amount that is not a safe whole number of minor units, or for an unknown currency. */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError('An amount of money is a whole number of minor units.')
  if (!isCurrency(currency)) throw new RangeError(`"${currency}" is not a currency code (ISO 4217).`)
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency }
}

export function addMoney(a: Money, b: Money): Money {
  return money(a.amountMinor + sameCurrency(a, b).amountMinor, a.currency)
}

export function subtractMoney(a: Money, b: Money): Money {
  return money(a.amountMinor - sameCurrency(a, b).amountMinor, a.currency)
}

/** The sum in `currency`; nothing to add is 0. Throws a RangeError where an amount is in another currency. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let sum = money(0, currency)
  for (const amount of amounts) sum = addMoney(sum, amount)
  return sum
}

/** Negative, 0 or positive, as sorting wants it. */
export function compareMoney(a: Money, b: Money): number {
  return Math.sign(a.amountMinor - sameCurrency(a, b).amountMinor)
}

/** `amount × numerator / denominator`, rounded half-up to the minor unit (a half goes away from zero). */
export function scaleMoney(amount: Money, numerator: number, denominator = 1): Money {
  return money(toSafeInteger(roundHalfUp(BigInt(amount.amountMinor) * BigInt(numerator), BigInt(denominator))), amount.currency)
}

/** A share of an amount: 1,000 basis points are 10 %. Rounded half-up to the minor unit. */
export function shareOf(amount: Money, basisPoints: number): Money {
  return scaleMoney(amount, basisPoints, 10_000)
}

/** Shares an amount out by whole-number weights; the parts sum exactly to it (largest remainder, ties to the earlier). */
export function allocateMoney(amount: Money, weights: readonly number[]): Money[] {
  return apportion(amount.amountMinor, weights).map((part) => money(part, amount.currency))
}

/** Equal parts that sum exactly to the amount; the first ones carry the odd cents. */
export function splitMoney(amount: Money, parts: number): Money[] {
  return allocateMoney(
    amount,
    Array.from({ length: parts }, () => 1),
  )
}

/** The amount as a plain decimal text with the currency's decimals ("1234.50"), for files and for number formatting. */
export function moneyToDecimal({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency)
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const sign = amountMinor < 0 ? '-' : ''
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** The amount for people, in the customs of `locale`, with the currency's own decimals. `code` writes "USD 400.00", for contracts. */
export function formatMoney(amount: Money, locale = 'en-US', display: 'symbol' | 'code' = 'symbol'): string {
  const key = `${locale}|${display}|${amount.currency}`
  let format = formats.get(key)
  if (!format) {
    const digits = currencyExponent(amount.currency)
    const options = { currencyDisplay: display, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
    format = new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency, ...options })
    formats.set(key, format)
  }
  const decimal = moneyToDecimal(amount)
  // As text, because a float can't hold large amounts to the cent.
  return isNumeral(decimal) ? format.format(decimal) : decimal
}

function isNumeral(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}

/** `b`, once it is sure that it can be put together with `a`; throws a RangeError where the currencies differ. */
export function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`Amounts in ${a.currency} and ${b.currency} can’t be put together.`)
  return b
}
