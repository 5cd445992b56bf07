import { isSignature, numberOf, rolesOf, type Roles } from './roles.ts'
import { signatureFields } from './fields.ts'
import type { PdfFile } from './pdf/file.ts'
import { changedKeys, isDictionary, isSame, isStream, nameOf, type PdfDictionary, type PdfValue } from './pdf/values.ts'

/** What a later saving of a signed PDF changed, beyond adding a signature. */
export interface Change {
  kind: 'content' | 'annotation' | 'form' | 'signature' | 'attachment' | 'action' | 'layer' | 'properties' | 'structure'
  /** From 1; null where it concerns the whole document. */
  page: number | null
  /** What happened, without a full stop: "the content of page 2 was changed". */
  text: string
}

/** Keys of a signature field that filling it in sets. Its place is not among them. */
const fieldKeys = new Set(['V', 'AP', 'F', 'M', 'P', 'Type', 'Subtype', 'MK'])
/** Keys that filling in a text field sets. */
const filledKeys = new Set(['V', 'AP', 'M'])
const catalogKinds: Record<string, [Change['kind'], string]> = {
  Pages: ['content', 'the pages were exchanged'],
  Names: ['attachment', 'attachments, scripts or named places were changed'],
  AF: ['attachment', 'attachments were changed'],
  OpenAction: ['action', 'an action on opening was added or changed'],
  AA: ['action', 'an automatic action was added or changed'],
  OCProperties: ['layer', 'layers were shown, hidden or changed'],
  Perms: ['signature', 'the permissions of the signatures were changed'],
  StructTreeRoot: ['structure', 'the structure for screen readers was changed'],
}

/** A new signature field over so large a part of a page could hide or forge what was signed. */
const largestNewField = 1 / 6

/** Compares a PDF as it was signed with a later state and lists every change except what adding a signature needs: the signature, its
 *  field's value and look, its place in the form and on its page. Both states are read strictly, so that no two readers can see
 *  different changes. `isSigned` says that a signature covers the whole of the later state: only then may record fields have been filled in. */
export function changesBetween(before: PdfFile, after: PdfFile, isSigned: boolean): Change[] {
  const history = historyChange(before, after)
  if (history) return [history]
  const roles = rolesOf(before)
  const signedNow = new Set(
    signatureFields(after)
      .filter((field) => isSignature(field.signature))
      .flatMap((field) => field.objects),
  )
  const changes: Change[] = []
  if (!isSame(before.trailer.entries.get('Root'), after.trailer.entries.get('Root'))) {
    changes.push(whole('structure', 'the document was replaced by another'))
  }
  for (const number of touchedObjects(before, after)) {
    const [old, now] = [before.has(number) ? before.object(number) : undefined, after.has(number) ? after.object(number) : undefined]
    if (isSame(old, now)) continue
    changes.push(...changesOfObject(number, old, now, { before, after, roles, signedNow, isSigned }))
  }
  return unique(changes)
}

interface Scene {
  before: PdfFile
  after: PdfFile
  roles: Roles
  /** Objects of fields that carry a signature in the later state. */
  signedNow: Set<number>
  /** A signature covers the whole of the later state. */
  isSigned: boolean
}

/** The later state must be built on the earlier one, section upon section. */
function historyChange(before: PdfFile, after: PdfFile): Change | undefined {
  const [newest] = before.sections
  const at = after.sections.findIndex((section) => section.offset === newest?.offset)
  const added = after.sections.slice(0, Math.max(at, 0))
  if (at < 0 || added.some((section) => section.offset < before.bytes.length)) {
    return whole('structure', 'the history of the file was rearranged')
  }
  return undefined
}

function touchedObjects(before: PdfFile, after: PdfFile): Set<number> {
  const added = after.sections.filter((section) => section.offset >= before.bytes.length)
  return new Set(added.flatMap((section) => [...section.entries.keys()]))
}

function changesOfObject(number: number, old: PdfValue | undefined, now: PdfValue | undefined, scene: Scene): Change[] {
  const { roles } = scene
  if (old === undefined) {
    // A new object counts through what refers to it, unless something signed referred to it before it was there.
    const wasAwaited = roles.reachable.has(number) && number !== 0
    return wasAwaited ? [whole('structure', 'something the signed document referred to was put in afterwards')] : []
  }
  if (!roles.reachable.has(number)) return []
  if (isDictionary(old) && isDictionary(now)) {
    if (number === roles.catalog) return catalogChanges(old, now, scene)
    if (number === roles.form) return formChanges(old, now, scene)
    if (number === roles.info) return infoChanges(old, now)
    const page = roles.pages.get(number)
    if (page !== undefined) return pageChanges(old, now, page, scene)
    const field = roles.fields.get(number)
    if (field) return fieldChanges(field.name, isSignature(field.signature), old, now, scene, number)
    // An empty record field may be filled in once, along with a signature that then protects it.
    if (roles.emptyTexts.has(number) && scene.isSigned && changedKeys(old, now).every((key) => filledKeys.has(key))) return []
  }
  if (number === roles.formFields) return addedFields(listIn(old), listIn(now), scene)
  const listPage = roles.annotationLists.get(number)
  if (listPage !== undefined) return addedAnnotations(listIn(old), listIn(now), listPage, scene)
  if (number === roles.metadata && isStream(now)) return []
  const owner = roles.belongsTo.get(number)
  if (owner) return [ofPage(owner.page, owner.key, now === undefined)]
  return [whole(...(catalogKinds[roles.hangsOn.get(number) ?? ''] ?? ['structure', 'a part of the document behind its pages was changed']))]
}

