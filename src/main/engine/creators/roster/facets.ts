import type { z } from 'zod'
import type { FacetCount } from '#src/shared/contract/creators.ts'
import { followersOfTier, TIERS, type AccountTier, type TierBand } from '#src/shared/domain/tiers.ts'
import type { LabelKind } from '../../db/roster-reader.ts'
import type { Dimension } from './columns.ts'
import { FAILS } from './filter.ts'
import type { Roster } from './roster.ts'

type Counts = z.infer<typeof FacetCount>[]

export interface Facets {
  tiers: Counts
  platforms: Counts
  niches: Counts
  countries: Counts
  stages: Counts
  tags: Counts
  languages: Counts
  formats: Counts
  owners: Counts
  audienceCountries: Counts
}

/** How many lines each choice would give beside the filter's other parts: a part's own choices don't narrow its counts. Most first,
 *  tiers by size. `countryBp`: from which share on a country counts for an audience. */
export function countFacets(roster: Roster, fails: Uint16Array, bands: readonly TierBand[], countryBp: number): Facets {
  return {
    tiers: countTiers(roster, fails, bands),
    platforms: countWords(roster, 'platform', fails),
    niches: countLabels(roster, 'niche', fails),
    countries: countWords(roster, 'country', fails),
    stages: countWords(roster, 'stage', fails),
    tags: countLabels(roster, 'tag', fails),
    languages: countLabels(roster, 'language', fails),
    formats: countLabels(roster, 'format', fails),
    owners: countLabels(roster, 'owner', fails),
    audienceCountries: countAudienceCountries(roster, fails, countryBp),
  }
}

function countTiers({ columns: { followers } }: Roster, fails: Uint16Array, bands: readonly TierBand[]): Counts {
  const tiers: AccountTier[] = ['below nano', ...TIERS]
  const ranges = tiers.flatMap((tier) => {
    const range = followersOfTier(tier, bands)
    return range ? [{ value: tier, from: range.from, to: range.to ?? Number.POSITIVE_INFINITY, count: 0 }] : []
  })
  for (let line = 0; line < fails.length; line++) {
    if (((fails[line] as number) & ~FAILS.tier) !== 0) continue
    const count = followers[line] as number
    for (let at = 0; at < ranges.length; at++) {
      const range = ranges[at] as (typeof ranges)[number]
      if (count >= range.from && count < range.to) range.count++
    }
  }
  return ranges.map(({ value, count }) => ({ value, count }))
}

function countWords({ columns, words }: Roster, dimension: Dimension, fails: Uint16Array): Counts {
  const codes = columns[dimension]
  const counts = new Int32Array(words[dimension].words.length)
  const others = ~FAILS[dimension]
  for (let line = 0; line < fails.length; line++) {
    if (((fails[line] as number) & others) === 0) (counts[codes[line] as number] as number) += 1
  }
  return mostFirst(
    [...counts]
      .map((count, code) => ({ value: words[dimension].words[code] ?? '', count }))
      .filter(({ value, count }) => value !== '' && count > 0),
  )
}

function countLabels({ labels }: Roster, kind: Exclude<LabelKind, 'mark'>, fails: Uint16Array): Counts {
  const others = ~FAILS[kind]
  const counts: Counts = []
  for (const [value, lines] of labels.all(kind)) {
    let count = 0
    for (let at = 0; at < lines.length; at++) if (((fails[lines[at] as number] as number) & others) === 0) count++
    if (count > 0) counts.push({ value, count })
  }
  return mostFirst(counts)
}

/** How many have so much of their audience in each country. */
function countAudienceCountries({ audiences }: Roster, fails: Uint16Array, atLeastBp: number): Counts {
  const others = ~FAILS.audienceCountry
  const counts: Counts = []
  for (const [value, { lines, shares }] of audiences.all('country')) {
    let count = 0
    for (let at = 0; at < lines.length; at++)
      if ((shares[at] as number) >= atLeastBp && ((fails[lines[at] as number] as number) & others) === 0) count++
    if (count > 0) counts.push({ value, count })
  }
  return mostFirst(counts)
}

function mostFirst(counts: Counts): Counts {
  return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
