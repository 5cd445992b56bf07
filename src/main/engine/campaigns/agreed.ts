import { raise } from '#src/shared/contract/errors.ts'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { compensationDue, fixedCash } from '#src/shared/domain/compensation.ts'
import { scaleMoney, type Money } from '#src/shared/domain/money.ts'

/** What the fixed part of a compensation depends on beside its terms. */
export interface AgreementFacts {
  /** The campaign's, for terms that name no amount. */
  currency: string
  /** Months a retainer is owed for. */
  months: number
  /** For an ambassador ladder. */
  followers: number | null
  posts: number | null
}

/** The cash that is owed whatever the work brings in; a retainer for all of its months. Null where a ladder's step is not known yet. */
export function agreedCash(terms: Compensation, { currency, months, followers, posts }: AgreementFacts): Money | null {
  if (terms.model === 'ambassador ladder') return compensationDue(terms, { followers, posts }, currency).cash
  const fixed = fixedCash(terms, currency)
  return terms.model === 'retainer plus commission' ? scaleMoney(fixed, months) : fixed
}

/** The value of the products that are part of the terms. */
export function agreedProduct(terms: Compensation, { currency, followers, posts }: AgreementFacts): Money {
  return compensationDue(terms, { followers, posts }, currency).productCost
}

/** Raises MONEY_MISMATCH where the terms mix currencies. */
export function expectOneCurrency(terms: Compensation): void {
  const currencies = [...new Set(currenciesIn(terms))]
  if (currencies.length > 1) raise('MONEY_MISMATCH', `One compensation has one currency, but this one has ${currencies.join(' and ')}.`)
}

function currenciesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return 'amountMinor' in value && 'currency' in value ? [String(value.currency)] : Object.values(value).flatMap(currenciesIn)
}
