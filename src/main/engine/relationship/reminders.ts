import type { z } from 'zod'
import type { ReminderKind } from '#src/shared/contract/relationship.ts'
import { raise } from '#src/shared/contract/errors.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import type { CreatorReminderTable } from '../db/schema-creators.ts'
import { namedIn, peopleOf } from './people.ts'

type Kind = z.infer<typeof ReminderKind>

/** Raises NOT_FOUND. */
export async function remind(
  context: MutationContext,
  input: { creatorIds: string[]; kind: Kind; dueOn: string; everyDays: number | null; words: string | null },
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const people = await peopleOf(write, input.creatorIds)
  const now = ports.clock.now()
  for (const { id } of people)
    await write
      .insertInto('creator_reminder')
      .values({
        id: ports.newId(),
        creator_id: id,
        kind: input.kind,
        due_on: input.dueOn,
        every_days: input.everyDays,
        words: input.words?.trim() || null,
        done_on: null,
        created_at: now,
        updated_at: now,
      })
      .execute()
  context.describe(`A reminder on ${input.dueOn} for ${namedIn(people)}`)
  return { entryId: context.entryId }
}

/** Ticks reminders off, or takes that back. One that comes again stays open with its next day instead. Raises NOT_FOUND. */
export async function setRemindersDone(
  context: MutationContext,
  { ids, done }: { ids: string[]; done: boolean },
): Promise<{ entryId: string }> {
  const today = context.ports.clock.today()
  const rows = await remindersOf(context.write, ids)
  for (const row of rows) {
    const change = done && row.every_days !== null ? { due_on: addDays(today, row.every_days) } : { done_on: done ? today : null }
    await keepChange(context, row.id, change)
  }
  context.describe(`${done ? 'Ticked off' : 'Took up again'} ${namedIn(await ownersOf(context.write, rows))}`)
  return { entryId: context.entryId }
}

/** Puts reminders off to a day. Raises NOT_FOUND. */
export async function postpone(context: MutationContext, { ids, dueOn }: { ids: string[]; dueOn: string }): Promise<{ entryId: string }> {
  const rows = await remindersOf(context.write, ids)
  for (const { id } of rows) await keepChange(context, id, { due_on: dueOn })
  context.describe(`Put off to ${dueOn}: ${namedIn(await ownersOf(context.write, rows))}`)
  return { entryId: context.entryId }
}

/** Open reminders by a day, or of one creator. The earliest first. */
export async function openReminders(db: ReadDb, { by, creatorId }: { by?: string; creatorId?: string }) {
  let rows = db
    .selectFrom('creator_reminder as r')
    .innerJoin('creator as p', 'p.id', 'r.creator_id')
    .selectAll('r')
    .select('p.name as creator_name')
    .where('r.done_on', 'is', null)
    .where('p.archived_at', 'is', null)
  if (by) rows = rows.where('r.due_on', '<=', by).where('p.do_not_contact', '=', 0)
  if (creatorId) rows = rows.where('r.creator_id', '=', creatorId)
  return (await rows.orderBy('r.due_on').orderBy('p.name').orderBy('r.id').execute()).map((row) => ({
    id: row.id,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    kind: row.kind as Kind,
    dueOn: row.due_on,
    everyDays: row.every_days,
    words: row.words,
    doneOn: row.done_on,
  }))
}

async function keepChange({ write, ports }: MutationContext, id: string, change: Partial<CreatorReminderTable>): Promise<void> {
  await write
    .updateTable('creator_reminder')
    .set({ ...change, updated_at: ports.clock.now() })
    .where('id', '=', id)
    .execute()
}

async function remindersOf(db: WriteDb, ids: readonly string[]): Promise<CreatorReminderTable[]> {
  const rows = await db.selectFrom('creator_reminder').selectAll().where('id', 'in', anyOf(ids)).execute()
  if (rows.length !== new Set(ids).size) raise('NOT_FOUND', 'One of these reminders is no longer in the workspace; nothing was changed.')
  return rows
}

function ownersOf(db: ReadDb, rows: readonly CreatorReminderTable[]) {
  return peopleOf(
    db,
    rows.map(({ creator_id }) => creator_id),
  )
}
