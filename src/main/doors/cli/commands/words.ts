import { formatMoney, type Money } from '#src/shared/domain/money.ts'
import { formatRate } from '#src/shared/domain/rates.ts'

/** `1 creator`, `1,200 creators`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}

/** Basis points as a person reads them; null where the rate is not known. */
export function percent(basisPoints: number | null): string | null {
  return basisPoints === null ? null : formatRate(basisPoints)
}

/** Basis points as a number in percent: 450 is 4.5. */
export function rateNumber(basisPoints: number | null): number | null {
  return basisPoints === null ? null : basisPoints / 100
}

/** With the currency's code, because a terminal's reader may not know which dollar is meant. */
export function amount(money: Money | null): string | null {
  return money && formatMoney(money, 'en-US', 'code').replaceAll('\u00a0', ' ')
}

export function amountOf(amountMinor: number | null, currency: string): string | null {
  return amountMinor === null ? null : amount({ amountMinor, currency })
}

export function day(instant: string | null): string | null {
  return instant && instant.slice(0, 10)
}
