import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import { differing } from '../../db/differing.ts'
import { creatorRow } from '../show.ts'

interface Brand {
  id?: string
  creatorId: string
  brand: string
  kind: string
  startedOn: string | null
  endedOn: string | null
  url: string | null
  notes: string | null
}

/** Adds a brand a creator has to do with, or changes one. Raises NOT_FOUND, and BAD_INPUT for an end before the beginning. */
export async function saveBrand(
  context: MutationContext,
  { id: known, creatorId, ...brand }: Brand,
): Promise<{ id: string; entryId: string }> {
  const { write, ports } = context
  const { name } = await creatorRow(write, creatorId)
  if (brand.startedOn !== null && brand.endedOn !== null && brand.endedOn < brand.startedOn)
    raise('BAD_INPUT', `endedOn: The work with ${brand.brand} cannot end on ${brand.endedOn}, before it began on ${brand.startedOn}.`)
  const row = {
    brand: brand.brand,
    kind: brand.kind,
    started_on: brand.startedOn,
    ended_on: brand.endedOn,
    url: brand.url,
    notes: brand.notes?.trim() || null,
  }
  const id = known ?? ports.newId()
  if (known === undefined) {
    await write
      .insertInto('brand_history')
      .values({ ...row, id, creator_id: creatorId, created_at: ports.clock.now() })
      .execute()
  } else {
    const before = await write
      .selectFrom('brand_history')
      .selectAll()
      .where('id', '=', known)
      .where('creator_id', '=', creatorId)
      .executeTakeFirst()
    if (!before) raise('NOT_FOUND', 'This brand is no longer in the workspace.')
    const changed = differing(before, row)
    if (changed) await write.updateTable('brand_history').set(changed).where('id', '=', known).execute()
  }
  context.describe(`${known ? 'Changed' : 'Added'} the brand ${brand.brand} of ${name}`)
  return { id, entryId: context.entryId }
}

/** Raises NOT_FOUND. */
export async function removeBrand(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const row = await context.write
    .selectFrom('brand_history as b')
    .innerJoin('creator as c', 'c.id', 'b.creator_id')
    .select(['b.brand', 'c.name'])
    .where('b.id', '=', id)
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This brand is no longer in the workspace.')
  await context.write.deleteFrom('brand_history').where('id', '=', id).execute()
  context.describe(`Took the brand ${row.brand} off ${row.name}`)
  return { entryId: context.entryId }
}
