import { currencyExponent } from '../currencies.ts'
import { scaleMoney, type Money } from '../money.ts'
import type { Factor, PriceRange, Step } from './types.ts'

/** Units of another currency for one unit of the benchmarks' currency, as the agency typed it: "0.92" is 92/100. */
export type ExchangeRate = Factor

/** Reads a rate such as "0.92"; null for what is no positive decimal number with at most 12 digits. Exact. */
export function exchangeRate(text: string): ExchangeRate | null {
  const found = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (found === null) return null
  const decimals = found[2] ?? ''
  const numerator = Number(`${found[1]}${decimals}`)
  return numerator === 0 ? null : { numerator, denominator: 10 ** decimals.length }
}

/** The range in another currency, and the step that says so. Amounts are rounded half-up to that currency's minor unit. */
export function exchanged(range: PriceRange, currency: string, rate: ExchangeRate): { range: PriceRange; step: Step } {
  const factor = minorFactor(range.low.currency, currency, rate)
  const into = (amount: Money): Money => ({ ...scaleMoney(amount, factor.numerator, factor.denominator), currency })
  const next = {
    low: into(range.low),
    suggested: range.suggested && into(range.suggested),
    high: range.high && into(range.high),
  }
  const text = `1 ${range.low.currency} = ${rate.numerator / rate.denominator} ${currency}, as you gave it.`
  const step: Step = {
    id: 'exchange',
    label: `Into ${currency}`,
    words: 'The benchmarks are in US dollars.',
    before: range.suggested ?? range.low,
    factor,
    after: next.suggested ?? next.low,
    source: { kind: 'agency', text },
  }
  return { range: next, step }
}

/** Minor units for one minor unit: dollars have cents, yen have none. */
function minorFactor(from: string, to: string, { numerator, denominator }: ExchangeRate): Factor {
  const shift = currencyExponent(to) - currencyExponent(from)
  return shift >= 0 ? { numerator: numerator * 10 ** shift, denominator } : { numerator, denominator: denominator * 10 ** -shift }
}
