import type { Compensation, CompensationDue, CompensationFacts } from './compensation-terms.ts'
import { addMoney, formatMoney, money, scaleMoney, shareOf, type Money } from './money.ts'
import { formatRate } from './rates.ts'

type Terms<Model extends Compensation['model']> = Extract<Compensation, { model: Model }>

/**
 * What a creator is owed under `terms`; shares are rounded half-up to the cent. `currency` is the campaign's, for what the terms give no
 * amount for. Throws a RangeError where amounts that belong together are in different currencies.
 */
export function compensationDue(terms: Compensation, facts: CompensationFacts, currency: string): CompensationDue {
  switch (terms.model) {
    case 'flat fee':
      return cashOnly(terms.fee, [`Flat fee ${show(terms.fee)}`])
    case 'per post': {
      const cash = scaleMoney(terms.pricePerPost, terms.posts)
      return cashOnly(cash, [`${terms.posts} × ${show(terms.pricePerPost)} per post = ${show(cash)}`])
    }
    case 'performance bonus':
      return performanceBonus(terms, facts)
    case 'gifting':
      return gifts(terms.productValue)
    case 'commission':
      return withCommission(money(0, currency), terms.rateBp, facts, [])
    case 'flat plus commission':
      return withCommission(terms.fee, terms.rateBp, facts, [`Flat fee ${show(terms.fee)}`])
    case 'revenue share':
      return revenueShare(terms, facts)
    case 'retainer plus commission': {
      const retainer = terms.retainerPerMonth
      return { ...withCommission(retainer, terms.rateBp, facts, [`Retainer ${show(retainer)} for the month`]), perMonth: retainer }
    }
    case 'ambassador ladder':
      return ladderStep(terms, facts, currency)
  }
}

/** The cash that is fixed when the terms are agreed, without what depends on results (for a retainer, a month's). */
export function fixedCash(terms: Compensation, currency: string): Money {
  switch (terms.model) {
    case 'flat fee':
    case 'flat plus commission':
      return terms.fee
    case 'per post':
      return scaleMoney(terms.pricePerPost, terms.posts)
    case 'performance bonus':
      return terms.base
    case 'retainer plus commission':
      return terms.retainerPerMonth
    case 'gifting':
    case 'commission':
    case 'revenue share':
    case 'ambassador ladder':
      return money(0, currency)
  }
}

function gifts(productCost: Money): CompensationDue {
  return { cash: nothingIn(productCost), productCost, explanation: [`Products worth ${show(productCost)}, no cash`] }
}

function performanceBonus({ base, bonus, everySales }: Terms<'performance bonus'>, { sales }: CompensationFacts): CompensationDue {
  const first = `Base ${show(base)}`
  if (isUnknown(sales)) return unknownYet(base, [first, 'The number of sales is not known yet'])
  const steps = Math.floor(sales / everySales)
  const earned = scaleMoney(bonus, steps)
  const line = `${steps} × ${show(bonus)} for every full ${count(everySales)} of ${count(sales)} sales = ${show(earned)}`
  return cashOnly(addMoney(base, earned), [first, line])
}

function withCommission(fixed: Money, rateBp: number, { revenue }: CompensationFacts, lines: string[]): CompensationDue {
  if (isUnknown(revenue)) return unknownYet(fixed, [...lines, `${formatRate(rateBp)} of attributed revenue, which is not known yet`])
  const earned = shareOf(revenue, rateBp)
  return cashOnly(addMoney(fixed, earned), [...lines, `${formatRate(rateBp)} of ${show(revenue)} = ${show(earned)}, rounded half-up`])
}

function revenueShare({ rateBp, pricePerMonth }: Terms<'revenue share'>, { customers }: CompensationFacts): CompensationDue {
  if (isUnknown(customers)) return unknownYet(nothingIn(pricePerMonth), ['The number of subscribed customers is not known yet'])
  const cash = scaleMoney(pricePerMonth, rateBp * customers, 10_000)
  const line = `${formatRate(rateBp)} of ${show(pricePerMonth)} for ${count(customers)} subscribed customers = ${show(cash)} a month`
  return { ...cashOnly(cash, [line]), perMonth: cash }
}

function ladderStep({ rungs }: Terms<'ambassador ladder'>, { followers, posts }: CompensationFacts, currency: string): CompensationDue {
  const nothing = money(0, currency)
  if (isUnknown(followers)) return unknownYet(nothing, ['The number of followers is not known yet'])
  const rung = rungs.find(({ from, to }) => followers >= from && (to === null || followers < to))
  if (rung === undefined) return cashOnly(nothing, [`No step of the ladder is for ${count(followers)} followers`])
  const productCost = rung.productValue ?? nothingIn(rung.pricePerPost)
  const lines = rung.productValue === null ? [rung.label] : [rung.label, `Products worth ${show(rung.productValue)}`]
  if (isUnknown(posts)) return { cash: null, productCost, explanation: [...lines, 'The number of posts is not known yet'] }
  const cash = scaleMoney(rung.pricePerPost, posts)
  const explanation = [...lines, `${posts} × ${show(rung.pricePerPost)} per post = ${show(cash)}`]
  if (rung.highestPricePerPost === null) return { cash, productCost, explanation }
  const cashAtMost = scaleMoney(rung.highestPricePerPost, posts)
  const line = `At most ${show(rung.highestPricePerPost)} per post = ${show(cashAtMost)}`
  return { cash, cashAtMost, productCost, explanation: [...explanation, line] }
}

function cashOnly(cash: Money, explanation: readonly string[]): CompensationDue {
  return { cash, productCost: nothingIn(cash), explanation }
}

function unknownYet(inThisCurrency: Money, explanation: readonly string[]): CompensationDue {
  return { cash: null, productCost: nothingIn(inThisCurrency), explanation }
}

function nothingIn({ currency }: Money): Money {
  return money(0, currency)
}

function isUnknown(fact: unknown): fact is null | undefined {
  return fact === null || fact === undefined
}

function show(amount: Money): string {
  return formatMoney(amount, 'en-US', 'code')
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
