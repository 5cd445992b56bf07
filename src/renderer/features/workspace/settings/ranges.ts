import { formatMoney, formatPercent } from '../../../ui/format.ts'
import type { Benchmarks } from './settings-types.ts'

type Engagement = Benchmarks['engagement'][number]
type Price = Benchmarks['prices'][number]

/** "5–10%", "from 3.5%", "up to 1%", "2.74% on average"; null where the source gives no figure. */
export function engagementRange({ lowBp, highBp, averageBp }: Pick<Engagement, 'lowBp' | 'highBp' | 'averageBp'>): string | null {
  return (
    range(lowBp === null ? null : formatPercent(lowBp), highBp === null ? null : formatPercent(highBp)) ??
    (averageBp === null ? null : `${formatPercent(averageBp)} on average`)
  )
}

/** "$100–$500", "from $5,000". */
export function priceRange({ low, high }: Pick<Price, 'low' | 'high'>): string | null {
  return range(low && formatMoney(low, true), high && formatMoney(high, true))
}

function range(low: string | null, high: string | null): string | null {
  // 5%–10% reads as 5–10%; what stands before or after both figures is said once.
  if (low !== null && high !== null)
    return low.endsWith('%') && high.endsWith('%') ? `${low.slice(0, -1).trimEnd()}–${high}` : `${low} – ${high}`
  if (low !== null) return `from ${low}`
  return high === null ? null : `up to ${high}`
}
