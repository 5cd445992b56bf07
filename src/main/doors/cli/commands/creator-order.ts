import { RosterSort } from '#src/shared/contract/creators.ts'
import type { Option } from '../command.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'

/** The options by which commands on the roster put its creators in order. */
export const orderOptions: Readonly<Record<string, Option>> = {
  sort: { value: 'COLUMN', note: 'followers when left out', choices: RosterSort.options },
  ascending: { note: 'smallest or first letter first' },
  descending: { note: 'largest or last letter first' },
}

export function expectOneDirection(values: Values): void {
  if (values.flag('ascending') && values.flag('descending')) misused('Give --ascending or --descending, not both.')
}

/** A column that is named goes its own way unless a direction is given too. */
export function orderFrom(values: Values) {
  const sort = values.oneOf('sort', RosterSort.options)
  const direction = values.flag('ascending') ? ('ascending' as const) : values.flag('descending') ? ('descending' as const) : undefined
  return sort === undefined ? given({ direction }) : { sort, direction }
}
