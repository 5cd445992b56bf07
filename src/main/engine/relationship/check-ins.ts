import { nextCheckIn } from '#src/shared/domain/relationship/check-in.ts'
import type { MutationContext } from '../context.ts'
import { anyOf } from '../db/id-list.ts'
import { lastContacts } from './last-contacts.ts'
import { namedIn, peopleOf } from './people.ts'

/** Check-ins every so many days for a selection; null ends them. Raises NOT_FOUND. */
export async function setCheckIn(
  context: MutationContext,
  { creatorIds, everyDays }: { creatorIds: string[]; everyDays: number | null },
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const people = await peopleOf(write, creatorIds)
  const ids = people.map(({ id }) => id)
  await write.deleteFrom('creator_reminder').where('creator_id', 'in', anyOf(ids)).where('kind', '=', 'check-in').execute()
  if (everyDays !== null) {
    const contacts = await lastContacts(write, ids)
    const [now, today] = [ports.clock.now(), ports.clock.today()]
    for (const id of ids)
      await write
        .insertInto('creator_reminder')
        .values({
          id: ports.newId(),
          creator_id: id,
          kind: 'check-in',
          due_on: nextCheckIn(contacts.get(id) ?? null, everyDays, today),
          every_days: everyDays,
          words: null,
          done_on: null,
          created_at: now,
          updated_at: now,
        })
        .execute()
  }
  context.describe(
    everyDays === null ? `Ended the check-ins with ${namedIn(people)}` : `Check-ins every ${everyDays} days with ${namedIn(people)}`,
  )
  return { entryId: context.entryId }
}

/** After a word on that day, the next check-in of each; an earlier word, written down late, never brings one forward. */
export async function moveCheckIns({ write, ports }: MutationContext, creatorIds: readonly string[], on: string): Promise<void> {
  const rows = await write
    .selectFrom('creator_reminder')
    .select(['id', 'due_on', 'every_days'])
    .where('creator_id', 'in', anyOf(creatorIds))
    .where('kind', '=', 'check-in')
    .where('done_on', 'is', null)
    .execute()
  for (const { id, due_on, every_days } of rows) {
    if (every_days === null) continue
    const next = nextCheckIn(on, every_days, on)
    if (next > due_on)
      await write.updateTable('creator_reminder').set({ due_on: next, updated_at: ports.clock.now() }).where('id', '=', id).execute()
  }
}
