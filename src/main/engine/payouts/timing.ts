import { addDays } from '#src/shared/domain/dates.ts'

export type Timing = 'no date' | 'later' | 'next seven days' | 'today' | 'overdue' | 'paid' | 'cancelled'

/** Where a payout stands on the day `today` (`YYYY-MM-DD`). */
export function timingOf({ status, due_on }: { status: string; due_on: string | null }, today: string): Timing {
  if (status === 'paid' || status === 'cancelled') return status
  if (due_on === null) return 'no date'
  if (due_on < today) return 'overdue'
  if (due_on === today) return 'today'
  return due_on <= addDays(today, 7) ? 'next seven days' : 'later'
}
