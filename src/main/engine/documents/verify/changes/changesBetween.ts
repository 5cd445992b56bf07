import { isSignature, signatureFields } from '../form/fields.ts'
import type { PdfFile } from '../pdf/file.ts'
import { changedKeys, isDictionary, isSame, isStream, type PdfDictionary, type PdfValue } from '../pdf/values.ts'
import { annotationChange, annotationListChanges, lookChange } from './annotations.ts'
import { addedFields, fieldChange, formChanges } from './fields.ts'
import { allowed, alteration, type Change, type Finding, type Place } from './kinds.ts'
import { listIn, sceneOf, type Scene } from './scene.ts'

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
const behindThePages: [Change['kind'], string] = ['structure', 'a part of the document behind its pages was changed']

/** Compares a PDF as it was signed with a later state and lists every change except the bookkeeping that comes with any: dates, the
 *  program's name, search data. Both states are read strictly, so that no two readers can see different changes. `places` are where
 *  allowed changes show on a page. */
export function changesBetween(before: PdfFile, after: PdfFile): { changes: Change[]; places: Place[] } {
  const history = historyChange(before, after)
  const findings = history ? [history] : findingsBetween(sceneOf(before, after))
  const unique = [...new Map(findings.map((finding) => [`${finding.change.isAllowed}${finding.change.text}`, finding])).values()]
  const places = findings.flatMap(({ change, place }) => (place && change.page ? [{ change, page: change.page, rect: place }] : []))
  return {
    changes: unique.map(({ change }) => change),
    places: places.map((place) => ({
      ...place,
      change: unique.find(({ change }) => change.text === place.change.text)?.change ?? place.change,
    })),
  }
}

/** What a signed document may go through with any saving, and is worth a word only where nothing else explains the saving: other metadata
 *  or another version of the format. Undefined where neither was changed. */
export function bookkeepingBetween(before: PdfFile, after: PdfFile): Change | undefined {
  const isChanged = (key: string) => !isSame(before.resolve(before.catalog.entries.get(key)), after.resolve(after.catalog.entries.get(key)))
  const what = [isChanged('Metadata') && 'metadata', (isChanged('Version') || isChanged('Extensions')) && 'stated version'].filter(Boolean)
  if (what.length === 0) return undefined
  return alteration('properties', null, `the document’s ${what.join(' and ')} ${what[0] === 'metadata' ? 'were' : 'was'} changed`).change
}

/** The later state must be built on the earlier one, section upon section. */
function historyChange(before: PdfFile, after: PdfFile): Finding | undefined {
  const [newest] = before.sections
  const at = after.sections.findIndex((section) => section.offset === newest?.offset)
  const added = after.sections.slice(0, Math.max(at, 0))
  // A second table that only newer readers know would show readers two documents; no program appends one.
  const isBuiltOn = at >= 0 && added.every((section) => section.offset >= before.bytes.length && !section.isHybrid)
  return isBuiltOn ? undefined : alteration('structure', null, 'the history of the file was rearranged')
}

function findingsBetween(scene: Scene): Finding[] {
  const { before, after } = scene
  const findings: Finding[] = []
  if (!isSame(before.trailer.entries.get('Root'), after.trailer.entries.get('Root'))) {
    findings.push(alteration('structure', null, 'the document was replaced by another'))
  }
  const info = trailerInfoChange(scene)
  if (info) findings.push(info)
  for (const number of touchedObjects(scene)) {
    const [old, now] = [before.has(number) ? before.object(number) : undefined, after.has(number) ? after.object(number) : undefined]
    if (!isSame(old, now)) findings.push(...changesOfObject(number, old, now, scene))
  }
  return findings
}

/** The trailer may name a description of the document where there was none; one that was there must stay in its place. */
function trailerInfoChange({ before, after }: Scene): Finding | undefined {
  const [old, now] = [before.trailer.entries.get('Info'), after.trailer.entries.get('Info')]
  if (isSame(old, now) || now === undefined) return undefined
  const [oldInfo, newInfo] = [before.dictionary(old), after.dictionary(now)]
  const isKept = newInfo === undefined || infoChanges(oldInfo ?? { kind: 'dictionary', entries: new Map() }, newInfo).length === 0
  return isKept ? undefined : alteration('properties', null, 'the document’s properties were changed')
}

/** The objects that later savings name. Where one of them is no object of the document, it may be a stream that holds objects or the
 *  length of one: then every object in a stream may be another now, though nothing names it. */
function touchedObjects({ before, after, roles }: Scene): Set<number> {
  const added = after.sections.filter((section) => section.offset >= before.bytes.length)
  const named = new Set(added.flatMap((section) => [...section.entries.keys()]))
  const isBehindOthers = [...named].some((number) => before.has(number) && !roles.reachable.has(number))
  return isBehindOthers ? new Set([...named, ...before.inStreams(), ...after.inStreams()]) : named
}

