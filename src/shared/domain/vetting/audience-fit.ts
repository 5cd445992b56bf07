import { percentText } from './figures.ts'
import { OURS, signalOf, type Signal } from './signal.ts'

/** Whom a campaign wants to reach. */
export interface AudienceTarget {
  /** As the audience on file names them, such as DE; any of them counts. */
  readonly countries: readonly string[]
  /** Years, both included; null for open. */
  readonly ageFrom: number | null
  readonly ageTo: number | null
  /** The least share of the audience, basis points. */
  readonly leastBp: number
}

/** Who follows an account, on a day: shares in basis points by dimension and label. */
export interface Audience {
  readonly id: string
  readonly takenOn: string
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** "At least 40 % of audience in DE, 18–34" is how agencies ask. */
export const USUAL_LEAST_BP = 4_000
const OLDEST = 100

/** The share of the audience in the target's countries, and of its ages. Countries and ages are told apart: which of those in the country
 *  are of the age is not on file. */
export function audienceFitSignal(audience: Audience | null, target: AudienceTarget): Signal {
  const least = percentText(target.leastBp)
  const thresholds = [
    {
      words: `At least ${least} of the audience in the target’s countries, and at least ${least} of its ages.`,
      source: 'the target that was asked for',
    },
    { words: 'Less than a quarter of that is a red flag.', source: OURS },
  ]
  const base = { id: 'audienceFit', thresholds } as const
  const parts = audience ? partsOf(audience, target) : []
  const known = parts.filter(({ share }) => share !== null)
  if (!audience || known.length === 0) {
    const sentence = audience ? 'The audience on file says nothing of the countries or ages asked for.' : 'No audience is on file.'
    return signalOf({ ...base, verdict: 'not enough data', sentence })
  }
  const value = Math.min(...known.map(({ share }) => share ?? 0))
  const verdict = value >= target.leastBp ? 'fine' : value < target.leastBp / 4 ? 'red flag' : 'look'
  const said = parts.map(({ words, share }) => (share === null ? `nothing is known of ${words}` : `${percentText(share)} ${words}`))
  return signalOf({
    ...base,
    verdict,
    value,
    points: Math.min(100, Math.round((value * 100) / target.leastBp)),
    sentence: `Of the audience, ${said.join(', ')}; ${least} are asked for.`,
    evidence: () => [{ kind: 'audience', id: audience.id, on: audience.takenOn, words: said.join(', ') }],
  })
}

function partsOf({ shares }: Audience, { countries, ageFrom, ageTo }: AudienceTarget): { words: string; share: number | null }[] {
  const inCountries = shares['country'] ?? null
  const ages = shares['age'] ?? null
  const wanted = new Set(countries.map((country) => country.toLowerCase()))
  const country = {
    words: `in ${countries.join(', ')}`,
    share: inCountries && sum(Object.entries(inCountries).map(([label, share]) => (wanted.has(label.toLowerCase()) ? share : 0))),
  }
  const [from, to] = [ageFrom ?? 0, ageTo ?? OLDEST]
  const age = {
    words: ageTo === null ? `aged ${from} and over` : `aged ${from} to ${to}`,
    share: ages && Math.round(sum(Object.entries(ages).map(([label, share]) => share * overlap(label, from, to)))),
  }
  return [...(countries.length > 0 ? [country] : []), ...(ageFrom !== null || ageTo !== null ? [age] : [])]
}

/** Which part of a bracket such as 18-24 or 55+ lies within the ages, its years taken as equally many. */
function overlap(label: string, from: number, to: number): number {
  const [low = Number.NaN, high = OLDEST] = (label.match(/\d+/g) ?? []).map(Number)
  if (Number.isNaN(low)) return 0
  const years = Math.min(high, to) - Math.max(low, from) + 1
  return Math.max(0, years) / (high - low + 1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
