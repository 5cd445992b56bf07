import { isSignature, type FormField } from '../form/fields.ts'
import { changedKeys, isDictionary, isSame, isText, nameOf, readableText, type PdfDictionary, type PdfValue } from '../pdf/values.ts'
import { numberOf } from '../roles.ts'
import { allowed, alteration, fieldWords, type Finding } from './kinds.ts'
import { rectOf, type Scene } from './scene.ts'

/** Keys of a signature field that signing sets. Its place is not among them. */
const signingKeys = new Set(['V', 'AP', 'F', 'M', 'P', 'Type', 'Subtype', 'MK'])
/** Keys of a field or its widget that filling it in sets. */
const fillingKeys = new Set(['V', 'AP', 'AS', 'M', 'I', 'RV'])
const pushButton = 1 << 16

/** What happened to a field of the form that was there when it was signed. */
export function fieldChange(number: number, field: FormField, old: PdfDictionary, now: PdfDictionary, scene: Scene): Finding {
  const keys = changedKeys(old, now)
  const { name } = field
  const page = scene.roles.annotations.get(number) ?? null
  if (isSignature(field.signature)) return alteration('signature', null, `the signature in the field “${name}” was changed or removed`)
  if (field.type !== 'Sig') return fillChange(field, keys, old, now, page, scene)
  const signed = scene.signedNow.get(number)
  if (!signed || !keys.every((key) => signingKeys.has(key))) {
    return alteration('form', null, `the empty signature field “${name}” was moved, changed or removed`)
  }
  return signatureAdded(signed, page, keys.includes('AP') ? rectOf(scene.after, now) : undefined, scene)
}

/** A further signature or time stamp. A certification may forbid signatures; time stamps it cannot (ISO 32000-2, 12.8.2.2). */
export function signatureAdded(
  { name, isTimeStamp }: { name: string; isTimeStamp: boolean },
  page: number | null,
  place: Finding['place'],
  { permissions }: Scene,
): Finding {
  if (isTimeStamp) return allowed('time stamp', page, `a time stamp was added in the field “${name}”`, place)
  if (permissions.level === 1) return alteration('signature', page, `the field “${name}” was signed, which the certification forbids`)
  if (permissions.isLocked(name))
    return alteration('signature', page, `the field “${name}” was signed, which an earlier signature had locked`)
  return allowed('signature', page, `the field “${name}” was signed`, place)
}

function fillChange(
  { name, type, flags, node }: FormField,
  keys: string[],
  old: PdfDictionary,
  now: PdfDictionary,
  page: number | null,
  scene: Scene,
): Finding {
  const isFillable = type === 'Tx' || type === 'Ch' || (type === 'Btn' && (flags & pushButton) === 0)
  if (!isFillable || !keys.every((key) => fillingKeys.has(key))) {
    return alteration('form', page, `the form field “${name}” was moved, changed or removed`)
  }
  const problem = fillProblem(name, scene)
  if (problem) return alteration('form fill', page, `${fieldWords(name)} was filled in, which ${problem}`)
  if (keys.includes('V') && !isEmpty(old, node, scene)) {
    return alteration('form fill', page, `what was filled into ${fieldWords(name)} was replaced`)
  }
  // Another state may show a look that was hidden in the signed file, so the look need not be new to hide words.
  return allowed('form fill', page, `${fieldWords(name)} was filled in`, rectOf(scene.after, now))
}

/** Why a field must not be filled in; undefined where it may. */
export function fillProblem(name: string, { permissions }: Scene): string | undefined {
  if (permissions.level === 1) return 'the certification forbids'
  return permissions.isLocked(name) ? 'an earlier signature had locked' : undefined
}

/** Nothing, an unticked box, or the value a form starts with: what a signer left open. Other values are part of what was signed. */
function isEmpty({ entries }: PdfDictionary, node: PdfDictionary, { before }: Scene): boolean {
  const value = before.resolve(entries.get('V'))
  if (value === null || nameOf(value) === 'Off' || (isText(value) && readableText(value).trim() === '')) return true
  const start = before.resolve(entries.get('DV') ?? node.entries.get('DV'))
  return start !== null && isSame(start, value)
}

/** Changes of the form itself: its list of fields, its fonts, its settings. */
export function formChanges(old: PdfDictionary, now: PdfDictionary, scene: Scene): Finding[] {
  return changedKeys(old, now).flatMap((key): Finding[] => {
    const [before, after] = [old.entries.get(key), now.entries.get(key)]
    if (key === 'SigFlags') return []
    if (key === 'DR' && after !== undefined && isAddition(before, after, scene, 3)) return []
    if (key === 'DA' && before === undefined) return []
    // Without it viewers show the looks that are in the file, which are compared one by one.
    if (key === 'NeedAppearances' && after !== true && before !== true) return []
    if (key === 'Fields') return addedFields(scene.before.list(before) ?? [], scene.after.list(after) ?? [], scene)
    return [alteration('form', null, 'the settings of the form were changed')]
  })
}

/** Whether resources were added to a form and none changed: fields filled in bring their fonts. */
function isAddition(before: PdfValue | undefined, after: PdfValue, scene: Scene, depth: number): boolean {
  if (before === undefined || isSame(before, after)) return true
  const [old, now] = [scene.before.resolve(before), scene.after.resolve(after)]
  if (depth === 0 || !isDictionary(old) || !isDictionary(now)) return false
  return changedKeys(old, now).every((key) => {
    const value = now.entries.get(key)
    return value !== undefined && isAddition(old.entries.get(key), value, scene, depth - 1)
  })
}

/** Fields may be added at the end, if they are signed. */
export function addedFields(old: PdfValue[], now: PdfValue[], scene: Scene): Finding[] {
  if (!old.every((item, at) => isSame(item, now[at]))) return [alteration('form', null, 'form fields were removed or rearranged')]
  return now.slice(old.length).map((item) => {
    const signed = scene.signedNow.get(numberOf(item) ?? -1)
    return signed ? signatureAdded(signed, null, undefined, scene) : alteration('form', null, 'a form field was added')
  })
}
