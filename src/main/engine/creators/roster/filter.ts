import type { z } from 'zod'
import type { CreatorFilter as FilterSchema } from '#src/shared/contract/creators.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import { followersOfTier, type TierBand } from '#src/shared/domain/tiers.ts'
import { doNotContact as leftAlone } from '../../db/roster-line.ts'
import type { LabelKind } from '../../db/roster-reader.ts'
import { LINE, type Dimension } from './columns.ts'
import type { Roster } from './roster.ts'
import { linesFound } from './search-terms.ts'

export type CreatorFilter = z.infer<typeof FilterSchema>

/** One bit for each part of a filter that a line can fail; those with counts of their own in the facets first. */
export const FAILS = {
  tier: 1,
  platform: 2,
  niche: 4,
  country: 8,
  stage: 16,
  tag: 32,
  language: 64,
  format: 128,
  owner: 256,
  audienceCountry: 512,
  rest: 1024,
} as const

/** For each line, which parts of the filter it fails: 0 is a line of the filter. Within one part any choice will do; all parts have to
 *  hold. */
export function failuresOf(roster: Roster, filter: CreatorFilter, bands: readonly TierBand[], today: string): Uint16Array {
  const fails = new Uint16Array(roster.columns.size)
  failStateAndText(roster, filter, fails)
  failFigures(roster, filter, fails)
  failTiers(roster, filter.tiers, bands, fails)
  failWords(roster, 'platform', filter.platforms, fails)
  failWords(roster, 'country', filter.countries, fails)
  failWords(roster, 'stage', filter.stages, fails)
  failLabels(roster, 'niche', filter.niches, fails)
  failLabels(roster, 'tag', filter.tags, fails)
  failLabels(roster, 'language', filter.languages, fails)
  failLabels(roster, 'format', filter.formats, fails)
  failLabels(roster, 'owner', filter.owners, fails)
  failAudiences(roster, filter.audience, fails)
  failPast(roster, filter, today, fails)
  return fails
}

// These loops go over every line for every new filter: plain indexed loops over typed arrays, which are several times faster than
// iterators and callbacks.

function failStateAndText({ columns: { state }, reader }: Roster, { archived, search }: CreatorFilter, fails: Uint16Array): void {
  const wanted = archived ? LINE.archived : LINE.active
  const found = linesFound(reader, search, fails.length)
  for (let line = 0; line < fails.length; line++) if (state[line] !== wanted) fails[line] = FAILS.rest
  if (found) for (let line = 0; line < fails.length; line++) if (found[line] === 0) fails[line] = FAILS.rest
}

/** What is not known lies within no bounds. */
function failFigures({ columns: { followers, engagement } }: Roster, filter: CreatorFilter, fails: Uint16Array): void {
  const { minFollowers, maxFollowers, minEngagementBp, maxEngagementBp } = filter
  if (minFollowers !== undefined || maxFollowers !== undefined) {
    const [from, to] = [minFollowers ?? 0, maxFollowers ?? Number.POSITIVE_INFINITY]
    for (let line = 0; line < fails.length; line++) {
      const count = followers[line] as number
      if (!(count >= from && count <= to)) fails[line] = FAILS.rest
    }
  }
  if (minEngagementBp === undefined && maxEngagementBp === undefined) return
  const [least, most] = [minEngagementBp ?? 0, maxEngagementBp ?? Number.POSITIVE_INFINITY]
  for (let line = 0; line < fails.length; line++) {
    const rate = engagement[line] as number
    if (rate < least || rate > most) fails[line] = FAILS.rest
  }
}

/** A tier is a range of followers, so that edited bands hold at once. */
function failTiers(
  { columns: { followers } }: Roster,
  tiers: CreatorFilter['tiers'],
  bands: readonly TierBand[],
  fails: Uint16Array,
): void {
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

function failWords({ columns, words }: Roster, dimension: Dimension, chosen: readonly string[] | undefined, fails: Uint16Array): void {
  if (!chosen?.length) return
  const codes = columns[dimension]
  const failOf = new Uint8Array(words[dimension].words.length).fill(FAILS[dimension])
  for (const word of chosen) failOf[words[dimension].find(word)] = 0
  for (let line = 0; line < fails.length; line++) fails[line] = (fails[line] as number) | (failOf[codes[line] as number] as number)
}

function failLabels({ labels }: Roster, kind: Exclude<LabelKind, 'mark'>, chosen: readonly string[] | undefined, fails: Uint16Array): void {
  if (!chosen?.length) return
  const has = new Uint8Array(fails.length)
  for (const label of chosen) {
    const lines = labels.linesWith(kind, label)
    for (let at = 0; at < lines.length; at++) has[lines[at] as number] = 1
  }
  failOthers(has, FAILS[kind], fails)
}

function failOthers(has: Uint8Array, fail: number, fails: Uint16Array): void {
  for (let line = 0; line < fails.length; line++) if (has[line] === 0) fails[line] = (fails[line] as number) | fail
}

/** Labels of one condition count together, so that "18 to 34" is the sum of two age groups. */
function failAudiences({ audiences }: Roster, conditions: CreatorFilter['audience'], fails: Uint16Array): void {
  for (const { dimension, labels, atLeastBp } of conditions ?? []) {
    const sums = new Uint16Array(fails.length)
    for (const label of new Set(labels)) {
      const posting = audiences.of(dimension, label)
      if (!posting) continue
      const { lines, shares } = posting
      for (let at = 0; at < lines.length; at++) (sums[lines[at] as number] as number) += shares[at] as number
    }
    const fail = dimension === 'country' ? FAILS.audienceCountry : FAILS.rest
    for (let line = 0; line < fails.length; line++) if ((sums[line] as number) < atLeastBp) fails[line] = (fails[line] as number) | fail
  }
}

function failPast(roster: Roster, filter: CreatorFilter, today: string, fails: Uint16Array): void {
  const { notWorkedWithDays, vetted, doNotContact } = filter
  if (notWorkedWithDays !== undefined) {
    const since = addDays(today, -notWorkedWithDays)
    for (const [line, day] of roster.past.lastWorked()) if (day > since && line < fails.length) fails[line] = FAILS.rest
  }
  if (vetted !== undefined) failUnless(vetted, roster.past.vetted(), fails)
  if (doNotContact !== undefined) failUnless(doNotContact, roster.labels.linesWith('mark', leftAlone), fails)
}

/** Leaves these lines only, or all but them. */
function failUnless(isWanted: boolean, lines: ArrayLike<number>, fails: Uint16Array): void {
  const has = new Uint8Array(fails.length)
  for (let at = 0; at < lines.length; at++) has[lines[at] as number] = 1
  const unwanted = isWanted ? 0 : 1
  for (let line = 0; line < fails.length; line++) if (has[line] === unwanted) fails[line] = FAILS.rest
}
