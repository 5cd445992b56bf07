import { Tier } from '#src/shared/contract/creators.ts'
import { CRITERIA, DEFAULT_WEIGHTS } from '#src/shared/domain/match/score.ts'
import type { Option } from '../command.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'

/** The options that say what a campaign needs. */
export const needOptions: Readonly<Record<string, Option>> = {
  words: { value: 'WORDS', note: 'niche words, with commas between them', many: true },
  tier: { value: 'TIER=N', note: 'so many of a tier, such as nano=6; a tier alone is any number', many: true },
  country: { value: 'CC=PERCENT', note: 'share of the audience, such as DE=40; 40 when left out', many: true },
  age: { value: 'FROM-TO=PERCENT', note: 'ages of the audience, such as 18-34=50; 50 when left out' },
  platform: { value: 'PLATFORM', note: 'one of these', many: true },
  format: { value: 'FORMAT', note: 'such as reel', many: true },
  budget: { value: 'AMOUNT', note: 'for one post, such as "400 EUR"; in the workspace\'s currency unless written' },
  engagement: { value: 'PERCENT', note: 'engagement floor', kind: 'percent' },
  exclude: { value: 'BRAND', note: 'a competitor; whoever worked for it is left out', many: true },
  weights: {
    value: 'NAME=N',
    note: `how much each criterion weighs, such as ${CRITERIA.map((name) => `${name}=${DEFAULT_WEIGHTS[name]}`).join(',')}`,
  },
  top: { value: 'N', note: 'how many to list; 50 when left out', kind: 'count', least: 1, most: 500 },
}

const usualCountryShareBp = 4000

/** The need without its campaign. Ends with a usage error for what cannot be read. */
export function needFrom(values: Values, currency: string) {
  return given({
    words: values.list('words'),
    tiers: values.list('tier')?.map(tierFrom),
    countries: values.list('country')?.map(countryFrom),
    age: ageFrom(values.text('age')),
    platforms: values.list('platform'),
    formats: values.list('format'),
    budget: values.price('budget', currency),
    minEngagementBp: floorFrom(values),
    excludedBrands: values.list('exclude'),
    weights: weightsFrom(values.list('weights')),
    top: values.count('top'),
  })
}

function floorFrom(values: Values) {
  const floor = values.percent('engagement')
  if (floor !== undefined && floor > 10_000) misused(`--engagement takes at most 100 %; not "${values.needed('engagement')}".`)
  return floor
}

function tierFrom(text: string) {
  const [, word = '', number] = /^(.+?)(?:=(\d{1,4}))?$/.exec(text) ?? []
  const tier = Tier.options.find((tier) => tier === word.trim().toLowerCase())
  const count = Number(number ?? 0)
  if (tier === undefined || count > 1000)
    misused(`--tier takes a tier and a number up to 1000, such as nano=6; not "${text}". Tiers: ${Tier.options.join(', ')}.`)
  return { tier, count }
}

function countryFrom(text: string) {
  const [, country, percent] = /^([^=]+?)(?:=(\d{1,3}))?$/.exec(text) ?? []
  const shareBp = percent === undefined ? usualCountryShareBp : Number(percent) * 100
  if (country === undefined || shareBp < 1 || shareBp > 10_000)
    misused(`--country takes a country and a share, such as DE=40; not "${text}".`)
  return { country, shareBp }
}

function ageFrom(text: string | undefined) {
  if (text === undefined) return undefined
  const found = /^(\d{1,3})-(\d{1,3})(?:=(\d{1,3}))?$/.exec(text.trim())
  const [from, to, percent] = [Number(found?.[1]), Number(found?.[2]), found?.[3] === undefined ? 50 : Number(found[3])]
  if (!found || from > to || to > 120 || percent < 1 || percent > 100)
    misused(`--age takes ages and a share, such as 18-34=50; not "${text}".`)
  return { from, to, shareBp: percent * 100 }
}

function weightsFrom(parts: readonly string[] | undefined) {
  if (parts === undefined) return undefined
  return Object.fromEntries(
    parts.map((part) => {
      const [, word = '', number = ''] = /^([a-z]+)=(\d{1,3}(?:\.\d+)?)$/i.exec(part) ?? []
      const name = CRITERIA.find((criterion) => criterion.startsWith(word.toLowerCase()) && word.length > 1)
      const weight = Number(number)
      if (name === undefined || weight > 100)
        misused(`--weights takes weights from 0 to 100, such as relevance=8; not "${part}". There are: ${CRITERIA.join(', ')}.`)
      return [name, weight] as const
    }),
  )
}
