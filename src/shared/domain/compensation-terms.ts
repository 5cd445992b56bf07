import type { Money } from './money.ts'

/** How a creator is compensated (facts.md §4). Rates are basis points. */
export type Compensation =
  | { readonly model: 'flat fee'; readonly fee: Money }
  | { readonly model: 'per post'; readonly posts: number; readonly pricePerPost: Money }
  | { readonly model: 'performance bonus'; readonly base: Money; readonly bonus: Money; readonly everySales: number }
  | { readonly model: 'gifting'; readonly productValue: Money }
  | { readonly model: 'commission'; readonly rateBp: number }
  | { readonly model: 'flat plus commission'; readonly fee: Money; readonly rateBp: number }
  | { readonly model: 'revenue share'; readonly rateBp: number; readonly pricePerMonth: Money }
  | { readonly model: 'retainer plus commission'; readonly retainerPerMonth: Money; readonly rateBp: number }
  | { readonly model: 'ambassador ladder'; readonly rungs: readonly Rung[] }

/** One step of an ambassador ladder, by the creator's followers: `from` inclusive, `to` exclusive, null without an upper bound. */
export type Rung = {
  readonly label: string
  readonly from: number
  readonly to: number | null
  readonly pricePerPost: Money
  /** The highest price where it is agreed within a range that begins at `pricePerPost`; null for one fixed price. */
  readonly highestPricePerPost: Money | null
  readonly productValue: Money | null
  /** The creator's discount on further products, in basis points. */
  readonly discountBp: number | null
}

/** What the work brought in; for models by the month, in that month. Left out or null is not known. */
export type CompensationFacts = {
  /** Revenue attributed to the creator. */
  readonly revenue?: Money | null
  /** Number of sales attributed to the creator. */
  readonly sales?: number | null
  /** Referred customers who are still subscribed. */
  readonly customers?: number | null
  readonly posts?: number | null
  readonly followers?: number | null
}

export type CompensationDue = {
  /** What is owed; null where a fact it depends on is not known. For models by the month, one month's. */
  readonly cash: Money | null
  /** The most that can be owed, where the price is agreed within a range and `cash` is the least. */
  readonly cashAtMost?: Money
  readonly productCost: Money
  /** The part of `cash` that recurs every month while nothing changes. */
  readonly perMonth?: Money
  /** How the sum came about, one step a line. */
  readonly explanation: readonly string[]
}
