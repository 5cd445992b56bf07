import type { AccountTier } from '../tiers.ts'

export type TierQuota = { readonly tier: AccountTier; readonly count: number }

/** Which place of the tier mix somebody fills. */
export type Slot = { readonly tier: AccountTier; readonly number: number; readonly of: number }

/** Hands out the places of a tier mix to creators in their order, the best first: each takes the next free place of their tier, and is a
 *  reserve (null) once all are taken. */
export function fillSlots(tiers: readonly (AccountTier | null)[], mix: readonly TierQuota[]): (Slot | null)[] {
  const taken = new Map<AccountTier, number>()
  const counts = new Map(mix.map(({ tier, count }) => [tier, count]))
  return tiers.map((tier) => {
    const of = tier === null ? 0 : (counts.get(tier) ?? 0)
    const number = tier === null ? 0 : (taken.get(tier) ?? 0) + 1
    if (tier === null || number > of) return null
    taken.set(tier, number)
    return { tier, number, of }
  })
}
