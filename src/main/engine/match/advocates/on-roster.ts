import { foldText } from '#src/shared/domain/fold.ts'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import { platformWord } from '#src/shared/domain/match/values.ts'
import { PLATFORMS } from '#src/shared/domain/platforms.ts'
import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import { grouped } from '../grouped.ts'
import type { Person } from './read-people.ts'

export type Certainty = 'certain' | 'likely' | 'possible'

/** Whom a row means, how sure that is, and why. */
export interface Found {
  creatorId: string
  certainty: Certainty
  why: string
}

/** Recognises people of the roster: by e-mail address, then by handle, then by name and place. */
export async function rosterRecogniser(db: ReadDb, people: readonly Person[]): Promise<(person: Person) => Found[]> {
  const emails = await byEmail(db, new Set(people.flatMap(({ email }) => email ?? [])))
  const accounts = await byHandle(db, people)
  const names = await byName(db, people)
  return (person) => {
    const mailed = person.email === null ? undefined : emails.get(person.email)
    if (mailed) return mailed.map((creatorId) => ({ creatorId, certainty: 'certain', why: 'The same e-mail address.' }))
    const held = person.handles.flatMap(({ platform, key, handle }) => holders(accounts.get(key) ?? [], platform, handle))
    if (held.length > 0) return held
    return namesakes(names.get(foldText(person.name ?? '')) ?? [], person)
  }
}

async function byEmail(db: ReadDb, wanted: ReadonlySet<string>): Promise<Map<string, string[]>> {
  if (wanted.size === 0) return new Map()
  const own = await db.selectFrom('creator').where('email', 'is not', null).select(['id', 'email']).execute()
  const beside = await db
    .selectFrom('creator_contact')
    .where('value', 'like', '%@%')
    .select(['creator_id as id', 'value as email'])
    .execute()
  const all = [...own, ...beside].map(({ id, email }) => [email?.trim().toLowerCase() ?? '', id] as const)
  return grouped(
    all.filter(([email]) => wanted.has(email)),
    (pair) => pair,
  )
}

interface Account {
  creatorId: string
  platform: string
}

async function byHandle(db: ReadDb, people: readonly Person[]): Promise<Map<string, Account[]>> {
  const handles = people.flatMap(({ handles }) => handles)
  if (handles.length === 0) return new Map()
  const platforms = new Set([...PLATFORMS.map(({ id }) => id), ...handles.flatMap(({ platform }) => platform ?? [])])
  const rows = await db
    .selectFrom('account')
    .where('platform', 'in', [...platforms])
    .where('handle_key', 'in', anyOf([...new Set(handles.map(({ key }) => key))]))
    .select(['creator_id', 'platform', 'handle_key'])
    .execute()
  return grouped(rows, ({ handle_key, creator_id: creatorId, platform }) => [handle_key, { creatorId, platform }])
}

function holders(accounts: readonly Account[], platform: string | null, handle: string): Found[] {
  const there = platform === null ? [] : accounts.filter((account) => account.platform === platform)
  if (there.length > 0 && platform !== null) {
    return there.map(({ creatorId }) => ({
      creatorId,
      certainty: 'certain',
      why: `The same handle on ${platformWord(platform)}: @${handle}.`,
    }))
  }
  if (platform !== null) return []
  const ids = new Set(accounts.map(({ creatorId }) => creatorId))
  const certainty = ids.size === 1 ? 'likely' : 'possible'
  const several = ids.size === 1 ? '' : ` ${ids.size} creators have it.`
  return accounts.map(({ creatorId, platform: on }) => ({
    creatorId,
    certainty,
    why: `The same handle, @${handle} on ${platformWord(on)}; the file does not say on which platform.${several}`,
  }))
}

interface Namesake {
  creatorId: string
  city: string | null
  country: string | null
}

async function byName(db: ReadDb, people: readonly Person[]): Promise<Map<string, Namesake[]>> {
  const placed = people.filter(({ name, city, country }) => name !== null && (city !== null || country !== null))
  if (placed.length === 0) return new Map()
  const rows = await db
    .selectFrom('roster_row as r')
    .innerJoin('creator as c', 'c.id', 'r.creator_id')
    .where('r.name_key', 'in', anyOf([...new Set(placed.map(({ name }) => foldText(name ?? '')))]))
    .select(['r.name_key', 'c.id', 'c.city', 'c.country'])
    .execute()
  return grouped(rows, ({ name_key, id, city, country }) => [
    name_key,
    { creatorId: id, city: city === null ? null : foldText(city), country: country === null ? null : countryCode(country) },
  ])
}

/** A name alone says nothing; with the same city it is likely theirs, with the same country possible. */
function namesakes(all: readonly Namesake[], { city, country }: Person): Found[] {
  const neighbours = all.filter((one) => city !== null && one.city === city && !isAgainst(one.country, country))
  if (neighbours.length > 0) {
    const certainty = neighbours.length === 1 ? 'likely' : 'possible'
    return neighbours.map(({ creatorId }) => ({ creatorId, certainty, why: 'The same name in the same city.' }))
  }
  return all
    .filter((one) => country !== null && one.country === country && !isAgainst(one.city, city))
    .map(({ creatorId }) => ({ creatorId, certainty: 'possible', why: 'The same name in the same country.' }))
}

function isAgainst(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}
