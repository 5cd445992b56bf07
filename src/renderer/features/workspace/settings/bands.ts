import type { z } from 'zod'
import type { TierBand as BandSchema, TierSet } from '#src/shared/contract/workspace.ts'
import { TIERS, isTier, type Tier, type TierBand } from '#src/shared/domain/tiers.ts'

/** Bounds as they are typed; a tier with an empty lower bound has no band, an empty upper bound is none. */
export type TypedBands = { [Name in Tier]?: { from: number | ''; to: number | '' } }

export function toTyped(bands: readonly z.infer<typeof BandSchema>[]): TypedBands {
  return Object.fromEntries(bands.map(({ tier, from, to }) => [tier, { from, to: to ?? '' }]))
}

export function toBands(typed: TypedBands): TierBand[] {
  return TIERS.flatMap((tier) => {
    const { from = '', to = '' } = typed[tier] ?? {}
    return from === '' ? [] : [{ tier, from, to: to === '' ? null : to }]
  })
}

/** The bands of a set by its id, `custom` being the agency's own. */
export function bandsOf(
  id: string,
  sets: readonly z.infer<typeof TierSet>[],
  { customBands }: { customBands: readonly z.infer<typeof BandSchema>[] | null },
): TierBand[] {
  const bands = id === 'custom' ? (customBands ?? []) : (sets.find((set) => set.id === id)?.bands ?? [])
  return bands.flatMap(({ tier, from, to }) => (isTier(tier) ? [{ tier, from, to }] : []))
}
