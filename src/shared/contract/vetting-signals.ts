import { z } from 'zod'
import { USUAL_LEAST_BP } from '../domain/vetting/audience-fit.ts'
import { SIGNALS, SIGNAL_VERDICTS } from '../domain/vetting/signal.ts'
import { Id, Ids, PlainDate, query } from './base.ts'
import { Tier } from './creators.ts'

/** Whom a campaign wants to reach; what is left out is not asked for. */
const AudienceTarget = z
  .object({
    /** As the audience on file names them, such as DE; any of them counts. */
    countries: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
    ageFrom: z.int().min(0).max(120).nullable().default(null),
    ageTo: z.int().min(0).max(120).nullable().default(null),
    /** The least share of the audience, basis points. */
    leastBp: z.int().min(1).max(10_000).default(USUAL_LEAST_BP),
  })
  .refine(({ countries, ageFrom, ageTo }) => countries.length > 0 || ageFrom !== null || ageTo !== null, {
    error: 'A target needs countries or ages.',
  })
  .refine(({ ageFrom, ageTo }) => ageFrom === null || ageTo === null || ageFrom <= ageTo, {
    error: 'The target’s ages end before they begin.',
  })

/** How a measure lies among peers, in the signal's unit. */
const Spread = z.object({
  count: z.int(),
  p10: z.number(),
  q1: z.number(),
  median: z.number(),
  q3: z.number(),
  p90: z.number(),
})

const SignalId = z.enum(SIGNALS)

const Signal = z.object({
  id: SignalId,
  title: z.string(),
  verdict: z.enum(SIGNAL_VERDICTS),
  /** `percent` is in basis points, `times` a ratio to one, `per week` a count. */
  unit: z.enum(['percent', 'times', 'per week']),
  value: z.number().nullable(),
  /** The limits between which the value lies with 95 % confidence, where it is an estimate. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  /** Creators of the roster on the same platform, in the nearest band that has enough of them. */
  peers: z.object({ tier: Tier, spread: Spread }).nullable(),
  /** What the chosen benchmark set says of the nearest tier, basis points. */
  benchmark: z
    .object({ setId: z.string(), tier: Tier, low: z.number().nullable(), high: z.number().nullable(), average: z.number().nullable() })
    .nullable(),
  thresholds: z.array(z.object({ words: z.string(), source: z.string() })),
  sentence: z.string(),
  /** The rows on file that it was computed from. */
  evidence: z.array(
    z.object({ kind: z.enum(['snapshot', 'post', 'audience', 'sample']), id: Id, on: PlainDate.nullable(), words: z.string() }),
  ),
  /** 0 to 100, for the credibility; null without enough data. */
  points: z.number().nullable(),
})

export const Credibility = z.object({
  /** 0 to 100; null is "not enough data". */
  score: z.int().nullable(),
  /** How much of the weight has data, percent. */
  confidence: z.int(),
  /** What the score would be without the ceiling. */
  mean: z.int().nullable(),
  /** No more than this, because of red flags; 100 without. */
  ceiling: z.int(),
  redFlags: z.array(SignalId),
  parts: z.array(z.object({ id: SignalId, title: z.string(), weight: z.number(), points: z.number().nullable() })),
})

export const CreatorSignals = z.object({
  creatorId: Id,
  account: z.object({ id: Id, platform: z.string(), handle: z.string() }).nullable(),
  /** Of the figures that were used. */
  asOf: PlainDate.nullable(),
  target: AudienceTarget.nullable(),
  signals: z.array(Signal),
  credibility: Credibility,
  /** Rows on file that cannot be so and were left out. */
  findings: z.array(z.object({ rowId: Id, on: PlainDate, problem: z.string() })),
})

export const vettingSignals = {
  /** Every signal of one account, the primary one when none is named. */
  signals: query.input(z.object({ creatorId: Id, accountId: Id.optional(), target: AudienceTarget.optional() })).output(CreatorSignals),
  /** The credibility of each creator's primary account; those without an account are left out. */
  credibility: query
    .input(z.object({ creatorIds: Ids, target: AudienceTarget.optional() }))
    .output(z.array(z.object({ creatorId: Id, credibility: Credibility }))),
}
