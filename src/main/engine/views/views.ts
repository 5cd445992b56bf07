import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import { ViewContent, type RosterView } from '#src/shared/contract/views.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import type { RosterViewTable } from '../db/schema-creators.ts'
import { startingViews } from './starting.ts'

type View = z.infer<typeof RosterView>
type Content = z.infer<typeof ViewContent>

/** The views that come with Troupe, then those of the workspace in the order they were made. */
export async function listViews(db: ReadDb): Promise<View[]> {
  const rows = await db.selectFrom('roster_view').selectAll().orderBy('id').execute()
  return [...startingViews, ...rows.map((row) => ({ id: row.id, name: row.name, content: contentOf(row), isStarting: false }))]
}

/** Raises CONFLICT where another view has the name, whatever its capitals and accents. */
export async function createView(
  context: MutationContext,
  { name, content }: { name: string; content: Content },
): Promise<{ id: string; entryId: string }> {
  await expectFree(context.write, name)
  const [id, now] = [context.ports.newId(), context.ports.clock.now()]
  await context.write
    .insertInto('roster_view')
    .values({ id, name, content: JSON.stringify(content), created_at: now, updated_at: now })
    .execute()
  context.describe(`Saved the view ${name}`)
  return { id, entryId: context.entryId }
}

/** Raises NOT_FOUND, or CONFLICT where another view has the name. */
export async function updateView(
  context: MutationContext,
  { id, name, content }: { id: string; name?: string; content?: Content },
): Promise<{ entryId: string }> {
  const before = await context.write.selectFrom('roster_view').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) return raise('NOT_FOUND', 'This view is no longer in the workspace.')
  if (name !== undefined) await expectFree(context.write, name, id)
  const changed = differing<RosterViewTable>(before, { name, content: content && JSON.stringify(content) })
  if (changed)
    await context.write
      .updateTable('roster_view')
      .set({ ...changed, updated_at: context.ports.clock.now() })
      .where('id', '=', id)
      .execute()
  const isRenamed = name !== undefined && name !== before.name
  context.describe(isRenamed ? `Renamed the view ${before.name} to ${name}` : `Changed the view ${before.name}`)
  return { entryId: context.entryId }
}

export async function deleteViews(context: MutationContext, ids: readonly string[]): Promise<{ entryId: string }> {
  const rows = await context.write.selectFrom('roster_view').select('name').where('id', 'in', anyOf(ids)).orderBy('name').execute()
  await context.write.deleteFrom('roster_view').where('id', 'in', anyOf(ids)).execute()
  context.describe(`Deleted the ${rows.length === 1 ? 'view' : 'views'} ${rows.map(({ name }) => name).join(', ')}`)
  return { entryId: context.entryId }
}

async function expectFree(db: ReadDb, name: string, ownId?: string): Promise<void> {
  const taken = (await listViews(db)).find((view) => view.id !== ownId && foldText(view.name) === foldText(name))
  if (taken)
    raise('CONFLICT', `There is a view ${taken.name} already. Give this one another name${taken.isStarting ? '' : ', or change that one'}.`)
}

/** What a view of another Troupe says that this one does not know is left aside. */
function contentOf({ content }: RosterViewTable): Content {
  const read = ViewContent.safeParse(JSON.parse(content))
  return read.success ? read.data : { filter: { archived: false } }
}
