import { MatchNeed } from '#src/shared/contract/match.ts'
import type { z } from 'zod'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import { listWords } from '#src/shared/domain/match/values.ts'
import { partsOf, timesIn, wantedWord } from '#src/shared/domain/match/word-fit.ts'
import type { BriefContent } from '../briefs/content.ts'
import { briefContentOf } from '../briefs/queries.ts'
import { campaignOf } from '../campaigns/queries.ts'
import { listClients, showClient } from '../clients/queries.ts'
import type { EngineContext } from '../context.ts'
import { rosterOf, type Roster } from '../creators/roster/roster.ts'

/** So many words make a need; more would find everybody. */
const mostWords = 8

/** What a campaign needs as far as its brief and its client say, and where each part is taken from. Niches and tags that the roster knows
 *  are looked for in the brief; clients whom its restrictions name are competitors. Raises NOT_FOUND. */
export async function needOfCampaign(
  { read, workspace }: Pick<EngineContext, 'read' | 'workspace'>,
  campaignId: string,
): Promise<{ need: z.infer<typeof MatchNeed>; from: string[] }> {
  const campaign = await campaignOf(read, campaignId)
  const [client, brief, roster] = [
    await showClient(read, campaign.client_id),
    await briefContentOf(read, campaignId),
    await rosterOf(workspace),
  ]
  const words = nichesIn(roster, [client.industry ?? '', campaign.name, ...textsOf(brief)].join('\n'))
  const platforms = distinct(brief.deliverables.map(({ platform }) => platform))
  const formats = distinct(brief.deliverables.map(({ format }) => format))
  const clients = (await listClients(read, { archived: false })).filter(({ id }) => id !== client.id)
  const excludedBrands = clients.map(({ name }) => name).filter((name) => timesIn(partsOf(brief.restrictions), wantedWord(name)) > 0)
  const need = MatchNeed.parse({ campaignId, words, platforms, formats, excludedBrands, countries: countriesIn(roster, textsOf(brief)) })
  return {
    need,
    from: [
      ...(words.length > 0 ? [`Niches of your roster that the brief or the client’s industry names: ${listWords(words)}.`] : []),
      ...(platforms.length > 0 ? ['Platforms and formats of the deliverables in the brief.'] : []),
      ...(excludedBrands.length > 0 ? [`Clients of yours that the restrictions name: ${listWords(excludedBrands)}.`] : []),
    ],
  }
}

function textsOf({ goal, keyMessages, hashtags }: BriefContent): string[] {
  return [goal, ...keyMessages, ...hashtags]
}

/** Niches of the roster that stand in a text, those that most creators have first. */
function nichesIn({ labels }: Roster, text: string): string[] {
  const parts = partsOf(text)
  return [...labels.all('niche')]
    .filter(([label]) => timesIn(parts, wantedWord(label)) > 0)
    .toSorted(([one, lines], [other, others]) => others.length - lines.length || (one < other ? -1 : 1))
    .slice(0, mostWords)
    .map(([label]) => label)
}

/** Countries of the roster that a text names. */
function countriesIn({ words }: Roster, texts: readonly string[]): { country: string; shareBp: number }[] {
  const parts = partsOf(texts.join('\n'))
  const named = words.country.words.filter((word) => word !== null && word.length > 2 && timesIn(parts, wantedWord(word)) > 0)
  return distinct(named.map((word) => countryCode(word ?? ''))).map((country) => ({ country, shareBp: usualCountryShareBp }))
}

/** Where a brief names a country without a share: our own choice. */
const usualCountryShareBp = 4000

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}
