import { moneyToDecimal, type Money } from '../money.ts'
import { platformById } from '../platforms.ts'

/** Basis points as a person reads them in a sentence: "4.2 %". */
export function percentWords(basisPoints: number): string {
  return `${Math.round(basisPoints / 10) / 10} %`
}

/** "350.00 EUR". */
export function amountWords(amount: Money): string {
  return `${moneyToDecimal(amount)} ${amount.currency}`
}

export function platformWord(platform: string): string {
  return platformById(platform)?.label ?? platform
}

const list = new Intl.ListFormat('en-GB')

/** "a, b and c". */
export function listWords(words: readonly string[]): string {
  return list.format(words)
}

/** "a reel", "an article". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** Points that rise evenly from 0 to 100 as `value` rises to `wanted`, and stay there. */
export function pointsUpTo(value: number, wanted: number): number {
  return wanted <= 0 ? 100 : Math.min(100, (100 * value) / wanted)
}
