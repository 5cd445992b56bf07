import type { z } from 'zod'
import type { CreatorDetail } from '#src/shared/contract/creators.ts'
import { addMoney, formatMoney, type Money } from '#src/shared/domain/money.ts'
import { formatLabel, platformLabel } from './names.ts'

/** What a creator asks for one post, with the post it is for. */
export interface Ask {
  price: Money
  /** As it is to read, such as "EUR 450.00". */
  amount: string
  /** Such as "Reel on Instagram". */
  what: string
}

/** Their lowest price on the platform of the first account, else the lowest of all; null without any on file. Prices in several currencies
 *  are not compared: the first currency on file counts. */
export function askedOf({ rates, accounts }: Pick<z.infer<typeof CreatorDetail>, 'rates' | 'accounts'>): Ask | null {
  const onFirst = rates.filter(({ platform }) => platform === accounts[0]?.platform)
  const candidates = onFirst.length > 0 ? onFirst : rates
  const [lowest] = candidates
    .filter(({ price }) => price.currency === candidates[0]?.price.currency)
    .toSorted((a, b) => a.price.amountMinor - b.price.amountMinor)
  if (!lowest) return null
  const format = formatLabel(lowest.format, lowest.platform)
  const what = lowest.platform === null ? format : `${format} on ${platformLabel(lowest.platform)}`
  return { price: lowest.price, amount: formatMoney(lowest.price, 'en-US', 'code'), what }
}

/** The sum in each currency, and how many have no price. */
export function totalsOf(asked: readonly (Ask | null)[]): { totals: string[]; without: number } {
  const sums = new Map<string, Money>()
  for (const ask of asked) {
    if (!ask) continue
    const known = sums.get(ask.price.currency)
    sums.set(ask.price.currency, known ? addMoney(known, ask.price) : ask.price)
  }
  return {
    totals: [...sums.values()].map((sum) => formatMoney(sum, 'en-US', 'code')),
    without: asked.filter((ask) => ask === null).length,
  }
}
