import type { z } from 'zod'
import type { CreatorDetail, NewCreator } from '#src/shared/contract/creators.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import type { CreatorTable } from '../db/schema.ts'
import { addAccounts } from './accounts.ts'
import { creatorRow } from './show.ts'

type Fields = Partial<
  Pick<
    z.infer<typeof CreatorDetail>,
    | 'name'
    | 'country'
    | 'city'
    | 'language'
    | 'email'
    | 'phone'
    | 'address'
    | 'bio'
    | 'notes'
    | 'niches'
    | 'tags'
    | 'stage'
    | 'doNotContact'
  >
>

/** Adds a creator with accounts. Raises CONFLICT where a handle belongs to somebody already; then nothing was added. */
export async function createCreator(
  context: MutationContext,
  { accounts, ...fields }: z.infer<typeof NewCreator>,
): Promise<{ id: string; entryId: string }> {
  const { newId, clock } = context.ports
  const [id, now] = [newId(), clock.now()]
  await context.write
    .insertInto('creator')
    .values({ ...blank, ...present(toRow(fields)), id, name: fields.name, created_at: now, updated_at: now })
    .execute()
  await addAccounts(context, id, accounts)
  context.describe(`Added the creator ${fields.name}`)
  return { id, entryId: context.entryId }
}

/** Raises NOT_FOUND. */
export async function updateCreator(
  context: MutationContext,
  { id, changes }: { id: string; changes: Fields },
): Promise<{ entryId: string }> {
  const before = await creatorRow(context.write, id)
  const changed = differing(before, toRow(changes))
  if (changed)
    await context.write
      .updateTable('creator')
      .set({ ...changed, updated_at: context.ports.clock.now() })
      .where('id', '=', id)
      .execute()
  context.describe(`Changed the creator ${changes.name ?? before.name}`)
  return { entryId: context.entryId }
}

const blank: Omit<CreatorTable, 'id' | 'name' | 'created_at' | 'updated_at'> = {
  country: null,
  city: null,
  language: null,
  email: null,
  phone: null,
  address: null,
  bio: null,
  notes: null,
  niches: '[]',
  tags: '[]',
  stage: 'new',
  do_not_contact: 0,
  import_batch_id: null,
  archived_at: null,
}

function toRow({ niches, tags, doNotContact, ...texts }: Fields): Partial<CreatorTable> {
  return {
    ...texts,
    niches: niches && JSON.stringify(distinct(niches)),
    tags: tags && JSON.stringify(distinct(tags)),
    do_not_contact: doNotContact === undefined ? undefined : Number(doNotContact),
  }
}

/** Each label once, whatever its capitals, as first written. */
export function distinct(labels: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const label of labels) if (!byKey.has(label.toLowerCase())) byKey.set(label.toLowerCase(), label)
  return [...byKey.values()]
}

function present<Row extends object>(row: Row): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<Row>
}
