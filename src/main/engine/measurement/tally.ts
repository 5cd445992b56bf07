export const spendNames = ['fees', 'commission', 'product', 'shipping', 'internalTime', 'other'] as const
const countNames = ['impressions', 'reach', 'likes', 'comments', 'shares', 'saves', 'clicks', 'conversions', 'leads'] as const
export type SpendName = (typeof spendNames)[number]
type CountName = (typeof countNames)[number]

/** What is on record about one creator's work or a whole campaign: money in minor units of the campaign's currency, counts as they are.
 *  Null is "not known", which adding never turns into 0. */
export type Tally = Record<SpendName | CountName | 'revenue', number | null>

const names = [...spendNames, 'revenue', ...countNames] as const

export function tallyOf(known: Partial<Tally> = {}): Tally {
  return Object.fromEntries(names.map((name) => [name, known[name] ?? null])) as Tally
}

/** Adds up what is known; where neither side is, neither is the sum. */
export function plus(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0)
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return Object.fromEntries(
    names.map((name) => [name, tallies.reduce<number | null>((sum, tally) => plus(sum, tally[name]), null)]),
  ) as Tally
}
