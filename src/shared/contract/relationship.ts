import { z } from 'zod'
import { LADDER } from '../domain/relationship/ladder.ts'
import { RENEWAL_VERDICTS } from '../domain/relationship/renewal.ts'
import { Changed, Id, Ids, LongText, Name, PlainDate, ShortText, mutation, query } from './base.ts'
import { Rung } from './compensation.ts'
import { Tier } from './creators.ts'

/** The first three are contact: a word that was exchanged. */
export const ContactKind = z.enum(['message', 'call', 'meeting', 'win', 'problem', 'note'])
export const RenewalDecision = z.enum(['renew', 'pause', 'end'])
export const ReminderKind = z.enum(['check-in', 'renewal', 'other'])
const EveryDays = z.int().min(1).max(366)

const ContactEntry = z.object({
  id: Id,
  /** A renewal is written down by the decision on it. */
  kind: z.enum([...ContactKind.options, 'renewal']),
  channel: z.string().nullable(),
  happenedOn: PlainDate,
  words: z.string(),
  /** Who wrote it down. */
  person: z.string(),
  collaborationId: Id.nullable(),
  campaignName: z.string().nullable(),
})

const Reminder = z.object({
  id: Id,
  creatorId: Id,
  creatorName: z.string(),
  kind: ReminderKind,
  dueOn: PlainDate,
  /** Null for one that comes once. */
  everyDays: z.int().nullable(),
  words: z.string().nullable(),
  doneOn: PlainDate.nullable(),
})

const LadderStep = z.enum(LADDER)
/** Where they stand between a first post and an ambassador, with whole sentences for and against the next step. */
const Ladder = z.object({
  step: LadderStep,
  because: z.array(z.string()),
  next: z.object({ step: LadderStep, isReady: z.boolean(), for: z.array(z.string()), against: z.array(z.string()) }).nullable(),
})

const Trend = z.object({
  direction: z.enum(['rising', 'steady', 'falling']),
  changeBp: z.int(),
  /** One for each of the last six months, oldest first; null where not known. */
  months: z.array(z.number().nullable()),
})

const Renewal = z.object({
  creatorId: Id,
  creatorName: z.string(),
  /** When the first work together began, and the day from which it is to be looked at. */
  since: PlainDate,
  reviewOn: PlainDate,
  verdict: z.enum(RENEWAL_VERDICTS),
  for: z.array(z.string()),
  against: z.array(z.string()),
  unknown: z.array(z.string()),
  /** Basis points of followers. */
  engagement: Trend.nullable(),
  conversions: Trend.nullable(),
})

export const Relationship = z.object({
  lastContactOn: PlainDate.nullable(),
  checkIn: Reminder.nullable(),
  /** Open ones besides the check-in, the next first. */
  reminders: z.array(Reminder),
  /** Newest first. */
  log: z.array(ContactEntry),
  wins: z.int(),
  ladder: Ladder,
  /** A sentence where they post more than is reasonable for their tier. */
  load: z.string().nullable(),
  /** Null before any work together. */
  renewal: Renewal.nullable(),
  programs: z.array(z.object({ campaignId: Id, campaignName: z.string(), kind: z.string(), tierName: z.string().nullable() })),
})

const ProgramMember = z.object({
  collaborationId: Id,
  creatorId: Id,
  creatorName: z.string(),
  followers: z.int().nullable(),
  tier: Tier.nullable(),
  /** The band they belong in by their followers; null where none fits. */
  tierName: z.string().nullable(),
  /** The band they were in half a year ago, where it is another. */
  formerTierName: z.string().nullable(),
})

export const relationship = {
  show: query.input(z.object({ creatorId: Id })).output(Relationship),
  /** What is due by a day, a week ahead when left out; the most overdue first. */
  due: query.input(z.object({ by: PlainDate.optional() })).output(z.array(Reminder)),
  /** Partnerships of six months and more, with the trend that argues for or against going on. */
  renewals: query.input(z.object({})).output(z.array(Renewal)),
  /** Writes the same down for a selection, and moves the check-ins of those who were written to. */
  log: mutation
    .input(
      z.object({
        creatorIds: Ids,
        kind: ContactKind,
        channel: ShortText.nullable().default(null),
        happenedOn: PlainDate.optional(),
        words: LongText.trim().min(1, 'Say in a few words what it was about.'),
        collaborationId: Id.nullable().default(null),
      }),
    )
    .output(Changed),
  removeLogged: mutation.input(z.object({ ids: Ids })).output(Changed),
  /** Every so many days, two to four weeks as a rule; null ends the check-ins. */
  setCheckIn: mutation.input(z.object({ creatorIds: Ids, everyDays: EveryDays.nullable() })).output(Changed),
  remind: mutation
    .input(
      z.object({
        creatorIds: Ids,
        kind: ReminderKind.exclude(['check-in']).default('other'),
        dueOn: PlainDate,
        everyDays: EveryDays.nullable().default(null),
        words: ShortText.nullable().default(null),
      }),
    )
    .output(Changed),
  setDone: mutation.input(z.object({ ids: Ids, done: z.boolean() })).output(Changed),
  postpone: mutation.input(z.object({ ids: Ids, dueOn: PlainDate })).output(Changed),
  /** Writes the decision down and moves the stage of the relationship with it. */
  decideRenewal: mutation
    .input(z.object({ creatorIds: Ids, decision: RenewalDecision, words: ShortText.nullable().default(null) }))
    .output(Changed),
  /** A tier is what members within a band of followers are offered: a step of the ladder that pays them. */
  program: query.input(z.object({ campaignId: Id })).output(z.object({ tiers: z.array(Rung), members: z.array(ProgramMember) })),
  /** In place of the tiers there are. */
  setProgramTiers: mutation.input(z.object({ campaignId: Id, tiers: z.array(Rung.extend({ label: Name })).max(20) })).output(Changed),
  /** Agrees the program's tiers with these members: what each is paid then follows their followers. */
  offerTiers: mutation.input(z.object({ campaignId: Id, collaborationIds: Ids })).output(Changed),
}
