import type { Money } from '#src/shared/domain/money.ts'
import type { MutationContext } from '../context.ts'
import { creatorRow } from './show.ts'

export interface RateInput {
  creatorId: string
  platform: string | null
  format: string
  price: Money
}

/** Keeps what a creator asks for a format, in place of what was known; a platform of null stands for all. Raises NOT_FOUND. */
export async function setRate(
  context: MutationContext,
  { creatorId, platform, format, price }: RateInput,
): Promise<{ id: string; entryId: string }> {
  const {
    write,
    ports: { newId, clock },
  } = context
  const { name } = await creatorRow(write, creatorId)
  const priced = { amount_minor: price.amountMinor, currency: price.currency }
  const known = await write
    .selectFrom('rate')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('platform', 'is', platform)
    .where('format', '=', format)
    .executeTakeFirst()
  const id = known?.id ?? newId()
  if (known) await write.updateTable('rate').set(priced).where('id', '=', id).execute()
  else
    await write
      .insertInto('rate')
      .values({ id, creator_id: creatorId, platform, format, ...priced, created_at: clock.now() })
      .execute()
  context.describe(`Set the price of ${format} for ${name}`)
  return { id, entryId: context.entryId }
}
