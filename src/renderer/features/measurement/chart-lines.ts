import type { Roi } from './verdict.ts'

/** One creator, or the rest together, as two bars in minor units. */
export interface ChartLine {
  id: string
  name: string
  spendMinor: number | null
  revenueMinor: number | null
}

const mostLines = 12

/** Who stands in the chart: those with a figure, the most revenue first, and past twelve the rest together. */
export function chartLines({ rows }: Pick<Roi, 'rows'>): ChartLine[] {
  const lines = rows
    .map(({ collaborationId, creatorName, measures: { spend, revenue } }) => ({
      id: collaborationId,
      name: creatorName,
      spendMinor: spend?.amountMinor ?? null,
      revenueMinor: revenue?.amountMinor ?? null,
    }))
    .filter(({ spendMinor, revenueMinor }) => spendMinor !== null || revenueMinor !== null)
    .toSorted((a, b) => (b.revenueMinor ?? -1) - (a.revenueMinor ?? -1) || (b.spendMinor ?? -1) - (a.spendMinor ?? -1))
  if (lines.length <= mostLines) return lines
  const rest = lines.slice(mostLines - 1)
  return [
    ...lines.slice(0, mostLines - 1),
    { id: 'rest', name: `${rest.length} others together`, spendMinor: sum(rest, 'spendMinor'), revenueMinor: sum(rest, 'revenueMinor') },
  ]
}

/** The answer to the chart's question in words. */
export function chartAnswer({ rows }: Pick<Roi, 'rows'>): string {
  const known = rows.flatMap(({ measures: { spend, revenue } }) => (spend && revenue ? [revenue.amountMinor >= spend.amountMinor] : []))
  if (known.length === 0) return 'Not known yet: no creator has both spend and revenue on record.'
  const paid = known.filter(Boolean).length
  const unknown = rows.length - known.length
  return `${paid} of ${known.length} did.${unknown > 0 ? ` For ${unknown} more, spend or revenue is not known yet.` : ''}`
}

function sum(lines: readonly ChartLine[], key: 'spendMinor' | 'revenueMinor'): number | null {
  return lines.reduce<number | null>((total, line) => (line[key] === null ? total : (total ?? 0) + line[key]), null)
}
