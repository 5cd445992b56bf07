import type { PdfFile } from '../pdf/file.ts'
import { isDictionary, isReference, isText, nameOf, readableText, type PdfDictionary, type PdfValue } from '../pdf/values.ts'

/** A field of a PDF's form that holds a value of its own. */
export interface FormField {
  name: string
  /** `Sig`, `Tx`, `Btn`, `Ch`, or whatever else the file says. */
  type: string | undefined
  flags: number
  /** Numbers of the objects that make it up: the field itself and its widgets. */
  objects: number[]
  node: PdfDictionary
  /** The signature's dictionary; undefined for other fields, and where it is still empty. */
  signature: PdfDictionary | undefined
}

const deepest = 50
const mostFields = 100_000

/** All fields of a PDF's form, in the form's order. */
export function formFields(file: PdfFile): FormField[] {
  const form = file.dictionary(file.catalog.entries.get('AcroForm'))
  const found: FormField[] = []
  const seen = new Set<number>()
  for (const field of file.list(form?.entries.get('Fields')) ?? []) {
    walk(file, field, { name: '', type: undefined, flags: 0 }, found, seen, 0)
  }
  return found
}

/** Those of them that are for signatures. */
export function signatureFields(file: PdfFile): FormField[] {
  return formFields(file).filter(({ type }) => type === 'Sig')
}

/** Whether a dictionary is a signature rather than a form value. */
export function isSignature(dictionary: PdfDictionary | undefined): boolean {
  return dictionary !== undefined && dictionary.entries.has('Contents') && dictionary.entries.has('ByteRange')
}

interface Inherited {
  name: string
  type: string | undefined
  flags: number
}

function walk(file: PdfFile, value: PdfValue, above: Inherited, found: FormField[], seen: Set<number>, depth: number): void {
  const node = file.dictionary(value)
  if (!node || depth > deepest || seen.size > mostFields) return
  const number = isReference(value) ? [value.number] : []
  if (number.some((known) => seen.has(known))) return
  for (const own of number) seen.add(own)
  const own = inherited(file, node, above)
  const kids = file.list(node.entries.get('Kids')) ?? []
  const fields = kids.filter((kid) => file.dictionary(kid)?.entries.has('T'))
  if (fields.length > 0) {
    for (const kid of fields) walk(file, kid, own, found, seen, depth + 1)
    return
  }
  const widgets = kids.filter(isReference).map((kid) => kid.number)
  const held = file.resolve(node.entries.get('V'))
  const signature = own.type === 'Sig' && isDictionary(held) ? held : undefined
  found.push({ ...own, objects: [...number, ...widgets], node, signature })
}

function inherited(file: PdfFile, { entries }: PdfDictionary, above: Inherited): Inherited {
  const partial = file.resolve(entries.get('T'))
  const own = isText(partial) ? readableText(partial) : undefined
  const flags = file.resolve(entries.get('Ff'))
  return {
    name: own === undefined ? above.name : above.name ? `${above.name}.${own}` : own,
    type: nameOf(file.resolve(entries.get('FT'))) ?? above.type,
    flags: typeof flags === 'number' ? flags : above.flags,
  }
}
