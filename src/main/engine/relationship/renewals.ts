import type { z } from 'zod'
import type { relationship } from '#src/shared/contract/relationship.ts'
import { addMonths } from '#src/shared/domain/dates.ts'
import { RENEWAL_AFTER_MONTHS, renewalOf } from '#src/shared/domain/relationship/renewal.ts'
import { trendOf } from '#src/shared/domain/relationship/trend.ts'
import { updateCreator } from '../creators/edit.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { partnershipsOf, type Partnership } from './facts.ts'
import { namedIn, peopleOf, type Person } from './people.ts'

export type Renewal = z.infer<NonNullable<(typeof relationship.renewals)['~orpc']['outputSchema']>>[number]

/** What the relationship becomes with each decision. */
const stages = { renew: 'active', pause: 'paused', end: 'ended' } as const
export type RenewalDecision = keyof typeof stages

/** Partnerships whose six months, or twelve, or eighteen, are over and that nobody has looked at since. The longest due first. */
export async function dueRenewals(db: ReadDb, today: string): Promise<Renewal[]> {
  const people = await db
    .selectFrom('creator as p')
    .select(['p.id', 'p.name'])
    .where('p.archived_at', 'is', null)
    .where('p.stage', 'not in', ['paused', 'ended'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('collaboration as c')
          .innerJoin('deliverable as d', 'd.collaboration_id', 'c.id')
          .select('d.id')
          .whereRef('c.creator_id', '=', 'p.id')
          .where('d.posted_at', '<=', addMonths(today, -RENEWAL_AFTER_MONTHS)),
      ),
    )
    .execute()
  const facts = await partnershipsOf(
    db,
    people.map(({ id }) => id),
    today,
  )
  return people
    .flatMap((person) => {
      const mine = facts.get(person.id)
      const renewal = mine && renewalFrom(person, mine, today)
      return renewal && isDue(renewal, mine, today) ? [renewal] : []
    })
    .toSorted((a, b) => a.reviewOn.localeCompare(b.reviewOn) || a.creatorName.localeCompare(b.creatorName))
}

/** What argues for and against going on; null before a first post. */
export function renewalFrom(person: Person, facts: Partnership, today: string): Renewal | null {
  const since = facts.postedOn.toSorted()[0]
  if (since === undefined) return null
  const [engagement, conversions] = [trendOf(facts.engagementMonths), trendOf(facts.conversionMonths)]
  return {
    creatorId: person.id,
    creatorName: person.name,
    since,
    reviewOn: reviewDay(since, today),
    ...renewalOf({ ...facts, engagement, conversions }),
    engagement: engagement && { direction: engagement.direction, changeBp: engagement.changeBp, months: facts.engagementMonths },
    conversions: conversions && { direction: conversions.direction, changeBp: conversions.changeBp, months: facts.conversionMonths },
  }
}

/** Writes the decision into the contact log and moves the relationship with it. Raises NOT_FOUND. */
export async function decideRenewal(
  context: MutationContext,
  { creatorIds, decision, words }: { creatorIds: string[]; decision: RenewalDecision; words: string | null },
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const people = await peopleOf(write, creatorIds)
  for (const { id } of people) {
    await write
      .insertInto('contact_log')
      .values({
        id: ports.newId(),
        creator_id: id,
        collaboration_id: null,
        kind: 'renewal',
        channel: null,
        happened_on: ports.clock.today(),
        words: [decided[decision], words?.trim()].filter(Boolean).join(' '),
        person: context.actor,
        created_at: ports.clock.now(),
      })
      .execute()
    const { stage } = await write.selectFrom('creator').select('stage').where('id', '=', id).executeTakeFirstOrThrow()
    // Who is an ambassador stays one when it is renewed.
    if (decision !== 'renew' || stage !== 'ambassador') await updateCreator(context, { id, changes: { stage: stages[decision] } })
  }
  context.describe(`${decided[decision]} ${namedIn(people)}`)
  return { entryId: context.entryId }
}

const decided: Record<RenewalDecision, string> = { renew: 'Renewed.', pause: 'Paused.', end: 'Ended.' }

/** The newest end of six months that has come, else the first that will. */
function reviewDay(since: string, today: string): string {
  let day = addMonths(since, RENEWAL_AFTER_MONTHS)
  for (let times = 2; addMonths(since, RENEWAL_AFTER_MONTHS * times) <= today; times += 1)
    day = addMonths(since, RENEWAL_AFTER_MONTHS * times)
  return day
}

function isDue({ reviewOn }: Renewal, { lastReviewOn }: Partnership, today: string): boolean {
  return reviewOn <= today && (lastReviewOn === null || lastReviewOn < reviewOn)
}
