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

export function listIn(value: PdfValue | undefined): PdfValue[] {
  return Array.isArray(value) ? value : []
}
