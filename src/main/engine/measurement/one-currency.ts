import type { Money } from '#src/shared/domain/money.ts'
import { MoneySums } from '../campaigns/money-sums.ts'

/** Lets only amounts of one currency through, and keeps account of what it held back: amounts of different currencies cannot be added. */
export class OneCurrency {
  readonly currency: string
  readonly #spend = new MoneySums()
  readonly #revenue = new MoneySums()

  constructor(currency: string) {
    this.currency = currency
  }

  /** Minor units, or null for an amount in another currency. */
  spent(amount: Money): number | null {
    return this.#let(amount, this.#spend)
  }

  /** Minor units, or null for an amount in another currency. */
  earned(amount: Money): number | null {
    return this.#let(amount, this.#revenue)
  }

  heldBack(): { currency: string; spendMinor: number; revenueMinor: number }[] {
    const others = new Set([...this.#spend.besides(this.currency), ...this.#revenue.besides(this.currency)].map(({ currency }) => currency))
    return [...others]
      .toSorted()
      .map((currency) => ({ currency, spendMinor: this.#spend.in(currency), revenueMinor: this.#revenue.in(currency) }))
  }

  #let(amount: Money, others: MoneySums): number | null {
    if (amount.currency === this.currency) return amount.amountMinor
    others.add(amount)
    return null
  }
}
