import { addDays } from '#src/shared/domain/dates.ts'
import type { Payout } from './payout.ts'

export interface Week {
  key: string
  title: string
  rows: Payout[]
  /** What is due up to the end of this group, by currency. */
  running: { currency: string; amountMinor: number }[]
}

/** Payouts by the week they are due in (Monday first), what is overdue before them and what has no date after; each group with the running total. */
export function byWeek(payouts: readonly Payout[], dayOf: (payout: Payout) => string | null, today: string): Week[] {
  const groups = Map.groupBy(payouts, (payout) => groupOf(payout, dayOf(payout), today))
  const totals = new Map<string, number>()
  return [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, rows]) => {
      for (const { amount } of rows) totals.set(amount.currency, (totals.get(amount.currency) ?? 0) + amount.amountMinor)
      return {
        key,
        title: titleOf(key, today),
        rows: rows.toSorted((a, b) => (dayOf(a) ?? '').localeCompare(dayOf(b) ?? '') || a.creatorName.localeCompare(b.creatorName)),
        running: [...totals].map(([currency, amountMinor]) => ({ currency, amountMinor })),
      }
    })
}

const overdue = '0'
const undated = '9999'

function groupOf(payout: Payout, day: string | null, today: string): string {
  if (day === null) return undated
  return payout.timing === 'overdue' ? overdue : mondayOf(day < today && payout.status === 'planned' ? today : day)
}

function titleOf(key: string, today: string): string {
  if (key === overdue) return 'Overdue'
  if (key === undated) return 'No date yet'
  if (key === mondayOf(today)) return 'This week'
  if (key === mondayOf(addDays(today, 7))) return 'Next week'
  return `Week of ${new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${key}T00:00:00Z`))}`
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
