import { z } from 'zod'
import { USAGE_KINDS } from '../domain/rate-card/circumstances.ts'
import { exchangeRate } from '../domain/rate-card/exchange.ts'
import { MODIFIER_BASES } from '../domain/rate-card/modifiers.ts'
import { Count, Currency, Id, Money, Name, PlainDate, query } from './base.ts'
import { Tier } from './creators.ts'

/** What a price is multiplied by, in basis points: 10,000 leaves it as it is. */
export const FactorBp = z.int().min(1, 'A factor is more than 0 %.').max(100_000, 'A factor is at most 1,000 %.')
const Months = z.int().min(0).max(120)
export const UsageKind = z.enum(USAGE_KINDS)

/** What a price is asked for. Without a platform, the primary account's; without a set or currency, the workspace's. */
export const RateQuestion = z.object({
  creatorId: Id,
  platform: z.string().trim().min(1).max(60).optional(),
  format: Name.optional(),
  setId: z.string().max(20).optional(),
  currency: Currency.optional(),
  /** How many of the currency one US dollar is, because Troupe works offline and knows no rate. */
  usdRate: z
    .string()
    .refine((text) => exchangeRate(text) !== null, 'Give how many of the currency one dollar is, such as 0.92.')
    .optional(),
  usage: UsageKind.default('organic'),
  usageMonths: Months.default(1),
  exclusivityMonths: Months.default(0),
  isB2b: z.boolean().default(false),
  isNiche: z.boolean().default(false),
  isRush: z.boolean().default(false),
  /** Posts agreed at once. */
  posts: z.int().min(1).max(1000).default(1),
  /** Months of the partnership. */
  months: Months.default(0),
  /** Factors for this price alone, by modifier; they go before those of the workspace. */
  factorsBp: z.record(z.string().max(100), FactorBp).default({}),
  /** Modifiers that are not to count; `engagement` and `deals` can be switched off, too. */
  off: z.array(z.string().max(100)).max(100).default([]),
})

const Source = z.object({ kind: z.enum(['benchmark', 'sources', 'house', 'agency', 'deals']), text: z.string() })

const RateStep = z.object({
  id: z.string(),
  label: z.string(),
  words: z.string(),
  before: Money,
  /** An exact fraction: `after` is `before × numerator ÷ denominator`, half-up to the minor unit. */
  factor: z.object({ numerator: z.int(), denominator: z.int() }),
  after: Money,
  source: Source,
})

const RateModifier = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  words: z.string(),
  /** Of one month where `isPerMonth`. */
  factorBp: FactorBp,
  shippedBp: FactorBp,
  isPerMonth: z.boolean(),
  isEdited: z.boolean(),
  /** Whether what was asked calls for it, and whether it was switched off nevertheless. */
  applies: z.boolean(),
  isOff: z.boolean(),
  basis: z.enum(MODIFIER_BASES),
  source: Source,
})

export const RateDeal = z.object({
  collaborationId: Id,
  campaignId: Id,
  campaignName: z.string(),
  creatorName: z.string(),
  /** When the campaign began, else when the creator was added to it. */
  on: PlainDate,
  pricePerPost: Money,
})

export const RateSuggestion = z.object({
  creatorId: Id,
  creatorName: z.string(),
  platform: z.string().nullable(),
  handle: z.string().nullable(),
  format: z.string().nullable(),
  setId: z.string(),
  setLabel: z.string(),
  /** The one asked for; the amounts are in US dollars where no exchange rate was given. */
  currency: Currency,
  /** By the benchmark set's own bands. */
  tier: Tier.nullable(),
  followers: Count,
  engagementRateBp: z.int().nullable(),
  engagementBasis: z.enum(['computed', 'stated']).nullable(),
  basis: z.enum(['own deals', 'benchmark', 'not known']),
  /** For one post; null is not known, never 0. */
  low: Money.nullable(),
  suggested: Money.nullable(),
  high: Money.nullable(),
  steps: z.array(RateStep),
  modifiers: z.array(RateModifier),
  /** Why the answer is not whole. */
  missing: z.array(z.object({ about: z.string(), text: z.string() })),
  /** What to know beside it. */
  notes: z.array(z.string()),
  /** Own past deals on the same platform, for the same format, in the same tier and currency, newest first. */
  deals: z.object({ needed: z.int(), why: z.string(), found: z.int(), isUsed: z.boolean(), rows: z.array(RateDeal) }),
})

export const RateNegotiation = z.object({
  ask: Money,
  askLies: z.enum(['under the range', 'within the range', 'over the range']).nullable(),
  /** 70 % of the ask. */
  counter: Money,
  counterLooksStingy: z.boolean().nullable(),
  betterCounter: z.object({ amount: Money, why: z.string() }).nullable(),
  walkAway: Money.nullable(),
  notes: z.array(z.string()),
  longerTerms: z.array(
    z.object({
      label: z.string(),
      posts: z.int(),
      months: z.int(),
      perPost: Money,
      total: Money,
      /** Against single posts. */ saved: Money,
    }),
  ),
})

export const rates = {
  suggest: query.input(RateQuestion).output(RateSuggestion),
  negotiate: query
    .input(RateQuestion.extend({ ask: Money.refine(({ amountMinor }) => amountMinor > 0, 'An ask is more than 0.') }))
    .output(z.object({ suggestion: RateSuggestion, negotiation: RateNegotiation })),
}
