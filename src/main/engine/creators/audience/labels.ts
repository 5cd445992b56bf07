import { AGE_GROUPS, AUDIENCE_DIMENSIONS, type AudienceDimension, type AudienceShares } from '#src/shared/domain/audience.ts'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import { foldText } from '#src/shared/domain/fold.ts'

const genders: Readonly<Record<string, string>> = {
  women: 'female',
  woman: 'female',
  female: 'female',
  f: 'female',
  frauen: 'female',
  weiblich: 'female',
  femmes: 'female',
  mujeres: 'female',
  mulheres: 'female',
  donne: 'female',
  men: 'male',
  man: 'male',
  male: 'male',
  m: 'male',
  manner: 'male',
  mannlich: 'male',
  hommes: 'male',
  hombres: 'male',
  homens: 'male',
  uomini: 'male',
  unknown: 'other',
  other: 'other',
  'not specified': 'other',
  unspecified: 'other',
}

/** A gender by one of its usual words; null for anything else. */
export function genderOf(word: string): string | null {
  return genders[foldText(word)] ?? null
}

/** An age group as we write it, by any dash or "to"; null for what is none. */
export function ageGroupOf(word: string): string | null {
  const plain = word.trim().toLowerCase()
  if (/^65 ?(?:\+|and over|or older|plus)$/.test(plain)) return '65+'
  const [, from, to] = /^(\d{2}) ?(?:[-–—]|to|bis) ?(\d{2})$/.exec(plain) ?? []
  return AGE_GROUPS.find((group) => group === `${from}-${to}`) ?? (from === undefined ? null : `${from}-${to}`)
}

const labelOf: Readonly<Record<AudienceDimension, (written: string) => string>> = {
  country: countryCode,
  city: (written) => written.trim(),
  age: (written) => ageGroupOf(written) ?? written.trim(),
  gender: (written) => genderOf(written) ?? written.trim(),
  language: (written) => written.trim(),
}

/** Labels as filters know them, the largest share first; labels that turn out to be one are added up, and empty dimensions left out. */
export function cleanShares(shares: AudienceShares): AudienceShares {
  const clean: AudienceShares = {}
  for (const dimension of AUDIENCE_DIMENSIONS) {
    const sums = new Map<string, number>()
    for (const [written, share] of Object.entries(shares[dimension] ?? {})) {
      const label = labelOf[dimension](written)
      sums.set(label, (sums.get(label) ?? 0) + share)
    }
    if (sums.size > 0) clean[dimension] = Object.fromEntries([...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
  }
  return clean
}
