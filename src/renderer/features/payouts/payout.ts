import type { z } from 'zod'
import type { PayoutMethod, PayoutRow } from '#src/shared/contract/payouts.ts'
import type { Tone } from '../../ui/StatusDot.tsx'

export type Payout = z.infer<typeof PayoutRow>
export type Method = z.infer<typeof PayoutMethod>

export const methods: readonly Method[] = ['bank transfer', 'PayPal', 'card', 'cash', 'product', 'other']

const looks: Record<Payout['timing'], { tone: Tone; word: string }> = {
  overdue: { tone: 'bad', word: 'Overdue' },
  today: { tone: 'warn', word: 'Due today' },
  'next seven days': { tone: 'accent', word: 'Due soon' },
  later: { tone: 'neutral', word: 'Planned' },
  'no date': { tone: 'neutral', word: 'No date' },
  paid: { tone: 'good', word: 'Paid' },
  cancelled: { tone: 'neutral', word: 'Cancelled' },
}

export function lookOf({ timing }: Pick<Payout, 'timing'>): { tone: Tone; word: string } {
  return looks[timing]
}
