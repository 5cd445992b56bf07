import { shareOfAges } from '#src/shared/domain/match/audience-fit.ts'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import type { MatchNeed } from '#src/shared/domain/match/need.ts'
import { pointsUpTo } from '#src/shared/domain/match/values.ts'
import type { Roster } from '../creators/roster/roster.ts'

/** Points by line for one thing that was asked of audiences, and its weight within relevance; -1 where the audience is not known. */
export interface AudiencePoints {
  points: Float32Array
  weight: number
}

/** As the whole score weighs them; src/shared/domain/match/relevance.ts. */
const weights = { country: 2, age: 1 } as const

/** What the newest audiences on file say of the countries and ages that were asked for, line by line. */
export function audienceOf(roster: Roster, { countries, age }: MatchNeed): AudiencePoints[] {
  const all = countries.map(({ country, shareBp }): AudiencePoints => {
    const points = pointsOf(roster, 'country', shareBp, (label) => (countryCode(label) === country ? 1 : 0))
    return { points, weight: weights.country / countries.length }
  })
  if (age === null) return all
  const partOf = (label: string) => (shareOfAges({ [label]: 10_000 }, age.from, age.to) ?? 0) / 10_000
  return [...all, { points: pointsOf(roster, 'age', age.shareBp, partOf), weight: weights.age }]
}

/** `partOf` says how much of a label counts. Who has any label of the dimension has an audience, if only of others. */
function pointsOf({ audiences, columns }: Roster, dimension: string, wantedBp: number, partOf: (label: string) => number): Float32Array {
  const shares = new Float32Array(columns.size).fill(-1)
  for (const [label, posting] of audiences.all(dimension)) {
    const part = partOf(label)
    for (let at = 0; at < posting.lines.length; at++) {
      const line = posting.lines[at] as number
      shares[line] = Math.max(0, shares[line] as number) + part * (posting.shares[at] as number)
    }
  }
  for (let line = 0; line < shares.length; line++) {
    const share = shares[line] as number
    if (share >= 0) shares[line] = pointsUpTo(share, wantedBp)
  }
  return shares
}

/** Which codes of the roster's countries mean one that was asked for. */
export function homeCodes({ words }: Roster, { countries }: MatchNeed): ReadonlySet<number> {
  const wanted = new Set(countries.map(({ country }) => country))
  if (wanted.size === 0) return new Set()
  return new Set(words.country.words.flatMap((word, code) => (word !== null && wanted.has(countryCode(word)) ? [code] : [])))
}
