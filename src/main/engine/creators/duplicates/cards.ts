import { countryCode } from '#src/shared/domain/country-codes.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import { comparableName, looseHandle, phoneKey } from '#src/shared/domain/likeness.ts'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import { nextTurn } from '../../db/next-turn.ts'
import { labelsIn } from '../kept.ts'

/** What of a creator tells whether another is the same. */
export interface Card {
  id: string
  name: string
  /** Null where the name says too little. */
  nameKey: string | null
  country: string | null
  countryCode: string | null
  niches: Map<string, string>
  emails: string[]
  phones: Map<string, string>
  handles: { platform: string; handle: string; key: string; loose: string | null }[]
}

const creatorsAtOnce = 5000

/** The cards of all creators of the roster, in the order of ids, piece by piece. Archived ones have left it. */
export async function* allCards(db: ReadDb): AsyncGenerator<Card[]> {
  for (let after = ''; ;) {
    const ids = await db
      .selectFrom('creator')
      .select('id')
      .where('id', '>', after)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .limit(creatorsAtOnce)
      .execute()
    if (ids.length === 0) return
    yield await cardsOf(
      db,
      ids.map(({ id }) => id),
    )
    await nextTurn()
    after = ids.at(-1)?.id ?? ''
  }
}

/** The cards of these creators, in the order of ids. */
export async function cardsOf(db: ReadDb, ids: readonly string[]): Promise<Card[]> {
  const some = anyOf(ids)
  const rows = await db
    .selectFrom('creator')
    .select(['id', 'name', 'country', 'niches', 'email', 'phone'])
    .where('id', 'in', some)
    .orderBy('id')
    .execute()
  const accounts = await db
    .selectFrom('account')
    .select(['creator_id', 'platform', 'handle', 'handle_key'])
    .where('creator_id', 'in', some)
    .execute()
  const contacts = await db
    .selectFrom('creator_contact')
    .select(['creator_id', 'kind', 'value'])
    .where('creator_id', 'in', some)
    .where('kind', 'in', ['email', 'phone'])
    .execute()
  const accountsOf = Map.groupBy(accounts, (row) => row.creator_id)
  const contactsOf = Map.groupBy(contacts, (row) => row.creator_id)
  return rows.map(({ id, name, country, niches, email, phone }) => {
    const reached = contactsOf.get(id) ?? []
    const valuesOf = (kind: string, own: string | null) => [
      ...(own === null ? [] : [own]),
      ...reached.filter((row) => row.kind === kind).map(({ value }) => value),
    ]
    return {
      id,
      name,
      nameKey: comparableName(name),
      country,
      countryCode: country === null ? null : foldText(countryCode(country)),
      niches: new Map(labelsIn(niches).map((niche) => [foldText(niche), niche])),
      emails: [...new Set(valuesOf('email', email).map((value) => value.trim().toLowerCase()))].filter((value) => value.includes('@')),
      phones: new Map(valuesOf('phone', phone).flatMap((value) => (phoneKey(value) === null ? [] : [[phoneKey(value) ?? '', value]]))),
      handles: (accountsOf.get(id) ?? []).map((row) => ({
        platform: row.platform,
        handle: row.handle,
        key: row.handle_key.toLowerCase(),
        loose: looseHandle(row.handle),
      })),
    }
  })
}
