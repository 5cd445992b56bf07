import type { z } from 'zod'
import type { Review } from '#src/shared/contract/vetting-reviews.ts'
import type { KeptSample } from '#src/shared/contract/vetting-samples.ts'
import type { CreatorSignals } from '#src/shared/contract/vetting-signals.ts'
import type { Tone } from '../../ui/StatusDot.tsx'
import { formatPercent, notKnown } from '../../ui/format.ts'

export type Vetted = z.infer<typeof CreatorSignals>
export type ShownSignal = Vetted['signals'][number]
export type ShownReview = z.infer<typeof Review>
export type ReviewHead = Omit<ShownReview, 'items' | 'signals' | 'source'>
export type Sample = z.infer<typeof KeptSample>
export type Target = NonNullable<Vetted['target']>

export const verdictTones: Readonly<Record<ShownSignal['verdict'], Tone>> = {
  fine: 'good',
  look: 'warn',
  'red flag': 'bad',
  'not enough data': 'neutral',
}

export const verdictWords: Readonly<Record<ShownSignal['verdict'], string>> = {
  fine: 'Fine',
  look: 'Look',
  'red flag': 'Red flag',
  'not enough data': 'No data',
}

export const decisionWords = {
  approve: 'Approved',
  'approve with conditions': 'Approved with conditions',
  reject: 'Rejected',
} as const
export const decisionTones = { approve: 'good', 'approve with conditions': 'warn', reject: 'bad' } as const

/** A signal's figure in its own unit. */
export function figureText(value: number | null, unit: ShownSignal['unit']): string {
  if (value === null) return notKnown
  if (unit === 'percent') return formatPercent(Math.round(value), 1)
  const figure = value >= 10 ? Math.round(value).toLocaleString() : value.toFixed(1)
  return unit === 'times' ? `${figure} ×` : `${figure} a week`
}
