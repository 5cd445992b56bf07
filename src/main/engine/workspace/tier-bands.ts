import { isTier, tierSet, type TierBand } from '#src/shared/domain/tiers.ts'
import type { Settings } from './settings.ts'

/** The bands that these settings choose, ascending. Tiers are never kept with a creator, so that edited bands hold at once. */
export function bandsIn({ tierSetId, customBands }: Pick<Settings, 'tierSetId' | 'customBands'>): readonly TierBand[] {
  if (tierSetId !== 'custom') return tierSet(tierSetId)?.bands ?? []
  return (customBands ?? []).flatMap(({ tier, ...bounds }) => (isTier(tier) ? [{ tier, ...bounds }] : []))
}
