import { currencyExponent } from './currencies.ts'
import { formatMoney, type Money } from './money.ts'
import { numberInWords, type NumberSpelling } from './number-words.ts'
import { formatRate } from './rates.ts'

/** How a language writes amounts, shares and counts out. */
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
  readonly rates: {
    /** With `{whole}`. */
    readonly whole: string
    /** With `{whole}` and `{digits}`, which are read one by one. */
    readonly withPart: string
    /** The set of rules that spells what stands around the decimal point. */
    readonly digits: string
  }
}

/** An amount as a contract states it: "EUR 1,234.50 (one thousand two hundred thirty-four and 50/100 euros)". Throws a RangeError for a
 *  negative amount. */
export function amountInFiguresAndWords(amount: Money, language: AmountLanguage): string {
  return both(formatMoney(amount, language.locale, 'code'), amountInWords(amount, language), language)
}

/** A share as a contract states it: 250 basis points are "2.5% (two point five per cent)". Throws a RangeError for a negative one. */
export function rateInFiguresAndWords(basisPoints: number, language: AmountLanguage): string {
  const { locale, numbers, rates } = language
  const whole = Math.floor(basisPoints / 100)
  const part = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  const digits = { ...numbers, start: rates.digits }
  const words =
    part === ''
      ? rates.whole.replace('{whole}', numberInWords(whole, numbers))
      : rates.withPart
          .replace('{whole}', numberInWords(whole, digits))
          .replace('{digits}', Array.from(part, (digit) => numberInWords(Number(digit), digits)).join(' '))
  return both(formatRate(basisPoints, locale), words, language)
}

/** A count as a contract states it: "1,000 (one thousand)". Throws a RangeError for anything but a whole number that is not negative. */
export function countInFiguresAndWords(value: number, language: AmountLanguage): string {
  return both(value.toLocaleString(language.locale), numberInWords(value, language.numbers), language)
}

function both(figures: string, words: string, { amounts }: AmountLanguage): string {
  return amounts.both.replace('{figures}', figures).replace('{words}', words)
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
