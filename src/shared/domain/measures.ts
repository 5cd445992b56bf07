import { money, sameCurrency, sumMoney, type Money } from './money.ts'
import { scaledRatio } from './rational.ts'

/** What a campaign or a creator cost, in parts (facts.md §5); null where a part is not known or not entered. One currency. */
export type SpendParts = {
  readonly fees: Money | null
  readonly commission: Money | null
  readonly productCost: Money | null
  readonly shipping: Money | null
  readonly internalTime: Money | null
}
export type SpendPart = keyof SpendParts

const SPEND_PARTS: readonly SpendPart[] = ['fees', 'commission', 'productCost', 'shipping', 'internalTime']

/** The sum of the known parts, and which they are; null where none is known. Throws a RangeError for mixed currencies. */
export function totalSpend(parts: SpendParts): { total: Money; counted: SpendPart[] } | null {
  const counted = SPEND_PARTS.filter((part) => parts[part] !== null)
  const amounts = counted.flatMap((part) => parts[part] ?? [])
  const first = amounts[0]
  return first === undefined ? null : { total: sumMoney(amounts, first.currency), counted }
}

// Every measure below is null ("not known") where a part is unknown or its denominator is 0: never 0 for unknown, never infinite.

/** Click-through rate: clicks ÷ impressions, in basis points, half-up. */
export function clickThroughRate(clicks: number | null, impressions: number | null): number | null {
  return scaledRatio(clicks, impressions, 10_000)
}

/** Conversions ÷ clicks, in basis points, half-up. */
export function conversionRate(conversions: number | null, clicks: number | null): number | null {
  return scaledRatio(conversions, clicks, 10_000)
}

/** CPC: spend ÷ clicks, half-up to the cent. */
export function costPerClick(spend: Money | null, clicks: number | null): Money | null {
  return costPer(spend, clicks)
}

/** CPA: spend ÷ conversions, half-up to the cent. */
export function costPerConversion(spend: Money | null, conversions: number | null): Money | null {
  return costPer(spend, conversions)
}

/** CPL: spend ÷ leads, half-up to the cent. */
export function costPerLead(spend: Money | null, leads: number | null): Money | null {
  return costPer(spend, leads)
}

/** CPE: spend ÷ interactions, half-up to the cent. */
export function costPerInteraction(spend: Money | null, interactions: number | null): Money | null {
  return costPer(spend, interactions)
}

/** CPM: spend ÷ impressions × 1,000, half-up to the cent. */
export function costPerThousandImpressions(spend: Money | null, impressions: number | null): Money | null {
  return costPer(spend, impressions, 1_000)
}

function costPer(spend: Money | null, count: number | null, units = 1): Money | null {
  if (spend === null) return null
  const amountMinor = scaledRatio(spend.amountMinor, count, units)
  return amountMinor === null ? null : money(amountMinor, spend.currency)
}

/** ROAS: revenue ÷ spend in hundredths, half-up: 350 is 3.5. Throws a RangeError for two currencies, as do the two below. */
export function returnOnAdSpend(revenue: Money | null, spend: Money | null): number | null {
  if (revenue === null || spend === null) return null
  return scaledRatio(sameCurrency(spend, revenue).amountMinor, spend.amountMinor, 100)
}

/** ROI: (revenue − spend) ÷ spend in basis points, half-up: 98,200 is 982 %; negative where money was lost. */
export function returnOnInvestment(revenue: Money | null, spend: Money | null): number | null {
  if (revenue === null || spend === null) return null
  const gain = BigInt(sameCurrency(spend, revenue).amountMinor) - BigInt(spend.amountMinor)
  return scaledRatio(gain, spend.amountMinor, 10_000)
}

export type RoasVerdict = 'loses money' | 'weak' | 'healthy' | 'excellent'

/** ROAS in words (facts.md §5): under 1 loses money, 1 to 2 weak, from 2 healthy, from 3 excellent; judged before any rounding. */
export function roasVerdict(revenue: Money | null, spend: Money | null): RoasVerdict | null {
  if (revenue === null || spend === null || spend.amountMinor <= 0) return null
  const earned = BigInt(sameCurrency(spend, revenue).amountMinor)
  const spent = BigInt(spend.amountMinor)
  if (earned < spent) return 'loses money'
  if (earned < 2n * spent) return 'weak'
  return earned < 3n * spent ? 'healthy' : 'excellent'
}
