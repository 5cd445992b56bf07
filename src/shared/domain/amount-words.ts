import { currencyExponent } from './currencies.ts'
import { formatMoney, type Money } from './money.ts'
import { numberInWords, type NumberSpelling } from './number-words.ts'

/** How a language writes an amount out. */
export interface AmountLanguage {
  /** For figures and for the currency's name. */
  readonly locale: string
  readonly numbers: NumberSpelling
  readonly amounts: {
    /** With `{figures}` and `{words}`. */
    readonly both: string
    /** With `{whole}` and `{currency}`. */
    readonly whole: string
    /** With `{whole}`, `{part}`, `{unit}` and `{currency}`: cents stand as a fraction, because not every language has names for all of
     *  them. */
    readonly withPart: string
  }
}

/** An amount as a contract states it: "EUR 1,234.50 (one thousand two hundred thirty-four and 50/100 euros)". Throws a RangeError for a
 *  negative amount. */
export function amountInFiguresAndWords(amount: Money, language: AmountLanguage): string {
  return language.amounts.both
    .replace('{figures}', formatMoney(amount, language.locale, 'code'))
    .replace('{words}', amountInWords(amount, language))
}

/** An amount in words alone: "five hundred euros". Throws a RangeError for a negative amount. */
export function amountInWords({ amountMinor, currency }: Money, { locale, numbers, amounts }: AmountLanguage): string {
  const unit = 10 ** currencyExponent(currency)
  const whole = Math.floor(amountMinor / unit)
  const part = amountMinor % unit
  const words = numberInWords(whole, numbers)
  const name = currencyName(currency, locale, part === 0 ? whole : unit)
  const pattern = part === 0 ? amounts.whole : amounts.withPart
  return pattern
    .replace('{whole}', words)
    .replace('{part}', String(part).padStart(String(unit).length - 1, '0'))
    .replace('{unit}', String(unit))
    .replace('{currency}', name)
}

/** The currency's name as it stands behind so many: "euro", "euros". */
function currencyName(currency: string, locale: string, count: number): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 })
  return format.formatToParts(count).find(({ type }) => type === 'currency')?.value ?? currency
}
