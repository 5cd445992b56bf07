import { shareOf, type Money } from '../money.ts'
import type { ChosenModifier } from './circumstances.ts'
import { basisWords } from './modifiers.ts'
import type { PriceRange, Step, StepSource } from './types.ts'

/** The range with every modifier applied that counts, one after the other, each rounded half-up to the minor unit. */
export function withModifiers(range: PriceRange, modifiers: readonly ChosenModifier[]): { range: PriceRange; steps: Step[] } {
  let now = range
  const steps: Step[] = []
  for (const modifier of modifiers.filter(({ applies, isOff }) => applies && !isOff)) {
    const next = {
      low: shareOf(now.low, modifier.totalBp),
      suggested: now.suggested && shareOf(now.suggested, modifier.totalBp),
      high: now.high && shareOf(now.high, modifier.totalBp),
    }
    steps.push(stepOf(modifier, now.suggested ?? now.low, next.suggested ?? next.low))
    now = next
  }
  return { range: now, steps }
}

/** One amount with these modifiers. */
export function amountWith(amount: Money, modifiers: readonly ChosenModifier[]): Money {
  return withModifiers({ low: amount, suggested: null, high: null }, modifiers).range.low
}

function stepOf(modifier: ChosenModifier, before: Money, after: Money): Step {
  const { id, label, words, isPerMonth, times, totalBp } = modifier
  const months = isPerMonth ? `, ${times === 1 ? '1 month' : `${times} months`}` : ''
  return {
    id,
    label: `${label}${months}`,
    words,
    before,
    factor: { numerator: totalBp, denominator: 10_000 },
    after,
    source: modifierSource(modifier),
  }
}

/** Who stands behind a modifier's factor. */
export function modifierSource({ isEdited, basis }: ChosenModifier): StepSource {
  if (isEdited) return { kind: 'agency', text: 'The agency’s own figure.' }
  return { kind: basis === 'house' ? 'house' : 'sources', text: basisWords(basis) }
}
