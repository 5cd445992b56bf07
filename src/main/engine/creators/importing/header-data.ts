import data from '../../../../../resources/imports/headers.json' with { type: 'json' }
import { foldLabel } from '../../exchange/tables/fold.ts'

interface FieldData {
  id: string
  label: string
  exact?: string[]
  stems?: string[]
  not?: string[]
  /** Counted per post: `Likes` alone may also be the sum over all posts. */
  metric?: string
  /** Recognised so as not to be taken for something else, and left out. */
  ignored?: boolean
  priced?: boolean
}

export interface HeaderField {
  id: string
  label: string
  isMetric: boolean
  isIgnored: boolean
  isPriced: boolean
  stems: string[]
  not: string[]
}

const fieldData: readonly FieldData[] = data.fields

/** What a column can hold. A new field is an entry in resources/imports/headers.json and its reader. */
export const headerFields: readonly HeaderField[] = fieldData.map(({ id, label, metric, ignored, priced, stems = [], not = [] }) => ({
  id,
  label,
  isMetric: metric !== undefined,
  isIgnored: ignored ?? false,
  isPriced: priced ?? false,
  stems: folded(stems),
  not: folded(not),
}))

const byId = new Map(headerFields.map((field) => [field.id, field]))

export const exactHeaders: ReadonlyMap<string, HeaderField> = new Map(
  fieldData.toReversed().flatMap(({ id, exact = [] }) => folded(exact).map((word) => [word, fieldOf(id)] as const)),
)
export const averageWords = folded(data.average)
export const totalWords = folded(data.total)
export const noiseWords = folded(data.noise).sort((a, b) => b.length - a.length)
export const priceFormats = data.formats.map(({ id, stems }) => ({ id, stems: folded(stems) }))

/** The field with this id. Throws a RangeError for an unknown one. */
export function fieldOf(id: string): HeaderField {
  const field = byId.get(id)
  if (!field) throw new RangeError(`There is no import field “${id}”.`)
  return field
}

export function isField(id: string): boolean {
  return byId.has(id)
}

function folded(words: readonly string[]): string[] {
  return words.map(foldLabel).filter((word) => word !== '')
}
