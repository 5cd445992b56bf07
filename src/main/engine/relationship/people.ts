import { raise } from '#src/shared/contract/errors.ts'
import { namesOf } from '../campaigns/work.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'

export interface Person {
  id: string
  name: string
}

/** The creators of a selection, each once. Raises NOT_FOUND where one is gone. */
export async function peopleOf(db: ReadDb, ids: readonly string[]): Promise<Person[]> {
  const wanted = new Set(ids)
  const found = await db
    .selectFrom('creator')
    .select(['id', 'name'])
    .where('id', 'in', anyOf([...wanted]))
    .orderBy('name')
    .execute()
  if (found.length === wanted.size) return found
  return raise(
    'NOT_FOUND',
    wanted.size === 1
      ? 'This creator is no longer in the workspace.'
      : `${wanted.size - found.length} of these ${wanted.size} creators are no longer in the workspace; nothing was changed.`,
  )
}

/** Their names for a sentence. */
export function namedIn(people: readonly Person[]): string {
  return namesOf(people.map(({ name }) => name))
}
