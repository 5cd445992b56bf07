import type { Money } from '#src/shared/domain/money.ts'

/** Sums by currency that are never put together: amounts of different currencies cannot be added. */
export class MoneySums {
  readonly #sums = new Map<string, number>()

  add({ amountMinor, currency }: Money): void {
    this.#sums.set(currency, (this.#sums.get(currency) ?? 0) + amountMinor)
  }

  in(currency: string): number {
    return this.#sums.get(currency) ?? 0
  }

  currencies(): string[] {
    return [...this.#sums.keys()].toSorted()
  }

  /** What is there in currencies other than this one, those of nothing left out. */
  besides(currency: string): Money[] {
    return this.currencies()
      .filter((other) => other !== currency && this.in(other) !== 0)
      .map((other) => ({ amountMinor: this.in(other), currency: other }))
  }
}
