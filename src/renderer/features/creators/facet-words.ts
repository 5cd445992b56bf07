import type { AccountTier } from '#src/shared/domain/tiers.ts'
import { TIERS } from '#src/shared/domain/tiers.ts'
import { tierWord } from '../../ui/TierChip.tsx'
import { platformLabel } from './platform-label.ts'
import type { FacetName } from './roster-search.ts'
import { stageWord } from './stages.ts'

export const facetTitles: Readonly<Record<FacetName, string>> = {
  tiers: 'Tier',
  platforms: 'Platform',
  niches: 'Niche',
  countries: 'Country',
  stages: 'Relationship',
  tags: 'Tag',
  languages: 'Language',
  formats: 'Format',
  owners: 'Owner',
}

/** A facet's value in a person's words. */
export function facetWord(facet: FacetName, value: string): string {
  if (facet === 'tiers') return tierWord(value as AccountTier)
  if (facet === 'platforms') return platformLabel(value)
  if (facet === 'stages') return stageWord(value as Parameters<typeof stageWord>[0])
  return value
}

const tierOrder: readonly string[] = ['below nano', ...TIERS]

interface FacetCount {
  value: string
  count: number
}

/** Values as they are read best: tiers by size, what is chosen even where nothing fits any more, otherwise the most frequent first. */
export function orderedFacet(facet: FacetName, counts: readonly FacetCount[], chosen: readonly string[]): FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((other) => other.value === value)).map((value) => ({ value, count: 0 }))
  const all = [...counts.filter(({ value, count }) => count > 0 || chosen.includes(value)), ...missing]
  if (facet === 'tiers') return all.toSorted((a, b) => tierOrder.indexOf(a.value) - tierOrder.indexOf(b.value))
  return all.toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value))
}
