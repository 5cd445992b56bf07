import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { anyOf } from '../db/id-list.ts'
import { distinct } from './edit.ts'
import { labelsIn } from './kept.ts'

interface Changed {
  changed: number
  entryId: string
}

/** Adds and removes tags on a selection, whatever their capitals; a tag that is both added and removed stays. */
export async function tagCreators(
  context: MutationContext,
  { ids, add, remove }: { ids: string[]; add: string[]; remove: string[] },
): Promise<Changed> {
  const {
    write,
    ports: { clock },
  } = context
  const rows = await write.selectFrom('creator').select(['id', 'tags']).where('id', 'in', anyOf(ids)).execute()
  const removed = new Set(remove.map((tag) => tag.toLowerCase()))
  // Creators with the same tags get the same tags, so that a large selection takes few statements.
  const byTags = Map.groupBy(rows, ({ tags }) => tags)
  let changed = 0
  for (const [before, some] of byTags) {
    const after = JSON.stringify(distinct([...labelsIn(before).filter((tag) => !removed.has(tag.toLowerCase())), ...add]))
    if (after === before) continue
    await write
      .updateTable('creator')
      .set({ tags: after, updated_at: clock.now() })
      .where('id', 'in', anyOf(some.map(({ id }) => id)))
      .execute()
    changed += some.length
  }
  context.describe(describeTags(add, remove, changed))
  return { changed, entryId: context.entryId }
}

function describeTags(add: readonly string[], remove: readonly string[], changed: number): string {
  const parts = [...(add.length > 0 ? [`Tagged ${add.join(', ')}`] : []), ...(remove.length > 0 ? [`Took off ${remove.join(', ')}`] : [])]
  return `${parts.join('; ') || 'Tagged'}: ${counted(changed)}`
}

/** Archives a selection or brings it back. */
export async function setCreatorsArchived(
  context: MutationContext,
  { ids, archived }: { ids: string[]; archived: boolean },
): Promise<Changed> {
  const now = context.ports.clock.now()
  const { numUpdatedRows } = await context.write
    .updateTable('creator')
    .set({ archived_at: archived ? now : null, updated_at: now })
    .where('id', 'in', anyOf(ids))
    .where('archived_at', archived ? 'is' : 'is not', null)
    .executeTakeFirst()
  const changed = Number(numUpdatedRows)
  context.describe(`${archived ? 'Archived' : 'Brought back'} ${counted(changed)}`)
  return { changed, entryId: context.entryId }
}

/** Says of a selection how far the relationship is. */
export async function setCreatorsStage(context: MutationContext, { ids, stage }: { ids: string[]; stage: string }): Promise<Changed> {
  const { numUpdatedRows } = await context.write
    .updateTable('creator')
    .set({ stage, updated_at: context.ports.clock.now() })
    .where('id', 'in', anyOf(ids))
    .where('stage', '!=', stage)
    .executeTakeFirst()
  const changed = Number(numUpdatedRows)
  context.describe(`Set ${counted(changed)} to ${stage}`)
  return { changed, entryId: context.entryId }
}

/** Says who at the agency looks after a selection; null for nobody. */
export async function setCreatorsOwner(
  context: MutationContext,
  { ids, owner }: { ids: string[]; owner: string | null },
): Promise<Changed> {
  const { write, ports } = context
  const rows = await write
    .selectFrom('creator as c')
    .leftJoin('creator_profile as p', 'p.id', 'c.id')
    .select(['c.id', 'p.id as profile'])
    .where('c.id', 'in', anyOf(ids))
    .where('p.owner', 'is not', owner)
    .execute()
  const updated_at = ports.clock.now()
  const have = rows.flatMap(({ profile }) => profile ?? [])
  await write.updateTable('creator_profile').set({ owner, updated_at }).where('id', 'in', anyOf(have)).execute()
  const unsaid = { owner, updated_at, languages: '[]', formats: '[]', portrait_file_id: null }
  const missing = rows.flatMap(({ id, profile }) => (profile === null ? [{ id, ...unsaid }] : []))
  await inChunks(
    missing,
    (chunk) =>
      write
        .insertInto('creator_profile')
        .values([...chunk])
        .execute(),
    1000,
  )
  context.describe(owner === null ? `Took the owner off ${counted(rows.length)}` : `Gave ${counted(rows.length)} to ${owner}`)
  return { changed: rows.length, entryId: context.entryId }
}

/** So many creators, for a sentence of the history. */
export function counted(creators: number): string {
  return creators === 1 ? '1 creator' : `${creators.toLocaleString('en-US')} creators`
}
