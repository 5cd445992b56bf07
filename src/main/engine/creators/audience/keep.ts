import { problemsOfShares, type AudienceShares } from '#src/shared/domain/audience.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import type { EnginePorts } from '../../ports.ts'
import { cleanShares } from './labels.ts'

const typedIn = 'manual'

/** Keeps what is known of an account's audience on a day. Raises NOT_FOUND, and BAD_INPUT for a day to come, impossible shares or none. */
export async function addAudience(
  context: MutationContext,
  { accountId, takenOn = context.ports.clock.today(), shares }: { accountId: string; takenOn?: string; shares: AudienceShares },
): Promise<{ id: string; entryId: string }> {
  const { name, handle } = await accountOf(context.write, accountId)
  const clean = cleanShares(shares)
  const [problem] = problemsOfShares(clean)
  if (problem !== undefined) raise('BAD_INPUT', `shares: ${problem}`)
  const id = await keepAudience(context.write, context.ports, { accountId, takenOn, shares: clean, source: typedIn })
  context.describe(`Kept the audience of @${handle} of ${name}`)
  return { id, entryId: context.entryId }
}

/** The same day from the same source replaces what was kept. Raises BAD_INPUT for a day to come and for no shares. */
export async function keepAudience(
  db: WriteDb,
  { newId, clock }: Pick<EnginePorts, 'newId' | 'clock'>,
  { accountId, takenOn, shares, source }: { accountId: string; takenOn: string; shares: AudienceShares; source: string },
): Promise<string> {
  if (takenOn > clock.today()) raise('BAD_INPUT', 'takenOn: An audience cannot be from a day to come.')
  if (Object.keys(shares).length === 0) raise('BAD_INPUT', 'shares: Give at least one share.')
  const text = JSON.stringify(shares)
  const known = await db
    .selectFrom('audience')
    .select(['id', 'shares'])
    .where('account_id', '=', accountId)
    .where('taken_on', '=', takenOn)
    .where('source', '=', source)
    .executeTakeFirst()
  if (known) {
    if (known.shares !== text) await db.updateTable('audience').set({ shares: text }).where('id', '=', known.id).execute()
    return known.id
  }
  const id = newId()
  await db
    .insertInto('audience')
    .values({ id, account_id: accountId, taken_on: takenOn, shares: text, source, created_at: clock.now() })
    .execute()
  return id
}

/** Raises NOT_FOUND. */
export async function removeAudience(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const row = await context.write.selectFrom('audience').select(['account_id', 'taken_on']).where('id', '=', id).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This audience is no longer in the workspace.')
  const { name, handle } = await accountOf(context.write, row.account_id)
  await context.write.deleteFrom('audience').where('id', '=', id).execute()
  context.describe(`Took the audience of @${handle} of ${name} on ${row.taken_on} out`)
  return { entryId: context.entryId }
}

/** Raises NOT_FOUND. */
export async function accountOf(db: ReadDb, accountId: string): Promise<{ name: string; handle: string }> {
  const row = await db
    .selectFrom('account as a')
    .innerJoin('creator as c', 'c.id', 'a.creator_id')
    .select(['c.name', 'a.handle'])
    .where('a.id', '=', accountId)
    .executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This account is no longer in the workspace.')
}
