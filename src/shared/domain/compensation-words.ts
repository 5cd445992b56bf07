import type { Compensation, Rung } from './compensation-terms.ts'
import { currencyExponent } from './currencies.ts'
import { formatMoney, scaleMoney, type Money } from './money.ts'
import { formatRate } from './rates.ts'

/** The terms in plain English, as a contract states them, with the rounding rule wherever a share is paid. `currency` is the campaign's. */
export function describeCompensation(terms: Compensation, currency: string): string {
  switch (terms.model) {
    case 'flat fee':
      return `A flat fee of ${show(terms.fee)}.`
    case 'per post': {
      if (terms.posts === 1) return `${show(terms.pricePerPost)} for one post.`
      return `${show(terms.pricePerPost)} for each of ${terms.posts} posts, ${show(scaleMoney(terms.pricePerPost, terms.posts))} in all.`
    }
    case 'performance bonus':
      return `A base fee of ${show(terms.base)}, plus ${show(terms.bonus)} for ${everyFull(terms.everySales)} attributed to the creator.`
    case 'gifting':
      return `Products worth ${show(terms.productValue)}; no cash is paid.`
    case 'commission':
      return `A commission of ${formatRate(terms.rateBp)} of the revenue attributed to the creator. ${roundingRule(currency)}`
    case 'flat plus commission':
      return `A flat fee of ${show(terms.fee)}, plus ${commission(terms.rateBp, '', terms.fee.currency)}`
    case 'revenue share':
      return (
        `Every month ${formatRate(terms.rateBp)} of the ${show(terms.pricePerMonth)} paid by each customer the creator referred, ` +
        `for as long as the customer stays subscribed. ${roundingRule(terms.pricePerMonth.currency)}`
      )
    case 'retainer plus commission': {
      const retainer = terms.retainerPerMonth
      return `A retainer of ${show(retainer)} a month, plus ${commission(terms.rateBp, ' in that month', retainer.currency)}`
    }
    case 'ambassador ladder':
      return `By the creator’s followers when a post goes out: ${terms.rungs.map(describeRung).join('; ')}.`
  }
}

function commission(rateBp: number, period: string, currency: string): string {
  return `a commission of ${formatRate(rateBp)} of the revenue attributed to the creator${period}. ${roundingRule(currency)}`
}

function everyFull(sales: number): string {
  return sales === 1 ? 'every sale' : `every full ${count(sales)} sales`
}

function describeRung({ label, from, to, pricePerPost, highestPricePerPost, productValue, discountBp }: Rung): string {
  const range = to === null ? `from ${count(from)}` : `${count(from)} to under ${count(to)}`
  const price = highestPricePerPost === null ? show(pricePerPost) : `${show(pricePerPost)} to ${show(highestPricePerPost)}, as agreed,`
  const parts = [
    productValue === null ? null : `products worth ${show(productValue)}`,
    `${price} per post`,
    discountBp === null ? null : `a discount of ${formatRate(discountBp)} on further products`,
  ]
  return `${label} (${range}): ${new Intl.ListFormat('en-US').format(parts.filter((part) => part !== null))}`
}

function roundingRule(currency: string): string {
  const unit = currencyExponent(currency) === 2 ? 'nearest cent' : 'smallest unit of the currency'
  return `The amount is rounded to the ${unit}, a half upwards.`
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function show(amount: Money): string {
  return formatMoney(amount, 'en-US', 'code')
}
