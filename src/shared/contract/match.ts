import { z } from 'zod'
import { DEFAULT_WEIGHTS } from '../domain/match/score.ts'
import { USUAL_AGE_SHARE_BP } from '../domain/match/need.ts'
import { Changed, Count, FileGrant, Id, Money, Name, ShortText, mutation, query, readingTask } from './base.ts'
import { Tier } from './creators.ts'

const Word = z.string().trim().min(1).max(100)
const ShareBp = z.int().min(1, 'A share is more than 0 %.').max(10_000, 'A share is at most 100 %.')
const Weight = z.number().min(0, 'A weight is not negative.').max(100, 'A weight is at most 100.')
const Years = z.int().min(0).max(120)

export const MatchWeights = z.object({
  relevance: Weight.default(DEFAULT_WEIGHTS.relevance),
  credibility: Weight.default(DEFAULT_WEIGHTS.credibility),
  creative: Weight.default(DEFAULT_WEIGHTS.creative),
  operational: Weight.default(DEFAULT_WEIGHTS.operational),
})

/** What a campaign needs; what is left out is not asked for. */
export const MatchNeed = z.object({
  words: z.array(Word).max(20, 'Give at most 20 words.').default([]),
  /** A count of 0 is any number of that tier. */
  tiers: z
    .array(z.object({ tier: Tier, count: z.int().min(0).max(1000) }))
    .max(6)
    .default([]),
  countries: z
    .array(z.object({ country: Word, shareBp: ShareBp }))
    .max(20)
    .default([]),
  age: z
    .object({ from: Years, to: Years, shareBp: ShareBp.default(USUAL_AGE_SHARE_BP) })
    .refine(({ from, to }) => from <= to, 'The younger age comes first, such as 18 to 34.')
    .nullable()
    .default(null),
  platforms: z.array(Word).max(30).default([]),
  formats: z.array(Word).max(30).default([]),
  /** For one post. */
  budget: Money.refine(({ amountMinor }) => amountMinor >= 0, 'A budget is not negative.')
    .nullable()
    .default(null),
  minEngagementBp: z.int().min(0).max(10_000).nullable().default(null),
  excludedBrands: z.array(Word).max(50).default([]),
  /** Whose creators are left out already, and whose client an exclusivity is held against. */
  campaignId: Id.nullable().default(null),
  weights: MatchWeights.default(DEFAULT_WEIGHTS),
  top: z.int().min(1).max(500).default(50),
})

const MatchFact = z.object({
  id: z.string(),
  /** A whole sentence. */
  words: z.string(),
  /** 0 to 100; null is not known, and counts as 50. */
  points: z.number().nullable(),
  weight: z.number(),
})
const MatchScore = z.object({
  points: z.number().nullable(),
  /** 0 to 1: the share of it that is known. */
  confidence: z.number(),
  facts: z.array(MatchFact),
})
const Total = z.object({ points: z.number(), confidence: z.number() })

export const MatchedCreator = z.object({
  creatorId: Id,
  name: z.string(),
  handle: z.string().nullable(),
  platform: z.string().nullable(),
  country: z.string().nullable(),
  followers: Count,
  tier: Tier.nullable(),
  engagementRateBp: z.int().nullable(),
  niches: z.array(z.string()),
})

export const MatchRow = MatchedCreator.extend({
  rank: z.int(),
  /** The place of the tier mix they fill; null for a reserve, and where no number was asked for. */
  slot: z.object({ tier: Tier, number: z.int(), of: z.int() }).nullable(),
  total: Total,
  scores: z.object({ relevance: MatchScore, credibility: MatchScore, creative: MatchScore, operational: MatchScore }),
})

export const MatchResult = z.object({
  rows: z.array(MatchRow),
  /** Creators in the workspace, archived ones too. */
  creators: z.int(),
  /** Who was left after the conditions, and how many of them were looked at in full. */
  fitting: z.int(),
  lookedAt: z.int(),
  /** Each creator under the first reason that applies. */
  leftOut: z.array(z.object({ reason: z.string(), words: z.string(), count: z.int() })),
  /** Who worked for an excluded brand, and how that is known. */
  competitors: z.array(z.object({ creatorId: Id, name: z.string(), why: z.string() })),
  slots: z.array(z.object({ tier: Tier, filled: z.int(), of: z.int() })),
  notes: z.array(z.string()),
})

export const LikeRow = MatchedCreator.extend({ rank: z.int(), likeness: MatchScore })

/** What a column of a customer list or a mention export can be read as. */
export const ADVOCATE_FIELDS = [
  'email',
  'name',
  'firstName',
  'lastName',
  'handle',
  'platform',
  'url',
  'text',
  'followers',
  'city',
  'country',
] as const
export const AdvocateField = z.enum([...ADVOCATE_FIELDS, 'ignore'])

const Mentions = z.object({
  /** Rows of the file. */
  count: z.int(),
  lines: z.array(z.int()),
  /** Of the longest text. */
  sample: z.string().nullable(),
  url: z.string().nullable(),
})

export const AdvocateReport = z.object({
  fileName: z.string(),
  rows: z.int(),
  headers: z.array(z.string()),
  /** Column index as text → what it was read as. */
  mapping: z.record(z.string(), AdvocateField),
  /** On the roster, the surest first. */
  known: z.array(
    MatchedCreator.extend({
      certainty: z.enum(['certain', 'likely', 'possible']),
      why: z.string(),
      mentions: Mentions,
      doNotContact: z.boolean(),
      archived: z.boolean(),
    }),
  ),
  /** Handles that nobody on the roster has, those with most mentions first. */
  unknown: z.array(
    z.object({
      platform: z.string().nullable(),
      handle: z.string(),
      name: z.string().nullable(),
      followers: Count,
      mentions: Mentions,
    }),
  ),
  unknownTotal: z.int(),
  /** Rows of people who are not on the roster and have no handle. */
  unmatched: z.int(),
  notes: z.array(z.string()),
})

export const match = {
  find: query.input(MatchNeed).output(MatchResult),
  /** What a campaign needs as far as its brief and its client say. */
  need: query.input(z.object({ campaignId: Id })).output(z.object({ need: MatchNeed, from: z.array(z.string()) })),
  like: query
    .input(z.object({ creatorId: Id, top: z.int().min(1).max(200).default(30) }))
    .output(z.object({ creator: MatchedCreator, rows: z.array(LikeRow), lookedAt: z.int(), notes: z.array(z.string()) })),
  /** Who of a client's customers, or of those who mention it, is on the roster or has a handle. Keeps nothing of the file. */
  advocates: readingTask
    .input(
      z.object({
        file: FileGrant,
        sheet: ShortText.optional(),
        mapping: z.record(z.string(), AdvocateField).optional(),
        /** Where the file names no platform. */
        platform: Word.optional(),
      }),
    )
    .output(AdvocateReport),
  /** Puts chosen people on the roster, and a tag on those who are there; of the file nothing else is kept. */
  addAdvocates: mutation
    .input(
      z.object({
        clientId: Id,
        creatorIds: z.array(Id).max(10_000).default([]),
        people: z
          .array(z.object({ platform: Word, handle: z.string().trim().min(1).max(300), name: Name.nullable(), followers: Count }))
          .max(1000)
          .default([]),
      }),
    )
    .output(Changed.extend({ added: z.array(Id), tagged: z.int(), alreadyThere: z.int(), tag: z.string() })),
}
