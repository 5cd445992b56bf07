import type { MutationContext } from '../../context.ts'
import { differing } from '../../db/differing.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { CreatorProfileTable } from '../../db/schema-creators.ts'
import { distinct } from '../edit.ts'
import { creatorRow } from '../show.ts'

interface Changes {
  languages?: string[]
  formats?: string[]
  owner?: string | null
}

/** Raises NOT_FOUND. */
export async function updateProfile(
  context: MutationContext,
  { creatorId, changes }: { creatorId: string; changes: Changes },
): Promise<{ entryId: string }> {
  const { name } = await creatorRow(context.write, creatorId)
  await changeProfile(context.write, creatorId, context.ports.clock.now(), {
    languages: changes.languages && JSON.stringify(distinct(changes.languages)),
    formats: changes.formats && JSON.stringify(distinct(changes.formats)),
    owner: changes.owner === undefined ? undefined : changes.owner?.trim() || null,
  })
  context.describe(`Changed the profile of ${name}`)
  return { entryId: context.entryId }
}

/** Changes columns of the profile; the first change makes it. */
export async function changeProfile(
  db: WriteDb,
  creatorId: string,
  now: string,
  changes: Partial<Omit<CreatorProfileTable, 'id' | 'updated_at'>>,
): Promise<void> {
  const before = (await db.selectFrom('creator_profile').selectAll().where('id', '=', creatorId).executeTakeFirst()) ?? null
  const changed = differing(before ?? blank, changes)
  if (!changed) return
  if (before) {
    await db
      .updateTable('creator_profile')
      .set({ ...changed, updated_at: now })
      .where('id', '=', creatorId)
      .execute()
    return
  }
  await db
    .insertInto('creator_profile')
    .values({ ...blank, ...changed, id: creatorId, updated_at: now })
    .execute()
}

const blank: Omit<CreatorProfileTable, 'id' | 'updated_at'> = {
  languages: '[]',
  formats: '[]',
  owner: null,
  portrait_file_id: null,
  check_in_days: null,
}
