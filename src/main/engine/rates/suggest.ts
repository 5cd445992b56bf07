import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { RateQuestion, RateSuggestion } from '#src/shared/contract/rates.ts'
import { engagementNeedsALook, interactionsAtRate } from '#src/shared/domain/engagement.ts'
import { platformById } from '#src/shared/domain/platforms.ts'
import { chooseModifiers, type Circumstances, type ModifierEdits } from '#src/shared/domain/rate-card/circumstances.ts'
import { modifierSource } from '#src/shared/domain/rate-card/compose.ts'
import { exchangeRate } from '#src/shared/domain/rate-card/exchange.ts'
import { DEALS_NEEDED_WHY } from '#src/shared/domain/rate-card/modifiers.ts'
import { remarksOn } from '#src/shared/domain/rate-card/peers.ts'
import { TIER_SETS, tierOf, tierSet, type TierSet } from '#src/shared/domain/tiers.ts'
import type { EngineContext } from '../context.ts'
import { showCreator } from '../creators/show.ts'
import { settingsOf } from '../workspace/settings.ts'
import { countableSuggestion } from './countable.ts'
import { formatIdOf } from './format.ts'
import { pastDeals } from './past-deals.ts'

export type Question = z.infer<typeof RateQuestion>
type Suggestion = z.infer<typeof RateSuggestion>
type Account = Awaited<ReturnType<typeof showCreator>>['accounts'][number]

/** A suggestion with what it was made from, for a negotiation to go on with. */
export interface Suggested {
  suggestion: Suggestion
  circumstances: Circumstances
  edits: ModifierEdits
}

/**
 * A price for one post of a creator, with its composition. Raises NOT_FOUND for a creator who is gone or has no account on that platform,
 * BAD_INPUT for a benchmark set that does not exist, and for an exchange rate or factors that make the price too large to be counted.
 */
export async function suggestFor({ read, ports }: EngineContext, question: Question): Promise<Suggested> {
  const [creator, settings] = [await showCreator(read, question.creatorId), await settingsOf(read)]
  const account = accountFor(creator.accounts, question.platform)
  const set = setCalled(question.setId ?? settings.benchmarkSetId)
  const currency = question.currency ?? settings.currency
  const platform = account?.platform ?? question.platform ?? ''
  const format = formatIdOf(question.format, platform)
  const [followers, engagementBp] = [account?.snapshots[0]?.followers ?? null, account?.engagementRateBp ?? null]
  const circumstances: Circumstances = {
    ...question,
    platform,
    platformLabel: platformById(platform)?.label ?? (platform || 'Platform'),
    format,
    engagementBp,
  }
  const edits = { factorsBp: { ...settings.rateCard.factorsBp, ...question.factorsBp }, off: question.off }
  const modifiers = chooseModifiers(circumstances, edits)
  const tier = tierOf(followers, set.bands)
  const rows = account && tier ? await pastDeals(read, { platform, format, tier, bands: set.bands, currency }, ports.clock.today()) : []
  const { needed, usesDeals } = { needed: settings.rateCard.dealsNeeded, usesDeals: !question.off.includes('deals') }
  const { range, ...answer } = countableSuggestion({
    setId: set.id,
    platform,
    followers,
    interactions: followers === null || engagementBp === null ? null : interactionsAtRate(followers, engagementBp),
    currency,
    rate: question.usdRate === undefined ? null : exchangeRate(question.usdRate),
    modifiers,
    usesEngagement: !question.off.includes('engagement'),
    deals: usesDeals ? { prices: rows.map(({ pricePerPost }) => pricePerPost), needed } : null,
  })
  const suggestion: Suggestion = {
    creatorId: creator.id,
    creatorName: creator.name,
    platform: account?.platform ?? null,
    handle: account?.handle ?? null,
    format,
    setId: set.id,
    setLabel: set.label,
    currency,
    tier: answer.tier,
    followers,
    engagementRateBp: engagementBp,
    engagementBasis: account?.engagementBasis ?? null,
    basis: answer.basis,
    low: range?.low ?? null,
    suggested: range?.suggested ?? null,
    high: range?.high ?? null,
    steps: [...answer.steps],
    modifiers: modifiers.map((modifier) => ({ ...modifier, source: modifierSource(modifier) })),
    missing: [...answer.missing],
    notes: notesOn(engagementBp, platform, set, rows.length, needed),
    deals: { needed, why: DEALS_NEEDED_WHY, found: rows.length, isUsed: answer.basis === 'own deals', rows },
  }
  return { suggestion, circumstances, edits }
}

function accountFor(accounts: readonly Account[], platform: string | undefined): Account | null {
  if (platform === undefined) return accounts[0] ?? null
  return (
    accounts.find((account) => account.platform === platform) ??
    raise('NOT_FOUND', `The creator has no account on ${platformById(platform)?.label ?? platform}; add it, with its followers, first.`)
  )
}

function setCalled(id: string): TierSet {
  const sets = TIER_SETS.map((set) => set.id).join(', ')
  return tierSet(id) ?? raise('BAD_INPUT', `There is no benchmark set "${id}"; choose ${sets}.`)
}

function notesOn(engagementBp: number | null, platform: string, set: TierSet, found: number, needed: number): string[] {
  const odd = engagementBp === null ? null : engagementNeedsALook(engagementBp)
  return [
    ...(odd === null ? [] : [`An engagement rate ${odd} needs a look before it is paid for.`]),
    ...remarksOn(set.id, platform).map((remark) => `${set.label} (${set.id}): ${remark} It moves no price here.`),
    ...(found > 0 && found < needed ? [`Own deals of this kind: ${found} of ${needed} that are needed to replace the benchmark.`] : []),
  ]
}
