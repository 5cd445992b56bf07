import type { PdfFile } from './pdf/file.ts'
import { isReference, isText, nameOf, readableText, type PdfDictionary, type PdfValue } from './pdf/values.ts'

/** A signature field, signed or not. */
export interface SignatureField {
  name: string
  /** Numbers of the objects that make it up: the field itself and its widgets. */
  objects: number[]
  /** The signature's dictionary; undefined where the field is still empty. */
  signature: PdfDictionary | undefined
}

const deepest = 50
const mostFields = 100_000

/** All signature fields of a PDF's form, in the form's order. */
export function signatureFields(file: PdfFile): SignatureField[] {
  return fieldsOf(file, 'Sig').map(({ value, ...field }) => ({ ...field, signature: file.dictionary(value) }))
}

/** Objects of the text fields that are still empty: in contracts made here, the record fields that signatures fill in. */
export function emptyTextFields(file: PdfFile): number[] {
  return fieldsOf(file, 'Tx').flatMap(({ value, objects }) => (value === undefined ? objects : []))
}

interface Field {
  name: string
  objects: number[]
  value: PdfValue | undefined
}

function fieldsOf(file: PdfFile, type: 'Sig' | 'Tx'): Field[] {
  const form = file.dictionary(file.catalog.entries.get('AcroForm'))
  const found: (Field & Inherited)[] = []
  const seen = new Set<number>()
  for (const field of file.list(form?.entries.get('Fields')) ?? []) {
    walk(file, field, { name: '', type: undefined, objects: [] }, found, seen, 0)
  }
  return found.filter((field) => field.type === type)
}

interface Inherited {
  name: string
  type: string | undefined
  objects: number[]
}

function walk(file: PdfFile, value: PdfValue, above: Inherited, found: (Field & Inherited)[], seen: Set<number>, depth: number): void {
  const node = file.dictionary(value)
  if (!node || depth > deepest || seen.size > mostFields) return
  const number = isReference(value) ? [value.number] : []
  if (number.some((known) => seen.has(known))) return
  for (const own of number) seen.add(own)
  const partial = file.resolve(node.entries.get('T'))
  const own = isText(partial) ? readableText(partial) : undefined
  const name = own === undefined ? above.name : above.name ? `${above.name}.${own}` : own
  const type = nameOf(file.resolve(node.entries.get('FT'))) ?? above.type
  const kids = file.list(node.entries.get('Kids')) ?? []
  const fields = kids.filter((kid) => file.dictionary(kid)?.entries.has('T'))
  if (fields.length > 0) {
    for (const kid of fields) walk(file, kid, { name, type, objects: [] }, found, seen, depth + 1)
    return
  }
  const widgets = kids.filter(isReference).map((kid) => kid.number)
  found.push({ name, type, objects: [...number, ...widgets], value: node.entries.get('V') })
}
