import { formFields, isSignature } from '../form/fields.ts'
import { permissionsOf, type Permissions } from '../form/permissions.ts'
import type { PdfFile } from '../pdf/file.ts'
import { nameOf, type PdfDictionary, type PdfValue } from '../pdf/values.ts'
import { rolesOf, type Roles } from '../roles.ts'
import type { Place } from './kinds.ts'

/** Two states of one document, and what is to be known to compare them. */
export interface Scene {
  before: PdfFile
  after: PdfFile
  roles: Roles
  permissions: Permissions
  /** Objects of fields that carry a signature in the later state, with the field's name and whether it is a time stamp. */
  signedNow: Map<number, { name: string; isTimeStamp: boolean }>
}

export function sceneOf(before: PdfFile, after: PdfFile): Scene {
  const signedNow: Scene['signedNow'] = new Map()
  for (const { name, objects, signature } of formFields(after)) {
    if (!isSignature(signature)) continue
    const isTimeStamp = nameOf(signature?.entries.get('SubFilter')) === 'ETSI.RFC3161'
    for (const number of objects) signedNow.set(number, { name, isTimeStamp })
  }
  return { before, after, roles: rolesOf(before), permissions: permissionsOf(before), signedNow }
}

/** Where an annotation stands; undefined where it shows nothing. */
export function rectOf(file: PdfFile, { entries }: PdfDictionary): Place['rect'] | undefined {
  const flags = file.resolve(entries.get('F'))
  const isHidden = typeof flags === 'number' && (flags & 2) !== 0
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (file.list(entries.get('Rect')) ?? []).map((side) => {
    const value = file.resolve(side)
    return typeof value === 'number' ? value : 0
  })
  if (isHidden || x1 === x2 || y1 === y2) return undefined
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** Viewers draw the signs of notes and attached files at this size, in points, however small their place is. */
const signSize = 24
/** Lists of points that viewers draw a comment by where it has no look of its own, also beyond its place. */
const drawnBy = ['L', 'Vertices', 'CL', 'InkList']

/** Where a comment may show: its place, and all that viewers draw of their own. */
export function reachOf(file: PdfFile, annotation: PdfDictionary): Place['rect'] | undefined {
  const { entries } = annotation
  const flags = file.resolve(entries.get('F'))
  if (typeof flags === 'number' && (flags & 2) !== 0) return undefined
  const place = numbersIn(file, entries.get('Rect') ?? null)
  const kind = nameOf(file.resolve(entries.get('Subtype')))
  const [left = 0, , , top = 0] = place
  const sign = kind === 'Text' || kind === 'FileAttachment' ? [left, top - signSize, left + signSize, top, left, top + signSize] : []
  const drawn = entries.has('AP') ? [] : drawnBy.flatMap((key) => numbersIn(file, entries.get(key) ?? null))
  const all = [...place, ...sign, ...drawn]
  const [xs, ys] = [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)]
  const stroke = numbersIn(file, file.dictionary(entries.get('BS'))?.entries.get('W') ?? null)[0] ?? 1
  const edge = drawn.length > 0 ? stroke / 2 : 0
  const rect = [smallest(xs) - edge, smallest(ys) - edge, largest(xs) + edge, largest(ys) + edge] as const
  return rect[0] < rect[2] && rect[1] < rect[3] ? rect : undefined
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}

function numbersIn(file: PdfFile, value: PdfValue, depth = 0): number[] {
  const resolved = file.resolve(value)
  if (typeof resolved === 'number') return [resolved]
  return Array.isArray(resolved) && depth < 3 ? resolved.flatMap((item) => numbersIn(file, item, depth + 1)) : []
}

export function listIn(value: PdfValue | undefined): PdfValue[] {
  return Array.isArray(value) ? value : []
}
