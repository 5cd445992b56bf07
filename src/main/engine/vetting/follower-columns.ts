import data from '../../../../resources/authenticity/columns.json' with { type: 'json' }
import type { AccountFigures } from '#src/shared/domain/authenticity/account-features.ts'
import type { Table } from '../exchange/tables/types.ts'
import { headingKey, refuseColumns } from './sample-rows.ts'

/** What a column of a follower sample may hold: a figure, or the text that it is counted from. */
export type FollowerField = keyof AccountFigures | 'bio' | 'username'

const names: Readonly<Record<FollowerField, readonly string[]>> = data.followers
const fieldOfName = new Map(Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field as FollowerField])))

function fieldOf(heading: string): FollowerField | undefined {
  return heading.length > 60 ? undefined : fieldOfName.get(headingKey(heading))
}

/** Tells the header of a follower sample. */
export function isFollowerHeading(cell: string): boolean {
  return fieldOf(cell) !== undefined
}

export type FollowerColumns = ReadonlyMap<FollowerField, number>

/** Which column holds what; the first of several with one meaning. Raises MAPPING_NEEDED without followers, following or posts. */
export function followerColumns(table: Table): FollowerColumns {
  const columns = new Map<FollowerField, number>()
  for (const [at, header] of table.headers.entries()) {
    const field = fieldOf(header)
    if (field && !columns.has(field)) columns.set(field, at)
  }
  const missing = (['followers', 'following', 'posts'] as const).filter((field) => !columns.has(field))
  if (missing.length > 0) refuseColumns(table, `has no column for ${missing.join(', ')}, and without them no follower can be judged.`)
  return columns
}
