import type { z } from 'zod'
import type { ContactKind } from '#src/shared/contract/relationship.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'

/** The kinds of entry that are a word exchanged with the creator. */
export const wordsExchanged: ReadonlySet<string> = new Set<z.infer<typeof ContactKind>>(['message', 'call', 'meeting'])

/** The day of the last word exchanged with each creator; those without one are left out. */
export async function lastContacts(db: ReadDb, creatorIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('contact_log')
    .select(({ fn }) => ['creator_id', fn.max('happened_on').as('happened_on')])
    .where('creator_id', 'in', anyOf(creatorIds))
    .where('kind', 'in', [...wordsExchanged])
    .groupBy('creator_id')
    .execute()
  return new Map(rows.map(({ creator_id, happened_on }) => [creator_id, happened_on]))
}
