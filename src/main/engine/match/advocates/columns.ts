import data from '../../../../../resources/match/advocate-columns.json' with { type: 'json' }
import { raise } from '#src/shared/contract/errors.ts'
import { ADVOCATE_FIELDS, type AdvocateField } from '#src/shared/contract/match.ts'
import type { z } from 'zod'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { foldLabel } from '../../exchange/tables/fold.ts'
import type { Table } from '../../exchange/tables/types.ts'

export type Field = z.infer<typeof AdvocateField>
/** Column index as text → what it is read as. */
export type Mapping = Record<string, Field>

const names: Readonly<Record<(typeof ADVOCATE_FIELDS)[number], readonly string[]>> = data
const fieldOfName = new Map(ADVOCATE_FIELDS.flatMap((field) => names[field].map((name) => [name, field] as const)))

function fieldOf(heading: string): Field | undefined {
  if (heading.length > 60) return undefined
  const plain = heading.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fieldOfName.get(foldLabel(plain).replaceAll(' ', '')) ?? (platformOfWord(foldLabel(heading)) === null ? undefined : 'handle')
}

/** Tells the header of a customer list or a mention export. */
export function isAdvocateHeading(cell: string): boolean {
  return fieldOf(cell) !== undefined
}

/** Which column holds what: as a person says, else by its heading; the first of several with one meaning, but every column of handles.
 *  Raises MAPPING_NEEDED where nobody could be recognised by any column. */
export function advocateColumns(table: Table, given: Mapping = {}): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<Field>(Object.values(given))
  for (const [at, heading] of table.headers.entries()) {
    const told = given[String(at)]
    const guess = told ?? fieldOf(heading)
    const isFree = guess !== undefined && (guess === 'handle' || !taken.has(guess))
    const field = told ?? (isFree && guess !== undefined ? guess : 'ignore')
    mapping[String(at)] = field
    taken.add(field)
  }
  const found = new Set(Object.values(mapping))
  if (!(['email', 'name', 'firstName', 'handle', 'url'] as const).some((field) => found.has(field))) refuse(table)
  return mapping
}

function refuse(table: Table): never {
  const headers = table.headers.slice(0, 100)
  const shown = headers.slice(0, 20).map((header) => (header.length > 40 ? `${header.slice(0, 39)}…` : header))
  raise(
    'MAPPING_NEEDED',
    `“${table.fileName}” has no column with e-mail addresses, names or handles; say which column is which. Its columns are: ${shown.join(', ')}.`,
    { headers },
  )
}

/** The platform that a column of handles is named after, or null. */
export function platformOfHeading(heading: string): string | null {
  return platformOfWord(foldLabel(heading))
}
