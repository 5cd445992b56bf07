import { isSame, nameOf, type PdfDictionary, type PdfValue } from '../pdf/values.ts'
import { dictionaryAt, numberOf } from '../roles.ts'
import { isPlainMarkup } from './commentLooks.ts'
import { fillProblem, signatureAdded } from './fields.ts'
import { allowed, alteration, fieldWords, type Finding } from './kinds.ts'
import { reachOf, rectOf, type Scene } from './scene.ts'

/** Comments that lie on words by their nature, and do not hide them unless their look was made to. */
const overWords = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Popup'])
/** Comments that are let in where they do not lie on words. */
const besideWords = new Set([
  'Text',
  'Caret',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Stamp',
  'Ink',
  'FileAttachment',
])

/** A new signature field over so large a part of a page could hide or forge what was signed. */
const largestNewField = 595 * 842 * (1 / 6)

/** What was added to or taken from the annotations of a page. */
export function annotationListChanges(old: PdfValue[], now: PdfValue[], page: number, scene: Scene): Finding[] {
  const kept = old.filter((item) => now.some((other) => isSame(item, other)))
  const removed = old.filter((item) => !kept.includes(item))
  const added = now.filter((item) => !old.some((other) => isSame(item, other)))
  const stayed = now.filter((item) => !added.includes(item))
  if (stayed.length !== kept.length || !kept.every((item, at) => isSame(item, stayed[at]))) {
    return [alteration('annotation', page, `the annotations on page ${page} were rearranged`)]
  }
  return [
    ...removed.map((item) => comment(scene.before.dictionary(item), page, 'removed', scene)),
    ...added.map((item) => addedAnnotation(item, page, scene)),
  ]
}

function addedAnnotation(item: PdfValue, page: number, scene: Scene): Finding {
  const annotation = scene.after.dictionary(item)
  const signed = scene.signedNow.get(numberOf(item) ?? -1)
  if (!signed || !annotation) return comment(annotation, page, 'added', scene)
  const place = rectOf(scene.after, annotation)
  const [left = 0, bottom = 0, right = 0, top = 0] = place ?? []
  if ((right - left) * (top - bottom) > largestNewField) {
    return alteration('annotation', page, `a signature field covering much of page ${page} was added`)
  }
  return signatureAdded(signed, page, place, scene)
}

/** An annotation that was there when it was signed, and is another now. */
export function annotationChange(number: number, old: PdfDictionary, now: PdfDictionary, scene: Scene): Finding {
  const page = scene.roles.annotations.get(number) ?? 1
  const [before, after] = [comment(old, page, 'removed', scene), comment(now, page, 'changed', scene)]
  return before.change.isAllowed && !before.place ? after : { ...after, change: { ...after.change, isAllowed: false } }
}

/** The look of a field or annotation, in an object of its own, that was drawn anew in its place. */
export function lookChange(owner: number, scene: Scene): Finding {
  const { roles, before, after } = scene
  const page = roles.annotations.get(owner) ?? null
  const now = dictionaryAt(after, owner)
  const field = roles.fields.get(owner)
  if (!field || !now) return alteration('annotation', page, `an annotation${page ? ` on page ${page}` : ''} was changed`)
  const isFilled = !isSame(dictionaryAt(before, owner), now)
  const signed = scene.signedNow.get(owner)
  const place = rectOf(after, now)
  if (field.type === 'Sig') {
    return signed && isFilled && !field.signature
      ? signatureAdded(signed, page, place, scene)
      : alteration('signature', page, `the look of ${fieldWords(field.name)} was changed`)
  }
  // A field shows its value; a new look alone shows something else.
  if (!isFilled || fillProblem(field.name, scene)) return alteration('form', page, `the look of ${fieldWords(field.name)} was changed`)
  return allowed('form fill', page, `${fieldWords(field.name)} was filled in`, place)
}

type Done = 'added' | 'removed' | 'changed'
const where: Record<Done, string> = { added: 'to', removed: 'from', changed: 'on' }

function comment(annotation: PdfDictionary | undefined, page: number, done: Done, scene: Scene): Finding {
  const kind = nameOf(annotation?.entries.get('Subtype')) ?? 'unknown kind'
  const text = `an annotation (${kind}) was ${done} ${where[done]} page ${page}`
  const isOpen = annotation !== undefined && scene.permissions.level === 3
  const file = done === 'removed' ? scene.before : scene.after
  if (isOpen && overWords.has(kind) && isPlainMarkup(file, annotation)) return allowed('annotation', page, text)
  if (isOpen && besideWords.has(kind)) return allowed('annotation', page, text, reachOf(file, annotation))
  return alteration('annotation', page, text)
}
