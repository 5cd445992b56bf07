import { RelationshipStage, Tier } from '#src/shared/contract/creators.ts'
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
  archived: { note: 'those that were archived, instead' },
}

/** Ends with a usage error where no creator could fit. */
export function expectRange(values: Values): void {
  const [least, most] = [values.count('min-followers'), values.count('max-followers')]
  if (least !== undefined && most !== undefined && least > most)
    misused(`--min-followers ${least} is more than --max-followers ${most}, so no creator could fit.`)
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
    archived: values.flag('archived') || undefined,
  })
}

/** Platforms are the roster's own words, so one that nobody is on is no mistake; but it may be a slip of the hand, and is told. */
export async function sayUnusedPlatforms(call: Client, values: Values, say: (line: string) => void): Promise<void> {
  for (const platform of values.list('platform') ?? []) {
    const count = async (archived: boolean) => (await call.creators.list({ platforms: [platform], archived, limit: 1 })).total
    if ((await count(false)) + (await count(true)) === 0) say(`No creator is on the platform “${platform}”.`)
  }
}
