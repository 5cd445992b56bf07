import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { NewAccount as NewAccountSchema } from '#src/shared/contract/creators.ts'
import { parseHandle, type Handle } from '#src/shared/domain/handles.ts'
import { platformById, platformOfWord } from '#src/shared/domain/platforms.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { creatorRow } from './show.ts'
import { expectPossible, keepSnapshot } from './snapshots.ts'

type NewAccount = z.infer<typeof NewAccountSchema>

/** Adds one account to a creator. Raises NOT_FOUND, BAD_INPUT for what is no handle, and CONFLICT where the handle belongs to somebody
 *  already. */
export async function addAccount(
  context: MutationContext,
  { creatorId, account }: { creatorId: string; account: NewAccount },
): Promise<{ id: string; entryId: string }> {
  const { name } = await creatorRow(context.write, creatorId)
  const [id = ''] = await addAccounts(context, creatorId, [account])
  context.describe(`Added an account on ${labelOf(account.platform)} to ${name}`)
  return { id, entryId: context.entryId }
}

/** Adds accounts; the creator's first one is the primary. Answers with their ids. */
export async function addAccounts(context: MutationContext, creatorId: string, accounts: readonly NewAccount[]): Promise<string[]> {
  const {
    write,
    ports: { newId, clock },
  } = context
  const known = await write.selectFrom('account').select('id').where('creator_id', '=', creatorId).limit(1).executeTakeFirst()
  const ids: string[] = []
  for (const account of accounts) {
    const { platform, handle, key, url } = await readHandle(write, account)
    await expectFree(write, platform, handle, key)
    const id = newId()
    await write
      .insertInto('account')
      .values({
        id,
        creator_id: creatorId,
        platform,
        handle,
        handle_key: key,
        url,
        is_primary: Number(!known && ids.length === 0),
        created_at: clock.now(),
      })
      .execute()
    if (account.values) expectPossible(account.values)
    if (account.values && Object.keys(account.values).length > 0)
      await keepSnapshot(context, { accountId: id, takenOn: clock.today(), values: account.values })
    ids.push(id)
  }
  return ids
}

/** A platform of ours by any of its names, or one of the workspace's own as it is written there already. */
export async function readHandle(
  db: ReadDb,
  { platform: word, handle: text }: Pick<NewAccount, 'platform' | 'handle'>,
): Promise<Handle & { platform: string }> {
  const platform = platformOfWord(word) ?? (await ownPlatform(db, word))
  const parsed = parseHandle(text, platform)
  if (parsed.kind === 'problem') raise('BAD_INPUT', `handle: ${parsed.problem}`)
  if (parsed.kind === 'missing') raise('BAD_INPUT', `handle: "${text}" is no handle.`)
  const found = parsed.value.platform ?? platform
  if (found !== platform) raise('BAD_INPUT', `handle: This address is on ${labelOf(found)}, not on ${labelOf(platform)}.`)
  return { ...parsed.value, platform }
}

async function ownPlatform(db: ReadDb, word: string): Promise<string> {
  const rows = await db.selectFrom('account').select('platform').distinct().execute()
  return rows.find(({ platform }) => platform.toLowerCase() === word.toLowerCase())?.platform ?? word
}

/** Raises CONFLICT where the handle belongs to another account than `own`. */
export async function expectFree(db: ReadDb, platform: string, handle: string, key: string, own?: string): Promise<void> {
  const owner = await db
    .selectFrom('account as a')
    .innerJoin('creator as c', 'c.id', 'a.creator_id')
    .select(['a.id as accountId', 'c.id', 'c.name', 'c.archived_at'])
    .where('a.platform', '=', platform)
    .where('a.handle_key', '=', key)
    .executeTakeFirst()
  if (!owner || owner.accountId === own) return
  const archived = owner.archived_at === null ? '' : ', who is archived'
  raise('CONFLICT', `@${handle} on ${labelOf(platform)} already belongs to ${owner.name}${archived}. Nothing was changed.`, {
    creatorId: owner.id,
  })
}

export function labelOf(platform: string): string {
  return platformById(platform)?.label ?? platform
}
