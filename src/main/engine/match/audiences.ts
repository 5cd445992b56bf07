import { countryKey, countryName } from '#src/shared/domain/match/country-key.ts'
import { shareOfAges } from '#src/shared/domain/match/audience-fit.ts'
import type { MatchNeed } from '#src/shared/domain/match/need.ts'
import { pointsUpTo } from '#src/shared/domain/match/values.ts'
import type { Roster } from '../creators/roster/roster.ts'
import type { ReadDb } from '../db/handles.ts'

/** Points by line for one thing that was asked of audiences, and its weight within relevance. */
export interface AudiencePoints {
  points: ReadonlyMap<number, number>
  weight: number
}

/** As the whole score weighs them; src/shared/domain/match/relevance.ts. */
const weights = { country: 2, age: 1 } as const
/** The age groups that platforms report. */
const ageGroups = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const

/** What the newest audiences on file say of the countries and ages that were asked for, line by line. */
export async function audienceOf(db: ReadDb, { countries, age }: MatchNeed): Promise<AudiencePoints[]> {
  const all: AudiencePoints[] = []
  for (const { country, shareBp } of countries) {
    const shares = await sharesOf(db, 'country', [country, countryName(country)], () => 1)
    all.push({ points: pointsOf(shares, shareBp), weight: weights.country / countries.length })
  }
  if (age !== null) {
    const partOf = (label: string) => (shareOfAges({ [label]: 10_000 }, age.from, age.to) ?? 0) / 10_000
    all.push({ points: pointsOf(await sharesOf(db, 'age', ageGroups, partOf), age.shareBp), weight: weights.age })
  }
  return all
}

async function sharesOf(
  db: ReadDb,
  dimension: string,
  labels: readonly string[],
  partOf: (label: string) => number,
): Promise<Map<number, number>> {
  const shares = new Map<number, number>()
  for (const label of new Set(labels)) {
    const part = partOf(label)
    if (part === 0) continue
    const rows = await db
      .selectFrom('roster_audience')
      .where('dimension', '=', dimension)
      .where('label', '=', label)
      .select(['search_id', 'share_bp'])
      .execute()
    for (const { search_id: line, share_bp: share } of rows) shares.set(line, (shares.get(line) ?? 0) + share * part)
  }
  return shares
}

function pointsOf(shares: ReadonlyMap<number, number>, wantedBp: number): Map<number, number> {
  return new Map([...shares].map(([line, share]) => [line, pointsUpTo(share, wantedBp)]))
}

/** Which codes of the roster's countries mean one that was asked for. */
export function homeCodes({ words }: Roster, { countries }: MatchNeed): ReadonlySet<number> {
  const wanted = new Set(countries.map(({ country }) => country))
  if (wanted.size === 0) return new Set()
  return new Set(words.country.words.flatMap((word, code) => (word !== null && wanted.has(countryKey(word)) ? [code] : [])))
}
