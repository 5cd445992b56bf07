import type { PdfFile } from './pdf/file.ts'
import { isReference, isStream, nameOf, type PdfDictionary, type PdfValue } from './pdf/values.ts'
import { emptyTextFields, signatureFields, type SignatureField } from './fields.ts'

/** What an object of a PDF is there for, as far as changing it matters. */
export interface Roles {
  catalog: number
  form: number | undefined
  /** The list of form fields, where it is an object of its own. */
  formFields: number | undefined
  info: number | undefined
  /** The description of the document for search tools, unless something else uses the same object. */
  metadata: number | undefined
  /** Page numbers from 1, by object. */
  pages: Map<number, number>
  /** Lists of annotations that are objects of their own, with their page. */
  annotationLists: Map<number, number>
  fields: Map<number, SignatureField>
  /** Text fields that nobody has filled in yet. */
  emptyTexts: Set<number>
  /** The first page each other object belongs to, and through which key. */
  belongsTo: Map<number, { page: number; key: string }>
  /** The key of the catalogue that each object behind the pages and the form hangs on. */
  hangsOn: Map<number, string>
  /** Every object that can be reached, or would be if it existed. */
  reachable: Set<number>
}

const mostObjects = 1_000_000

/** Walks a PDF from its root and notes what each object is. */
export function rolesOf(file: PdfFile): Roles {
  const form = file.catalog.entries.get('AcroForm')
  const fields = new Map<number, SignatureField>()
  for (const field of signatureFields(file)) for (const number of field.objects) fields.set(number, field)
  const pages = pagesOf(file)
  const annotationLists = new Map<number, number>()
  const belongsTo: Roles['belongsTo'] = new Map()
  for (const [number, page] of pages) {
    const dictionary = file.dictionary({ kind: 'reference', number, generation: 0 })
    if (!dictionary) continue
    const annotations = dictionary.entries.get('Annots')
    if (isReference(annotations)) annotationLists.set(annotations.number, page)
    for (const [key, value] of dictionary.entries) if (key !== 'Parent') note(file, value, { page, key }, belongsTo, pages)
  }
  return {
    catalog: numberOf(file.trailer.entries.get('Root')) ?? 0,
    form: numberOf(form),
    formFields: numberOf(file.dictionary(form)?.entries.get('Fields')),
    info: numberOf(file.trailer.entries.get('Info')),
    metadata: usedAlone(file, 'Metadata'),
    pages,
    annotationLists,
    fields,
    emptyTexts: new Set(emptyTextFields(file)),
    belongsTo,
    hangsOn: hangsOn(file, pages),
    reachable: reachableFrom(file, [file.trailer.entries.get('Root') ?? null, file.trailer.entries.get('Info') ?? null]),
  }
}

function hangsOn(file: PdfFile, pages: Map<number, number>): Map<number, string> {
  const found = new Map<number, string>()
  for (const [key, value] of file.catalog.entries) {
    for (const number of reachableFrom(file, [value], pages)) if (!found.has(number)) found.set(number, key)
  }
  return found
}

/** The object under `key` of the catalogue if nothing else leads to it: a page's content could otherwise be changed under a harmless
 *  name. */
function usedAlone(file: PdfFile, key: string): number | undefined {
  const number = numberOf(file.catalog.entries.get(key))
  const others = [...file.catalog.entries].filter(([other]) => other !== key).map(([, value]) => value)
  return number !== undefined && reachableFrom(file, others).has(number) ? undefined : number
}

/** The number of the object a reference leads to. */
export function numberOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.number : undefined
}

function pagesOf(file: PdfFile): Map<number, number> {
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
    if (kids) stack.push(...kids.toReversed())
    else if (nameOf(node?.entries.get('Type')) === 'Page') pages.set(number, pages.size + 1)
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

/** Everything that can be reached from `roots` without entering the objects `except`. */
function reachableFrom(file: PdfFile, roots: PdfValue[], except: ReadonlyMap<number, unknown> = new Map()): Set<number> {
  const seen = new Set<number>()
  const stack = [...roots]
  while (stack.length > 0 && seen.size < mostObjects) {
    const current = stack.pop() ?? null
    const number = numberOf(current)
    if (number === undefined) for (const [, child] of childrenOf(current)) stack.push(child)
    else if (!seen.has(number) && !except.has(number)) {
      seen.add(number)
      stack.push(file.object(number))
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

/** Whether a dictionary is a signature rather than a form value. */
export function isSignature(dictionary: PdfDictionary | undefined): boolean {
  return dictionary !== undefined && dictionary.entries.has('Contents') && dictionary.entries.has('ByteRange')
}