function changesOfObject(number: number, old: PdfValue | undefined, now: PdfValue | undefined, scene: Scene): Finding[] {
  const { roles } = scene
  if (old === undefined) {
    // A new object counts through what refers to it, unless something signed referred to it before it was there.
    const wasAwaited = roles.reachable.has(number) && number !== 0
    return wasAwaited ? [alteration('structure', null, 'something the signed document referred to was put in afterwards')] : []
  }
  if (!roles.reachable.has(number)) return []
  if (isDictionary(old) && isDictionary(now)) {
    if (number === roles.catalog) return catalogChanges(old, now, scene)
    if (number === roles.form) return formChanges(old, now, scene)
    if (number === roles.info) return infoChanges(old, now)
    const page = roles.pages.get(number)
    if (page !== undefined) return pageChanges(old, now, page, scene)
    const field = roles.fields.get(number)
    if (field) return [fieldChange(number, field, old, now, scene)]
    if (roles.annotations.has(number)) return [annotationChange(number, old, now, scene)]
  }
  if (number === roles.formFields) return addedFields(listIn(old), listIn(now), scene)
  const listPage = roles.annotationLists.get(number)
  if (listPage !== undefined) return annotationListChanges(listIn(old), listIn(now), listPage, scene)
  if (isStream(now) && roles.only('Metadata').has(number)) return []
  if (roles.only('DSS').has(number)) return [validationData()]
  const looking = roles.looks.get(number)
  if (looking !== undefined && now !== undefined) return [lookChange(looking, scene)]
  const owner = roles.belongsTo.get(number)
  if (owner) return [ofPage(owner.page, owner.key, now === undefined)]
  const [kind, text] = catalogKinds[roles.hangsOn.get(number) ?? ''] ?? behindThePages
  return [alteration(kind, null, text)]
}

function catalogChanges(old: PdfDictionary, now: PdfDictionary, scene: Scene): Finding[] {
  return changedKeys(old, now).flatMap((key): Finding[] => {
    if (key === 'DSS')
      return [now.entries.has(key) ? validationData() : alteration('structure', null, 'data to check signatures with were removed')]
    if (['Extensions', 'Version', 'Metadata'].includes(key)) return []
    if (key === 'Perms' && isFirstCertification(old, now, scene)) return []
    if (key !== 'AcroForm') {
      const [kind, text] = catalogKinds[key] ?? ['structure', 'the settings of the document were changed']
      return [alteration(kind, null, text)]
    }
    const [oldForm, newForm] = [scene.before.dictionary(old.entries.get(key)), scene.after.dictionary(now.entries.get(key))]
    if (!newForm) return [alteration('form', null, 'the form with the signatures was removed')]
    return formChanges(oldForm ?? { kind: 'dictionary', entries: new Map() }, newForm, scene)
  })
}

/** The first signature of all may certify the document; its dictionary is then named beside it. */
function isFirstCertification(old: PdfDictionary, now: PdfDictionary, { before, after }: Scene): boolean {
  const isSigned = signatureFields(before).some(({ signature }) => isSignature(signature))
  if (isSigned || old.entries.has('Perms')) return false
  const permissions = after.dictionary(now.entries.get('Perms'))
  const certifying = after.dictionary(permissions?.entries.get('DocMDP'))
  return (
    permissions?.entries.size === 1 &&
    signatureFields(after).some(({ signature }) => isSame(signature, certifying) && isSignature(signature))
  )
}

/** Only the date of the last change and the program may differ: signing tools keep them up to date. */
function infoChanges(old: PdfDictionary, now: PdfDictionary): Finding[] {
  const keys = changedKeys(old, now).filter((key) => key !== 'ModDate' && key !== 'Producer')
  return keys.length > 0 ? [alteration('properties', null, 'the document’s properties were changed')] : []
}

function pageChanges(old: PdfDictionary, now: PdfDictionary, page: number, scene: Scene): Finding[] {
  return changedKeys(old, now).flatMap((key) => {
    if (key === 'Tabs') return []
    if (key !== 'Annots') return [ofPage(page, key, !now.entries.has(key))]
    const [before, after] = [scene.before.list(old.entries.get(key)), scene.after.list(now.entries.get(key))]
    return annotationListChanges(before ?? [], after ?? [], page, scene)
  })
}

function ofPage(page: number, key: string, isRemoved: boolean): Finding {
  const done = isRemoved ? 'removed' : 'changed'
  if (key === 'Annots') return alteration('annotation', page, `an annotation on page ${page} was ${done}`)
  return alteration('content', page, `the content of page ${page} was ${done}`)
}

function validationData(): Finding {
  return allowed('validation data', null, 'data to check the signatures with were added')
}
