/** What an audience is broken down by. */
export const AUDIENCE_DIMENSIONS = ['country', 'city', 'age', 'gender', 'language'] as const
export type AudienceDimension = (typeof AUDIENCE_DIMENSIONS)[number]

/** Shares in basis points of the whole audience, by dimension and label. A dimension that is not known is left out, never 0. */
export type AudienceShares = Partial<Record<AudienceDimension, Record<string, number>>>

/** The age groups in which the platforms report (Instagram, TikTok, YouTube), youngest first. */
export const AGE_GROUPS = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const
export const GENDERS = ['female', 'male', 'other'] as const

/** From so many basis points on a country counts as one of a creator's main countries in the facets; a filter that names a share of its
 *  own goes before. Ours: with 30 % or more a country is nearly always the largest of an audience. */
export const MAIN_COUNTRY_BP = 3000

/** Platforms round each share to a tenth of a percent and leave small groups out: so far above the whole a sum may come to lie. */
const ROUNDING_BP = 100

/** What cannot be right in shares, in plain sentences: one below nothing or above everything, or a sum above everything. Empty where all
 *  is well. Sums below the whole are usual, because platforms name the largest groups only. */
export function problemsOfShares(shares: AudienceShares): string[] {
  return AUDIENCE_DIMENSIONS.flatMap((dimension) => {
    const labels = Object.entries(shares[dimension] ?? {})
    const impossible = labels.filter(([, share]) => share < 0 || share > 10_000)
    if (impossible.length > 0)
      return impossible.map(([label, share]) => `${dimension} ${label}: ${share / 100} % of an audience cannot be; it is 0 to 100.`)
    const sum = labels.reduce((all, [, share]) => all + share, 0)
    return sum > 10_000 + ROUNDING_BP ? [`${dimension}: the shares add up to ${sum / 100} %, which is more than everyone.`] : []
  })
}

/** The age groups that lie wholly within bounds in years: 18 to 34 is 18-24 and 25-34. */
export function ageGroupsWithin(from: number, to: number): string[] {
  return AGE_GROUPS.filter((group) => {
    const [least = 0, most = 200] = group.endsWith('+') ? [Number.parseInt(group, 10)] : group.split('-').map(Number)
    return least >= from && most <= to
  })
}
