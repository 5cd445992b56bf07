import { shareOfAges } from './audience-fit.ts'
import { countryCode, countryName } from '../country-codes.ts'
import type { CandidateFacts, MatchNeed } from './need.ts'
import type { Fact } from './score.ts'
import { listWords, percentWords, pointsUpTo } from './values.ts'
import { aboutness, placesOf, wordText, type WantedWord, type WordPlace } from './word-fit.ts'

/** A word with how much it tells apart on this roster. */
export type WeighedWord = WantedWord & { readonly rarity: number }

const weights = { words: 4, country: 2, age: 1, home: 1 } as const
const placeWords: Readonly<Record<WordPlace, string>> = { niche: 'among their niches', tag: 'among their tags', bio: 'in their bio' }

/** Whether a creator is about what the campaign is about, and reaches whom it wants to reach. */
export function relevanceFacts(need: MatchNeed, words: readonly WeighedWord[], candidate: CandidateFacts): Fact[] {
  return [...wordFacts(words, candidate), ...countryFacts(need, candidate), ...ageFacts(need, candidate)]
}

function wordFacts(words: readonly WeighedWord[], candidate: CandidateFacts): Fact[] {
  if (words.length === 0) return []
  const text = wordText(candidate)
  const fits = words.map((word) => {
    const places = placesOf(text, word)
    const place = (['niche', 'tag', 'bio'] as const).find((place) => places[place] > 0) ?? null
    return { word, place, value: aboutness(places, text.bio.length) }
  })
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0)
  const points = all === 0 ? 0 : (100 * fits.reduce((sum, { word, value }) => sum + word.rarity * value, 0)) / all
  return [{ id: 'words', words: wordSentence(fits), points, weight: weights.words }]
}

function wordSentence(fits: readonly { word: WeighedWord; place: WordPlace | null }[]): string {
  const found = (['niche', 'tag', 'bio'] as const).flatMap((place) => {
    const here = fits.filter((fit) => fit.place === place).map(({ word }) => word.text)
    return here.length === 0
      ? []
      : [`${place === 'niche' ? `${here.length} of your ${fits.length}` : here.length} ${placeWords[place]}: ${here.join(', ')}`]
  })
  const missing = fits.filter(({ place }) => place === null).map(({ word }) => word.text)
  if (found.length === 0) return `None of your words is among their niches, tags or bio: ${missing.join(', ')}.`
  return `${found.join('; ')}${missing.length > 0 ? `; not found: ${missing.join(', ')}` : ''}.`
}

function countryFacts({ countries }: MatchNeed, { audience, country: home }: CandidateFacts): Fact[] {
  if (countries.length === 0) return []
  const shares = audience?.['country'] ?? null
  const wanted = countries.map(({ country, shareBp }): Fact => {
    const share = shares === null ? null : shareOf(shares, country)
    const asked = `you asked for ${percentWords(shareBp)}`
    return {
      id: `audience ${country}`,
      words:
        share === null
          ? `Which countries their audience is in is not known; ${asked} in ${countryName(country)}.`
          : `${percentWords(share)} of their audience is in ${countryName(country)}, ${asked}.`,
      points: share === null ? null : pointsUpTo(share, shareBp),
      weight: weights.country / countries.length,
    }
  })
  return [...wanted, homeFact(countries, home)]
}

/** Of all labels that mean this country. */
function shareOf(shares: Readonly<Record<string, number>>, country: string): number {
  return Object.entries(shares).reduce((sum, [label, share]) => sum + (countryCode(label) === country ? share : 0), 0)
}

/** Where somebody lives says a little of whom they reach, and much of what they can show. */
function homeFact(countries: MatchNeed['countries'], home: string | null): Fact {
  const named = listWords(countries.map(({ country }) => countryName(country)))
  const key = home === null ? null : countryCode(home)
  const isThere = countries.some(({ country }) => country === key)
  const place = countryName(key ?? '')
  return {
    id: 'home',
    words: home === null ? 'Where they live is not known.' : isThere ? `They live in ${place}.` : `They live in ${place}, not in ${named}.`,
    points: home === null ? null : isThere ? 100 : 0,
    weight: weights.home,
  }
}

function ageFacts({ age }: MatchNeed, { audience }: CandidateFacts): Fact[] {
  if (age === null) return []
  const share = shareOfAges(audience?.['age'] ?? {}, age.from, age.to)
  const asked = `you asked for ${percentWords(age.shareBp)}`
  return [
    {
      id: 'age',
      words:
        share === null
          ? `How old their audience is is not known; ${asked} aged ${age.from} to ${age.to}.`
          : `${percentWords(share)} of their audience is ${age.from} to ${age.to} years old, ${asked}.`,
      points: share === null ? null : pointsUpTo(share, age.shareBp),
      weight: weights.age,
    },
  ]
}
