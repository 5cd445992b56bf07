import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { AccountTable } from '../db/schema.ts'
import { expectFree, labelOf, readHandle } from './accounts.ts'
import { creatorRow } from './show.ts'

interface AccountChanges {
  handle?: string
  url?: string | null
  isPrimary?: true
}

/** Changes handle or address of an account, or makes it the primary one. Raises NOT_FOUND, BAD_INPUT for what is no handle, and CONFLICT
 *  where the handle belongs to somebody already. */
export async function updateAccount(
  context: MutationContext,
  { id, changes }: { id: string; changes: AccountChanges },
): Promise<{ entryId: string }> {
  const { write } = context
  const account = await accountRow(write, id)
  const { name } = await creatorRow(write, account.creator_id)
  const patch: Partial<AccountTable> = {}
  if (changes.handle !== undefined) {
    const { handle, key, url } = await readHandle(write, { platform: account.platform, handle: changes.handle })
    await expectFree(write, account.platform, handle, key, id)
    Object.assign(patch, { handle, handle_key: key, url })
  }
  if (changes.url !== undefined) patch.url = changes.url
  if (changes.isPrimary) {
    await write
      .updateTable('account')
      .set({ is_primary: 0 })
      .where('creator_id', '=', account.creator_id)
      .where('is_primary', '=', 1)
      .where('id', '<>', id)
      .execute()
    patch.is_primary = 1
  }
  const changed = differing(account, patch)
  if (changed) await write.updateTable('account').set(changed).where('id', '=', id).execute()
  context.describe(`Changed the account @${patch.handle ?? account.handle} of ${name}`)
  return { entryId: context.entryId }
}

/** Takes an account out with its figures and audiences; work and posts stay, without it. Where it was the primary one, the account that
 *  has been on file longest becomes it. Raises NOT_FOUND. */
export async function removeAccount(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const { write } = context
  const account = await accountRow(write, id)
  const { name } = await creatorRow(write, account.creator_id)
  await write.deleteFrom('account').where('id', '=', id).execute()
  if (account.is_primary === 1) await choosePrimary(write, account.creator_id)
  context.describe(`Took the account @${account.handle} on ${labelOf(account.platform)} off ${name}`)
  return { entryId: context.entryId }
}

async function choosePrimary(db: WriteDb, creatorId: string): Promise<void> {
  const next = await db.selectFrom('account').select('id').where('creator_id', '=', creatorId).orderBy('id').executeTakeFirst()
  if (next) await db.updateTable('account').set({ is_primary: 1 }).where('id', '=', next.id).execute()
}

async function accountRow(db: ReadDb, id: string): Promise<AccountTable> {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This account is no longer in the workspace.')
}
