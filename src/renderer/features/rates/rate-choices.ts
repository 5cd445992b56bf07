import type { z } from 'zod'
import type { RateNegotiation, RateQuestion, RateSuggestion } from '#src/shared/contract/rates.ts'

export type Suggestion = z.infer<typeof RateSuggestion>
export type Negotiation = z.infer<typeof RateNegotiation>
/** What a person chose for this price; what is left out is the workspace's. */
export type RateChoices = Omit<z.input<typeof RateQuestion>, 'creatorId'>

/** The three that are asked for by their own switch rather than by a field. */
const asked = { b2b: 'isB2b', niche: 'isNiche', rush: 'isRush' } as const

/** The choices after a modifier was switched on or off. */
export function withModifier(choices: RateChoices, { id, kind }: { id: string; kind: string }, isOn: boolean): RateChoices {
  if (kind in asked) return { ...choices, [asked[kind as keyof typeof asked]]: isOn }
  const others = (choices.off ?? []).filter((one) => one !== id)
  return { ...choices, off: isOn ? others : [...others, id] }
}

/** The modifiers a person can switch: those that have a say here, and those that are asked for by a switch. */
export function switchable({ modifiers, basis }: Suggestion): Suggestion['modifiers'] {
  const held = basis === 'own deals' ? ['platform', 'format', 'engagement'] : []
  return modifiers.filter(({ applies, kind }) => !held.includes(kind) && (applies || kind in asked))
}
