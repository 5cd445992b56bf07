import { RelationshipStage, Tier } from '#src/shared/contract/creators.ts'
import { AGE_GROUPS, AUDIENCE_DIMENSIONS, GENDERS, ageGroupsWithin, type AudienceDimension } from '#src/shared/domain/audience.ts'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import type { Client, Option } from '../command.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'

/** The options by which every command on the roster chooses its creators. */
export const filterOptions: Readonly<Record<string, Option>> = {
  search: { value: 'TEXT', note: 'in names, handles, bios, notes and niches' },
  tier: { value: 'TIER', note: 'by followers', choices: Tier.options, many: true },
  platform: { value: 'PLATFORM', note: 'such as instagram', many: true },
  niche: { value: 'NICHE', note: 'one of the niches', many: true },
  country: { value: 'COUNTRY', note: 'where the creator lives', many: true },
  tag: { value: 'TAG', note: 'one of the tags', many: true },
  stage: { value: 'STAGE', note: 'of the relationship', choices: RelationshipStage.options, many: true },
  'min-followers': { value: 'N', note: 'so many or more', kind: 'count' },
  'max-followers': { value: 'N', note: 'so many or fewer', kind: 'count' },
  'min-engagement': { value: 'PERCENT', note: 'engagement rate of so much or more, such as 4.5', kind: 'percent' },
  'max-engagement': { value: 'PERCENT', note: 'engagement rate of so much or less', kind: 'percent' },
  language: { value: 'LANGUAGE', note: 'spoken', many: true },
  format: { value: 'FORMAT', note: 'what they make, such as reel', many: true },
  owner: { value: 'NAME', note: 'who of the agency looks after them', many: true },
  audience: {
    value: 'SHARE',
    note: 'who follows them: country:DE=40, age:18-34=30, gender:female=60; + adds labels up: country:DE+AT=50',
    many: true,
  },
  'not-worked-with': { value: 'DAYS', note: 'not worked with in so many days, or never', kind: 'count', least: 1, most: 36_500 },
  'do-not-contact': { note: 'those who must not be contacted' },
  'may-contact': { note: 'all but those who must not be contacted' },
  vetted: { note: 'those whose vetting came to a decision' },
  'not-vetted': { note: 'those without a vetting decision' },
  archived: { note: 'those that were archived, instead' },
}

/** Ends with a usage error where no creator could fit. */
export function expectRange(values: Values): void {
  const [least, most] = [values.count('min-followers'), values.count('max-followers')]
  if (least !== undefined && most !== undefined && least > most)
    misused(`--min-followers ${least} is more than --max-followers ${most}, so no creator could fit.`)
  for (const [one, other] of [
    ['do-not-contact', 'may-contact'],
    ['vetted', 'not-vetted'],
  ] as const)
    if (values.flag(one) && values.flag(other)) misused(`Give --${one} or --${other}, not both.`)
  for (const given of values.many('audience') ?? []) audienceFrom(given)
}

export function filterFrom(values: Values) {
  return given({
    search: values.text('search'),
    tiers: values.manyOf('tier', Tier.options),
    platforms: values.list('platform'),
    niches: values.list('niche'),
    countries: values.list('country'),
    tags: values.list('tag'),
    stages: values.manyOf('stage', RelationshipStage.options),
    minFollowers: values.count('min-followers'),
    maxFollowers: values.count('max-followers'),
    minEngagementBp: values.percent('min-engagement'),
    maxEngagementBp: values.percent('max-engagement'),
    languages: values.list('language'),
    formats: values.list('format'),
    owners: values.list('owner'),
    audience: values.many('audience')?.map(audienceFrom),
    notWorkedWithDays: values.count('not-worked-with'),
    doNotContact: eitherOf(values, 'do-not-contact', 'may-contact'),
    vetted: eitherOf(values, 'vetted', 'not-vetted'),
    archived: values.flag('archived') || undefined,
  })
}

function eitherOf(values: Values, yes: string, no: string): boolean | undefined {
  if (values.flag(yes)) return true
  return values.flag(no) ? false : undefined
}

/** `country:DE+AT=50`: the labels together are half of the audience or more. Bounds in years stand for the age groups between them. */
function audienceFrom(given: string): { dimension: AudienceDimension; labels: string[]; atLeastBp: number } {
  const [, word = '', labels = '', share = ''] = /^\s*(\w+)\s*[:]\s*(.+?)\s*=\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(given) ?? []
  const dimension = AUDIENCE_DIMENSIONS.find((known) => known === word.toLowerCase())
  const atLeastBp = Math.round(Number(share.replace(',', '.')) * 100)
  if (dimension === undefined || !(atLeastBp >= 1 && atLeastBp <= 10_000))
    misused(`--audience takes ${AUDIENCE_DIMENSIONS.join(', ')} with a share, such as country:DE=40 or age:18-34=30; not "${given}".`)
  const names = labels.split('+').map((label) => label.trim())
  return { dimension, labels: names.flatMap((label) => labelsOf(dimension, label)), atLeastBp }
}

function labelsOf(dimension: AudienceDimension, label: string): string[] {
  if (dimension === 'country') return [countryCode(label)]
  if (dimension === 'gender') return [GENDERS.find((gender) => gender.startsWith(label.toLowerCase())) ?? label]
  const [, from, to] = /^(\d+)\s*-\s*(\d+)$/.exec(label) ?? []
  if (dimension !== 'age' || from === undefined) return [label]
  const groups = ageGroupsWithin(Number(from), Number(to))
  return groups.length > 0 ? groups : misused(`--audience knows the age groups ${AGE_GROUPS.join(', ')}; no group lies within ${label}.`)
}

/** Platforms are the roster's own words, so one that nobody is on is no mistake; but it may be a slip of the hand, and is told. */
export async function sayUnusedPlatforms(call: Client, values: Values, say: (line: string) => void): Promise<void> {
  for (const platform of values.list('platform') ?? []) {
    const count = async (archived: boolean) => (await call.creators.list({ platforms: [platform], archived, limit: 1 })).total
    if ((await count(false)) + (await count(true)) === 0) say(`No creator is on the platform “${platform}”.`)
  }
}
