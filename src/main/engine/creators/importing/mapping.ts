import { raise } from '#src/shared/contract/errors.ts'
import { PLATFORMS, platformOfWord } from '#src/shared/domain/platforms.ts'
import { fieldOf, headerFields, isField, priceFormats } from './header-data.ts'
import type { ColumnPlan } from './types.ts'

/** What a mapping says of one column: `followers`, `followers@tiktok`, `price:reel@instagram`. */
export interface MappedField {
  field: string
  format: string | null
  platform: string | null
}

/** The mapping of a plan as it is shown, edited and remembered: column index → field. */
export function mappingOf(columns: readonly ColumnPlan[]): Record<string, string> {
  const inFileOrder = columns.toSorted((a, b) => a.index - b.index)
  return Object.fromEntries(inFileOrder.map((column) => [String(column.index), fieldText(column)]))
}

function fieldText({ field, format, platform }: MappedField): string {
  if (fieldOf(field).isIgnored) return 'ignore'
  return `${field}${format === null ? '' : `:${format}`}${platform === null ? '' : `@${platform}`}`
}

/** Reads a mapping that a person or an earlier import made. Raises BAD_INPUT for an unknown field. */
export function readMapping(mapping: Readonly<Record<string, string>>): Map<number, MappedField> {
  return new Map(
    Object.entries(mapping).map(([column, text]) => {
      const [, field = '', format = null, platform = null] = /^([^:@]*)(?::([^@]*))?(?:@(.*))?$/.exec(text) ?? []
      if (!/^\d{1,5}$/.test(column) || !isField(field)) {
        raise('BAD_INPUT', `“${column}: ${text}” is no mapping of a column; give its number from 0 on and a field such as followers.`)
      }
      return [Number(column), { field, format, platform: platform === null ? null : (platformOfWord(platform) ?? platform) }]
    }),
  )
}

/** The fields a person can choose from, with the words for them; `inUse` are those of the mapping at hand. */
export function fieldChoices(inUse: Readonly<Record<string, string>>): { id: string; label: string }[] {
  const plain = headerFields.filter(({ isIgnored }) => !isIgnored).map(({ id, label }) => ({ id, label }))
  const prices = priceFormats.map(({ id }) => ({ id: `price:${id}`, label: `Price: ${id}` }))
  const choices = [...plain, ...prices, { id: 'ignore', label: fieldOf('ignore').label }]
  const known = new Set(choices.map(({ id }) => id))
  const special = [...new Set(Object.values(inUse))].filter((id) => !known.has(id)).map((id) => ({ id, label: labelOf(id) }))
  return [...choices.slice(0, -1), ...special, ...choices.slice(-1)]
}

function labelOf(text: string): string {
  const mapped = readMapping({ 0: text }).get(0)
  if (!mapped) return text
  const platform = PLATFORMS.find(({ id }) => id === mapped.platform)?.label ?? mapped.platform
  const label = fieldOf(mapped.field).label + (mapped.format === null ? '' : `: ${mapped.format}`)
  return platform === null ? label : `${label} (${platform})`
}