function catalogChanges(old: PdfDictionary, now: PdfDictionary, scene: Scene): Change[] {
  return changedKeys(old, now).flatMap((key) => {
    if (['DSS', 'Extensions', 'Version', 'Metadata'].includes(key)) return []
    if (key !== 'AcroForm') return [whole(...(catalogKinds[key] ?? ['structure', 'the settings of the document were changed']))]
    const [oldForm, newForm] = [scene.before.dictionary(old.entries.get(key)), scene.after.dictionary(now.entries.get(key))]
    if (!newForm) return [whole('form', 'the form with the signatures was removed')]
    return formChanges(oldForm ?? { kind: 'dictionary', entries: new Map() }, newForm, scene)
  })
}

function formChanges(old: PdfDictionary, now: PdfDictionary, scene: Scene): Change[] {
  return changedKeys(old, now).flatMap((key) => {
    if (key === 'SigFlags') return []
    if ((key === 'DR' || key === 'DA') && !old.entries.has(key)) return []
    if (key === 'Fields') {
      return addedFields(scene.before.list(old.entries.get(key)) ?? [], scene.after.list(now.entries.get(key)) ?? [], scene)
    }
    return [whole('form', 'the settings of the form were changed')]
  })
}

function addedFields(old: PdfValue[], now: PdfValue[], scene: Scene): Change[] {
  if (!old.every((item, at) => isSame(item, now[at]))) return [whole('form', 'form fields were removed or rearranged')]
  const isOther = (item: PdfValue): boolean => !scene.signedNow.has(numberOf(item) ?? -1)
  return now.slice(old.length).some(isOther) ? [whole('form', 'a form field was added')] : []
}

/** Only the date of the last change and the program may differ: signing tools keep them up to date. */
function infoChanges(old: PdfDictionary, now: PdfDictionary): Change[] {
  const keys = changedKeys(old, now).filter((key) => key !== 'ModDate' && key !== 'Producer')
  return keys.length > 0 ? [whole('properties', 'the document’s properties were changed')] : []
}

function pageChanges(old: PdfDictionary, now: PdfDictionary, page: number, scene: Scene): Change[] {
  return changedKeys(old, now).flatMap((key) => {
    if (key === 'Tabs') return []
    if (key !== 'Annots') return [ofPage(page, key, !now.entries.has(key))]
    return addedAnnotations(scene.before.list(old.entries.get(key)) ?? [], scene.after.list(now.entries.get(key)) ?? [], page, scene)
  })
}

function addedAnnotations(old: PdfValue[], now: PdfValue[], page: number, scene: Scene): Change[] {
  if (!old.every((item, at) => isSame(item, now[at]))) {
    return [{ kind: 'annotation', page, text: `an annotation on page ${page} was removed or rearranged` }]
  }
  return now.slice(old.length).flatMap((item): Change[] => {
    const annotation = scene.after.dictionary(item)
    if (!scene.signedNow.has(numberOf(item) ?? -1) || !annotation) {
      const kind = nameOf(annotation?.entries.get('Subtype')) ?? 'unknown kind'
      return [{ kind: 'annotation', page, text: `an annotation (${kind}) was added to page ${page}` }]
    }
    if (!isTooLarge(annotation, scene.after)) return []
    return [{ kind: 'annotation', page, text: `a signature field covering much of page ${page} was added` }]
  })
}

function isTooLarge(widget: PdfDictionary, file: PdfFile): boolean {
  const rect = file.list(widget.entries.get('Rect')) ?? []
  const [left = 0, bottom = 0, right = 0, top = 0] = rect.map((item) => (typeof item === 'number' ? item : 0))
  return Math.abs((right - left) * (top - bottom)) > 595 * 842 * largestNewField
}

function fieldChanges(name: string, wasSigned: boolean, old: PdfDictionary, now: PdfDictionary, scene: Scene, number: number): Change[] {
  const keys = changedKeys(old, now)
  if (wasSigned) return [whole('signature', `the signature in the field “${name}” was changed or removed`)]
  const isFilled = scene.signedNow.has(number)
  if (isFilled && keys.every((key) => fieldKeys.has(key))) return []
  return [whole('form', `the empty signature field “${name}” was moved, changed or removed`)]
}

function ofPage(page: number, key: string, isRemoved: boolean): Change {
  if (key === 'Annots') return { kind: 'annotation', page, text: `an annotation on page ${page} was ${isRemoved ? 'removed' : 'changed'}` }
  return { kind: 'content', page, text: `the content of page ${page} was ${isRemoved ? 'removed' : 'changed'}` }
}

function whole(kind: Change['kind'], text: string): Change {
  return { kind, page: null, text }
}

function listIn(value: PdfValue | undefined): PdfValue[] {
  return Array.isArray(value) ? value : []
}

function unique(changes: Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.text, change])).values()]
}
