import { formFields, type FormField } from './form/fields.ts'
import type { PdfFile } from './pdf/file.ts'
import { isReference, isStream, type PdfDictionary, type PdfValue } from './pdf/values.ts'

/** What an object of a PDF is there for, as far as changing it matters. */
export interface Roles {
  catalog: number
  form: number | undefined
  /** The list of form fields, where it is an object of its own. */
  formFields: number | undefined
  info: number | undefined
  /** Objects that only one key of the catalogue leads to, by number: changing them changes nothing else. */
  only: (key: 'Metadata' | 'DSS') => ReadonlySet<number>
  /** Page numbers from 1, by object. */
  pages: Map<number, number>
  /** Lists of annotations that are objects of their own, with their page. */
  annotationLists: Map<number, number>
  /** Annotations and widgets that are objects of their own, with their page. */
  annotations: Map<number, number>
  fields: Map<number, FormField>
  /** Objects that hold nothing but the look of one field or annotation, with the object they belong to. */
  looks: Map<number, number>
  /** The first page each other object belongs to, and through which key. */
  belongsTo: Map<number, { page: number; key: string }>
  /** The key of the catalogue that each object behind the pages and the form hangs on. */
  hangsOn: Map<number, string>
  /** Every object that can be reached, or would be if it existed, with how often it is referred to. */
  reachable: Map<number, number>
}

const mostObjects = 1_000_000

/** Walks a PDF from its root and notes what each object is. */
export function rolesOf(file: PdfFile): Roles {
  const form = file.catalog.entries.get('AcroForm')
  const fields = new Map<number, FormField>()
  for (const field of formFields(file)) for (const number of field.objects) fields.set(number, field)
  const pages = pagesOf(file)
  const annotationLists = new Map<number, number>()
  const annotations = new Map<number, number>()
  const belongsTo: Roles['belongsTo'] = new Map()
  for (const [number, page] of pages) {
    const dictionary = file.dictionary(referenceTo(number))
    if (!dictionary) continue
    const list = dictionary.entries.get('Annots')
    if (isReference(list)) annotationLists.set(list.number, page)
    for (const item of file.list(list) ?? []) if (isReference(item)) annotations.set(item.number, page)
    for (const [key, value] of dictionary.entries) if (key !== 'Parent') note(file, value, { page, key }, belongsTo, pages)
  }
  const reachable = reachableFrom(file, [file.trailer.entries.get('Root') ?? null, file.trailer.entries.get('Info') ?? null])
  return {
    catalog: numberOf(file.trailer.entries.get('Root')) ?? 0,
    form: numberOf(form),
    formFields: numberOf(file.dictionary(form)?.entries.get('Fields')),
    info: numberOf(file.trailer.entries.get('Info')),
    only: onceFor((key) => reachedOnlyBy(file, key)),
    pages,
    annotationLists,
    annotations,
    fields,
    looks: looksOf(file, [...annotations.keys(), ...fields.keys()], reachable),
    belongsTo,
    hangsOn: hangsOn(file, pages),
    reachable,
  }
}

/** The dictionary of looks, each look, and the dictionaries between: those that nothing else refers to. */
function looksOf(file: PdfFile, owners: readonly number[], references: ReadonlyMap<number, number>): Map<number, number> {
  const looks = new Map<number, number>()
  const enter = (value: PdfValue | undefined, owner: number, depth: number): void => {
    if (isReference(value)) {
      if ((references.get(value.number) ?? 0) !== 1) return
      looks.set(value.number, owner)
    }
    const dictionary = depth > 0 && !isStream(file.resolve(value)) ? file.dictionary(value) : undefined
    for (const child of dictionary?.entries.values() ?? []) enter(child, owner, depth - 1)
  }
  for (const owner of new Set(owners)) enter(file.dictionary(referenceTo(owner))?.entries.get('AP'), owner, 2)
  return looks
}

