import type { z } from 'zod'
import type { CreatorFilter as FilterSchema } from '#src/shared/contract/creators.ts'
import { followersOfTier, type TierBand } from '#src/shared/domain/tiers.ts'
import type { LabelKind } from '../../db/roster-reader.ts'
import { LINE, type Dimension } from './columns.ts'
import type { Roster } from './roster.ts'
import { linesFound } from './search-terms.ts'

export type CreatorFilter = z.infer<typeof FilterSchema>

/** One bit for each part of a filter that a line can fail; those with counts of their own in the facets first. */
export const FAILS = { tier: 1, platform: 2, niche: 4, country: 8, stage: 16, tag: 32, rest: 64 } as const

/** For each line, which parts of the filter it fails: 0 is a line of the filter. Within one part any choice will do; all parts have to hold. */
export function failuresOf(roster: Roster, filter: CreatorFilter, bands: readonly TierBand[]): Uint8Array {
  const fails = new Uint8Array(roster.columns.size)
  failStateAndText(roster, filter, fails)
  failFigures(roster, filter, fails)
  failTiers(roster, filter.tiers, bands, fails)
  failWords(roster, 'platform', filter.platforms, fails)
  failWords(roster, 'country', filter.countries, fails)
  failWords(roster, 'stage', filter.stages, fails)
  failLabels(roster, 'niche', filter.niches, fails)
  failLabels(roster, 'tag', filter.tags, fails)
  return fails
}

function failStateAndText({ columns: { state }, reader }: Roster, { archived, search }: CreatorFilter, fails: Uint8Array): void {
  const wanted = archived ? LINE.archived : LINE.active
  const found = linesFound(reader, search, fails.length)
  for (let line = 0; line < fails.length; line++) if (state[line] !== wanted || found?.[line] === 0) fails[line] = FAILS.rest
}

/** What is not known lies within no bounds. */
function failFigures({ columns: { followers, engagement } }: Roster, filter: CreatorFilter, fails: Uint8Array): void {
  const { minFollowers, maxFollowers, minEngagementBp } = filter
  if (minFollowers !== undefined || maxFollowers !== undefined) {
    const [from, to] = [minFollowers ?? 0, maxFollowers ?? Number.POSITIVE_INFINITY]
    for (let line = 0; line < fails.length; line++) {
      const count = followers[line] ?? Number.NaN
      if (!(count >= from && count <= to)) fails[line] = FAILS.rest
    }
  }
  if (minEngagementBp === undefined) return
  for (let line = 0; line < fails.length; line++) if ((engagement[line] ?? -1) < minEngagementBp) fails[line] = FAILS.rest
}

/** A tier is a range of followers, so that edited bands hold at once. */
function failTiers({ columns: { followers } }: Roster, tiers: CreatorFilter['tiers'], bands: readonly TierBand[], fails: Uint8Array): void {
  if (!tiers?.length) return
  const ranges = tiers.map((tier) => followersOfTier(tier, bands)).filter((range) => range !== null)
  for (let line = 0; line < fails.length; line++) {
    const count = followers[line] ?? Number.NaN
    if (!ranges.some(({ from, to }) => count >= from && (to === null || count < to))) fails[line] = (fails[line] ?? 0) | FAILS.tier
  }
}

function failWords({ columns, words }: Roster, dimension: Dimension, chosen: readonly string[] | undefined, fails: Uint8Array): void {
  if (!chosen?.length) return
  const codes = columns[dimension]
  const isChosen = new Uint8Array(words[dimension].words.length)
  for (const word of chosen) isChosen[words[dimension].find(word)] = 1
  for (let line = 0; line < fails.length; line++) if (isChosen[codes[line] ?? 0] !== 1) fails[line] = (fails[line] ?? 0) | FAILS[dimension]
}

function failLabels({ labels }: Roster, kind: LabelKind, chosen: readonly string[] | undefined, fails: Uint8Array): void {
  if (!chosen?.length) return
  const has = new Uint8Array(fails.length)
  for (const label of chosen) for (const line of labels.linesWith(kind, label)) has[line] = 1
  for (let line = 0; line < fails.length; line++) if (has[line] !== 1) fails[line] = (fails[line] ?? 0) | FAILS[kind]
}
