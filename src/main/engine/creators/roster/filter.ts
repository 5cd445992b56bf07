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

/** For each line, which parts of the filter it fails: 0 is a line of the filter. Within one part any choice will do; all parts have to
 *  hold. */
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

// These loops go over every line for every new filter: plain indexed loops over typed arrays, which are several times faster than
// iterators and callbacks.

function failStateAndText({ columns: { state }, reader }: Roster, { archived, search }: CreatorFilter, fails: Uint8Array): void {
  const wanted = archived ? LINE.archived : LINE.active
  const found = linesFound(reader, search, fails.length)
  for (let line = 0; line < fails.length; line++) if (state[line] !== wanted) fails[line] = FAILS.rest
  if (found) for (let line = 0; line < fails.length; line++) if (found[line] === 0) fails[line] = FAILS.rest
}

/** What is not known lies within no bounds. */
function failFigures({ columns: { followers, engagement } }: Roster, filter: CreatorFilter, fails: Uint8Array): void {
  const { minFollowers, maxFollowers, minEngagementBp } = filter
  if (minFollowers !== undefined || maxFollowers !== undefined) {
    const [from, to] = [minFollowers ?? 0, maxFollowers ?? Number.POSITIVE_INFINITY]
    for (let line = 0; line < fails.length; line++) {
      const count = followers[line] as number
      if (!(count >= from && count <= to)) fails[line] = FAILS.rest
    }
  }
  if (minEngagementBp === undefined) return
  for (let line = 0; line < fails.length; line++) if ((engagement[line] as number) < minEngagementBp) fails[line] = FAILS.rest
}

/** A tier is a range of followers, so that edited bands hold at once. */
function failTiers({ columns: { followers } }: Roster, tiers: CreatorFilter['tiers'], bands: readonly TierBand[], fails: Uint8Array): void {
  if (!tiers?.length) return
  const ranges = tiers.map((tier) => followersOfTier(tier, bands)).filter((range) => range !== null)
  const within = new Uint8Array(fails.length)
  for (const { from, to } of ranges) {
    const below = to ?? Number.POSITIVE_INFINITY
    for (let line = 0; line < within.length; line++) {
      const count = followers[line] as number
      if (count >= from && count < below) within[line] = 1
    }
  }
  failOthers(within, FAILS.tier, fails)
}

function failWords({ columns, words }: Roster, dimension: Dimension, chosen: readonly string[] | undefined, fails: Uint8Array): void {
  if (!chosen?.length) return
  const codes = columns[dimension]
  const failOf = new Uint8Array(words[dimension].words.length).fill(FAILS[dimension])
  for (const word of chosen) failOf[words[dimension].find(word)] = 0
  for (let line = 0; line < fails.length; line++) fails[line] = (fails[line] as number) | (failOf[codes[line] as number] as number)
}

function failLabels({ labels }: Roster, kind: LabelKind, chosen: readonly string[] | undefined, fails: Uint8Array): void {
  if (!chosen?.length) return
  const has = new Uint8Array(fails.length)
  for (const label of chosen) {
    const lines = labels.linesWith(kind, label)
    for (let at = 0; at < lines.length; at++) has[lines[at] as number] = 1
  }
  failOthers(has, FAILS[kind], fails)
}

function failOthers(has: Uint8Array, fail: number, fails: Uint8Array): void {
  for (let line = 0; line < fails.length; line++) if (has[line] === 0) fails[line] = (fails[line] as number) | fail
}