function hangsOn(file: PdfFile, pages: Map<number, number>): Map<number, string> {
  const found = new Map<number, string>()
  // What was found under one key is not entered again under the next, so that many keys take no longer than one.
  const known = new Map<number, unknown>(pages)
  for (const [key, value] of file.catalog.entries) {
    for (const number of reachableFrom(file, [value], known).keys()) {
      found.set(number, key)
      known.set(number, key)
    }
  }
  return found
}

function onceFor<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>()
  return (key) => {
    const value = found.get(key) ?? find(key)
    found.set(key, value)
    return value
  }
}

/** What hangs on `key` of the catalogue and on nothing else: a page's content could otherwise be changed under a harmless name. */
function reachedOnlyBy(file: PdfFile, key: string): Set<number> {
  const own = file.catalog.entries.get(key)
  if (own === undefined) return new Set()
  const others = [...file.catalog.entries].filter(([other]) => other !== key).map(([, value]) => value)
  const shared = reachableFrom(file, [...others, file.trailer.entries.get('Info') ?? null])
  return new Set([...reachableFrom(file, [own]).keys()].filter((number) => !shared.has(number)))
}

/** The number of the object a reference leads to. */
export function numberOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.number : undefined
}

function referenceTo(number: number): PdfValue {
  return { kind: 'reference', number, generation: 0 }
}

/** Page numbers from 1, by object. */
export function pagesOf(file: PdfFile): Map<number, number> {
  const pages = new Map<number, number>()
  const seen = new Set<number>()
  const stack: PdfValue[] = [file.catalog.entries.get('Pages') ?? null]
  while (stack.length > 0 && seen.size < mostObjects) {
    const value = stack.pop()
    const number = numberOf(value)
    if (number === undefined || seen.has(number)) continue
    seen.add(number)
    const node = file.dictionary(value)
    const kids = file.list(node?.entries.get('Kids'))
    if (kids) for (let at = kids.length - 1; at >= 0; at--) stack.push(kids[at] ?? null)
    else pages.set(number, pages.size + 1)
  }
  return pages
}

/** Notes for everything under `value` that it belongs to `owner`; objects shared by pages belong to the first. Other pages and parents
 *  are not entered. */
function note(
  file: PdfFile,
  value: PdfValue,
  owner: { page: number; key: string },
  belongsTo: Roles['belongsTo'],
  pages: ReadonlyMap<number, number>,
): void {
  const stack: PdfValue[] = [value]
  while (stack.length > 0) {
    const current = stack.pop() ?? null
    const number = numberOf(current)
    if (number !== undefined) {
      if (belongsTo.has(number) || pages.has(number) || belongsTo.size > mostObjects) continue
      belongsTo.set(number, owner)
      stack.push(file.object(number))
    } else for (const [key, child] of childrenOf(current)) if (key !== 'Parent' && key !== 'P') stack.push(child)
  }
}

/** Everything that can be reached from `roots` without entering the objects `except`, with how often it is referred to. */
function reachableFrom(file: PdfFile, roots: PdfValue[], except: ReadonlyMap<number, unknown> = new Map()): Map<number, number> {
  const seen = new Map<number, number>()
  const stack = [...roots]
  while (stack.length > 0 && seen.size < mostObjects) {
    const current = stack.pop() ?? null
    const number = numberOf(current)
    if (number === undefined) for (const [, child] of childrenOf(current)) stack.push(child)
    else if (!except.has(number)) {
      const times = seen.get(number) ?? 0
      seen.set(number, times + 1)
      if (times === 0) stack.push(file.object(number))
    }
  }
  return seen
}

function childrenOf(value: PdfValue): Iterable<[string, PdfValue]> {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.map((item, at): [string, PdfValue] => [String(at), item])
  if (isStream(value)) return value.dictionary.entries
  return value.kind === 'dictionary' ? value.entries : []
}

/** The dictionary an object is, of a stream its own. */
export function dictionaryAt(file: PdfFile, number: number): PdfDictionary | undefined {
  return file.has(number) ? file.dictionary(referenceTo(number)) : undefined
}
