import type { z } from 'zod'
import type { ContactKind } from '#src/shared/contract/relationship.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { moveCheckIns } from './check-ins.ts'
import { wordsExchanged } from './last-contacts.ts'
import { peopleOf, namedIn } from './people.ts'

type Kind = z.infer<typeof ContactKind>

export interface Logged {
  creatorIds: string[]
  kind: Kind
  channel: string | null
  happenedOn?: string
  words: string
  collaborationId: string | null
}

const verbs: Record<Kind, string> = {
  message: 'Noted a message with',
  call: 'Noted a call with',
  meeting: 'Noted a meeting with',
  win: 'Noted a win of',
  problem: 'Noted a problem with',
  note: 'Noted something about',
}

/** Writes the same down for a selection. A word that was exchanged puts their next check-in off. Raises NOT_FOUND, BAD_INPUT for a day that
 *  is yet to come, CONFLICT for a collaboration of somebody else. */
export async function logContact(context: MutationContext, logged: Logged): Promise<{ entryId: string }> {
  const { write, ports } = context
  const today = ports.clock.today()
  const happenedOn = logged.happenedOn ?? today
  if (happenedOn > today)
    raise('BAD_INPUT', `${happenedOn} is yet to come. Write down what happened, and set a reminder for what is to be done.`)
  const people = await peopleOf(write, logged.creatorIds)
  if (logged.collaborationId) await expectTheirs(write, logged.collaborationId, people)
  for (const { id } of people)
    await write
      .insertInto('contact_log')
      .values({
        id: ports.newId(),
        creator_id: id,
        collaboration_id: logged.collaborationId,
        kind: logged.kind,
        channel: logged.channel?.trim() || null,
        happened_on: happenedOn,
        words: logged.words,
        person: context.actor,
        created_at: ports.clock.now(),
      })
      .execute()
  if (wordsExchanged.has(logged.kind))
    await moveCheckIns(
      context,
      people.map(({ id }) => id),
      happenedOn,
    )
  context.describe(`${verbs[logged.kind]} ${namedIn(people)}`)
  return { entryId: context.entryId }
}

/** Raises NOT_FOUND where one is gone. */
export async function removeLogged(context: MutationContext, ids: readonly string[]): Promise<{ entryId: string }> {
  const { numDeletedRows } = await context.write.deleteFrom('contact_log').where('id', 'in', anyOf(ids)).executeTakeFirst()
  if (Number(numDeletedRows) !== new Set(ids).size)
    raise('NOT_FOUND', 'One of these notes is no longer in the workspace; nothing was removed.')
  context.describe(ids.length === 1 ? 'Removed a note from a contact log' : `Removed ${ids.length} notes from contact logs`)
  return { entryId: context.entryId }
}

/** What was written down about one creator, newest first. */
export async function contactLog(db: ReadDb, creatorId: string) {
  const rows = await db
    .selectFrom('contact_log as l')
    .leftJoin('collaboration as c', 'c.id', 'l.collaboration_id')
    .leftJoin('campaign as m', 'm.id', 'c.campaign_id')
    .selectAll('l')
    .select('m.name as campaign_name')
    .where('l.creator_id', '=', creatorId)
    .orderBy('l.happened_on', 'desc')
    .orderBy('l.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Kind | 'renewal',
    channel: row.channel,
    happenedOn: row.happened_on,
    words: row.words,
    person: row.person,
    collaborationId: row.collaboration_id,
    campaignName: row.campaign_name,
  }))
}

async function expectTheirs(db: ReadDb, collaborationId: string, people: readonly { id: string; name: string }[]): Promise<void> {
  const row = await db.selectFrom('collaboration').select('creator_id').where('id', '=', collaborationId).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This collaboration is no longer in the workspace.')
  const others = people.filter(({ id }) => id !== row.creator_id)
  if (others.length > 0) raise('CONFLICT', `This collaboration is not with ${namedIn(others)}.`)
}
