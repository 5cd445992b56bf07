import phrases from '../../../resources/contracts/en/compensation.json' with { type: 'json' }
import type { Compensation, Rung } from './compensation-terms.ts'
import { currencyExponent } from './currencies.ts'
import { formatMoney, scaleMoney, type Money } from './money.ts'
import { formatRate } from './rates.ts'

/** Sentences with `{places}` for what the terms say; resources/contracts/…/compensation.json. */
export type CompensationPhrases = typeof phrases
/** What every language has to have a phrase for. */
export const compensationPhrases = Object.keys(phrases) as (keyof CompensationPhrases)[]

export interface CompensationLanguage {
  readonly locale: string
  readonly phrases: CompensationPhrases
  /** How an amount is written. */
  amount(amount: Money): string
  /** How a share in basis points is written. */
  rate(basisPoints: number): string
  /** How a number of posts or sales is written. */
  count(value: number): string
}

/** The words of the window and of briefs; all in figures. */
const plain: CompensationLanguage = {
  locale: 'en-US',
  phrases,
  amount: (amount) => formatMoney(amount, 'en-US', 'code'),
  rate: (basisPoints) => formatRate(basisPoints),
  count: (value) => figures(value, 'en-US'),
}

/** The terms as a contract states them, with the rounding rule wherever a share is paid. `currency` is the campaign's. */
export function describeCompensation(terms: Compensation, currency: string, language: CompensationLanguage = plain): string {
  const { phrases: say, amount, rate, count } = language
  const rounding = (of: string) => (currencyExponent(of) === 2 ? say.roundedToCents : say.roundedToUnits)
  switch (terms.model) {
    case 'flat fee':
      return fill(say.flatFee, { fee: amount(terms.fee) })
    case 'per post':
      return fill(terms.posts === 1 ? say.onePost : say.perPost, {
        price: amount(terms.pricePerPost),
        posts: count(terms.posts),
        total: amount(scaleMoney(terms.pricePerPost, terms.posts)),
      })
    case 'performance bonus': {
      const every = fill(terms.everySales === 1 ? say.everySale : say.everySales, { sales: count(terms.everySales) })
      return fill(say.performanceBonus, { base: amount(terms.base), bonus: amount(terms.bonus), every })
    }
    case 'gifting':
      return fill(say.gifting, { value: amount(terms.productValue) })
    case 'commission':
      return fill(say.commission, { rate: rate(terms.rateBp), rounding: rounding(currency) })
    case 'flat plus commission':
      return fill(say.flatPlusCommission, {
        fee: amount(terms.fee),
        rate: rate(terms.rateBp),
        rounding: rounding(terms.fee.currency),
      })
    case 'revenue share':
      return fill(say.revenueShare, {
        rate: rate(terms.rateBp),
        price: amount(terms.pricePerMonth),
        rounding: rounding(terms.pricePerMonth.currency),
      })
    case 'retainer plus commission':
      return fill(say.retainerPlusCommission, {
        retainer: amount(terms.retainerPerMonth),
        rate: rate(terms.rateBp),
        rounding: rounding(terms.retainerPerMonth.currency),
      })
    case 'ambassador ladder':
      return fill(say.ladder, { rungs: terms.rungs.map((rung) => describeRung(rung, language)).join('; ') })
  }
}

function describeRung(rung: Rung, { phrases: say, amount, rate, locale }: CompensationLanguage): string {
  const { label, from, to, pricePerPost, highestPricePerPost, productValue, discountBp } = rung
  const parts = [
    productValue && fill(say.rungProducts, { value: amount(productValue) }),
    highestPricePerPost
      ? fill(say.rungPriceRange, { price: amount(pricePerPost), highest: amount(highestPricePerPost) })
      : fill(say.rungPrice, { price: amount(pricePerPost) }),
    discountBp === null ? null : fill(say.rungDiscount, { rate: rate(discountBp) }),
  ]
  return fill(say.rung, {
    label,
    range: fill(to === null ? say.rungFrom : say.rungBetween, { from: figures(from, locale), to: figures(to ?? 0, locale) }),
    parts: new Intl.ListFormat(locale).format(parts.filter((part) => part !== null)),
  })
}

function fill(phrase: string, places: Readonly<Record<string, string>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
}

function figures(value: number, locale: string): string {
  return value.toLocaleString(locale)
}
