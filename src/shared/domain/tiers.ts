import tierData from '../../../resources/benchmarks/tiers.json' with { type: 'json' }

/** The tiers of the field, smallest first. */
export const TIERS = ['nano', 'micro', 'mid', 'macro', 'mega'] as const
export type Tier = (typeof TIERS)[number]
/** An account under the lowest band is still a valid creator: an employee advocate, a customer. */
export type AccountTier = Tier | 'below nano'

/** Followers from `from` (inclusive) up to `to` (exclusive; null without an upper bound). */
export type TierBand = { readonly tier: Tier; readonly from: number; readonly to: number | null }

export type TierSet = {
  readonly id: string
  readonly label: string
  readonly source: string
  readonly year: number
  readonly bands: readonly TierBand[]
}

/** The bands of the five sources (facts.md §1), each with its source and year. A tier that a source leaves out is left out. */
export const TIER_SETS: readonly TierSet[] = tierData.sets.map((set) => ({ ...set, bands: set.bands.map(toBand) }))

export const DEFAULT_TIER_SET = tierData.defaultSet

function toBand({ tier, from, to }: { tier: string; from: number; to: number | null }): TierBand {
  if (!isTier(tier)) throw new RangeError(`"${tier}" is not a tier.`)
  return { tier, from, to }
}

export function isTier(word: string): word is Tier {
  return TIERS.some((tier) => tier === word)
}

/** The set with this id, or null. */
export function tierSet(id: string): TierSet | null {
  return TIER_SETS.find((set) => set.id === id) ?? null
}

/**
 * The tier of an account under `bands` (ascending): `below nano` under the lowest band; null where the followers are unknown, and where
 * the bands say nothing about them (in a gap, or above the highest band of a set that ends).
 */
export function tierOf(followers: number | null | undefined, bands: readonly TierBand[]): AccountTier | null {
  const lowest = bands[0]
  if (followers === null || followers === undefined || lowest === undefined) return null
  if (followers < lowest.from) return 'below nano'
  const band = bands.findLast(({ from }) => followers >= from)
  if (band === undefined) return null
  return band.to === null || followers < band.to ? band.tier : null
}

/** The followers of a tier: from (inclusive) up to `to` (exclusive, null without an upper bound); null where the bands lack the tier. */
export function followersOfTier(tier: AccountTier, bands: readonly TierBand[]): { from: number; to: number | null } | null {
  if (tier !== 'below nano') {
    const band = bands.find((band) => band.tier === tier)
    return band ? { from: band.from, to: band.to } : null
  }
  const lowest = bands[0]
  return lowest === undefined || lowest.from === 0 ? null : { from: 0, to: lowest.from }
}
