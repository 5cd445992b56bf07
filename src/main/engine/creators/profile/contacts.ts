import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import { differing } from '../../db/differing.ts'
import { creatorRow } from '../show.ts'

interface Contact {
  id?: string
  creatorId: string
  kind: string
  label: string | null
  value: string
}

/** Adds a way to reach a creator, or changes one. Raises NOT_FOUND, and BAD_INPUT for an e-mail address that is none. */
export async function saveContact(
  context: MutationContext,
  { id: known, creatorId, kind, label, value }: Contact,
): Promise<{ id: string; entryId: string }> {
  const { write, ports } = context
  const { name } = await creatorRow(write, creatorId)
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) raise('BAD_INPUT', `value: "${value}" is no e-mail address.`)
  const row = { kind, label: label?.trim() || null, value: value.trim() }
  const id = known ?? ports.newId()
  if (known === undefined) {
    await write
      .insertInto('creator_contact')
      .values({ ...row, id, creator_id: creatorId, created_at: ports.clock.now() })
      .execute()
  } else {
    const before = await write
      .selectFrom('creator_contact')
      .selectAll()
      .where('id', '=', known)
      .where('creator_id', '=', creatorId)
      .executeTakeFirst()
    if (!before) raise('NOT_FOUND', 'This contact is no longer in the workspace.')
    const changed = differing(before, row)
    if (changed) await write.updateTable('creator_contact').set(changed).where('id', '=', known).execute()
  }
  context.describe(`${known ? 'Changed' : 'Added'} a contact of ${name}`)
  return { id, entryId: context.entryId }
}

/** Raises NOT_FOUND. */
export async function removeContact(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const row = await context.write
    .selectFrom('creator_contact as k')
    .innerJoin('creator as c', 'c.id', 'k.creator_id')
    .select('c.name')
    .where('k.id', '=', id)
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This contact is no longer in the workspace.')
  await context.write.deleteFrom('creator_contact').where('id', '=', id).execute()
  context.describe(`Took a contact of ${row.name} out`)
  return { entryId: context.entryId }
}
