import type { z } from 'zod'
import type { MatchNeed as NeedSchema } from '#src/shared/contract/match.ts'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import type { MatchNeed } from '#src/shared/domain/match/need.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'

/** A need as it is compared: countries by their code, platforms by their id, each word, tier and country once. */
export function plainNeed(asked: z.infer<typeof NeedSchema>): MatchNeed {
  const tiers = new Map(asked.tiers.map(({ tier, count }) => [tier, count]))
  const countries = new Map(asked.countries.map(({ country, shareBp }) => [countryCode(country), shareBp]))
  return {
    words: [...new Map(asked.words.map((word) => [word.toLowerCase(), word])).values()],
    tiers: [...tiers].map(([tier, count]) => ({ tier, count })),
    countries: [...countries].map(([country, shareBp]) => ({ country, shareBp })),
    age: asked.age,
    platforms: [...new Set(asked.platforms.map((word) => platformOfWord(word) ?? word))],
    formats: [...new Set(asked.formats)],
    budget: asked.budget,
    minEngagementBp: asked.minEngagementBp,
    excludedBrands: asked.excludedBrands,
    weights: asked.weights,
  }
}
