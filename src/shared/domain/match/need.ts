import type { Money } from '../money.ts'
import type { AccountTier } from '../tiers.ts'
import type { Weights } from './score.ts'

/** What a campaign needs of its creators. What is left empty was not asked for. */
export type MatchNeed = {
  /** Niche words; a word may be a phrase. */
  readonly words: readonly string[]
  /** So many of each tier; 0 means any number of them. */
  readonly tiers: readonly { readonly tier: AccountTier; readonly count: number }[]
  /** At least such a share of the audience, in basis points. */
  readonly countries: readonly { readonly country: string; readonly shareBp: number }[]
  /** Ages of the audience, both included, and the share that is wished for. */
  readonly age: { readonly from: number; readonly to: number; readonly shareBp: number } | null
  readonly platforms: readonly string[]
  readonly formats: readonly string[]
  /** For one post. */
  readonly budget: Money | null
  readonly minEngagementBp: number | null
  /** Competitors: who worked for one of these brands is left out. */
  readonly excludedBrands: readonly string[]
  readonly weights: Weights
}

/** Where no share of an age group is asked for: our own choice, half of the audience. */
export const USUAL_AGE_SHARE_BP = 5000

/** What a match is made from. Unknown is null. */
export type CandidateFacts = {
  readonly niches: readonly string[]
  readonly tags: readonly string[]
  readonly bio: string | null
  readonly country: string | null
  readonly audience: Audience | null
  readonly followers: number | null
  readonly tier: AccountTier | null
  /** Ids, the primary account's first. */
  readonly platforms: readonly string[]
  readonly engagementBp: number | null
  /** Formats they are known to make, by where that is known from. */
  readonly formats: readonly string[]
  /** What they ask, format by format. */
  readonly asks: readonly { readonly price: Money; readonly platform: string | null; readonly format: string }[]
  /** What a post of theirs costs by the benchmarks, where they ask nothing. */
  readonly estimate: { readonly low: Money; readonly suggested: Money | null; readonly high: Money | null; readonly setId: string } | null
  readonly contact: string | null
  /** Campaigns of ours that they work on at present. */
  readonly running: readonly string[]
  /** Exclusivity they have agreed with others that still runs, as a sentence each. */
  readonly bound: readonly string[]
}

/** Shares of one dimension in basis points, by label. */
export type Shares = Readonly<Record<string, number>>
export type Audience = Readonly<Record<string, Shares>>
