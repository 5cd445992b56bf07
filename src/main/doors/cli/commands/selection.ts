import type { Argument, Option } from '../command.ts'
import { misused } from '../usage-error.ts'
import type { Values } from '../values.ts'

/** For commands that work on some or all creators of one campaign. */
export const campaignAndCreators: readonly Argument[] = [
  { name: 'CAMPAIGN', note: 'id or exact name' },
  { name: 'CREATOR', note: 'of that campaign: id, @handle or exact name', many: true, optional: true },
]
export const selectionOptions: Readonly<Record<string, Option>> = { all: { note: 'every creator of the campaign' } }

/** Nobody changes a whole campaign by leaving a word out. */
export function expectSelection(values: Values): void {
  const isNamed = values.rest('CREATOR').length > 0
  if (!isNamed && !values.flag('all')) misused('Name creators of the campaign, or give --all.')
  if (isNamed && values.flag('all')) misused('Name creators or give --all, not both.')
}
