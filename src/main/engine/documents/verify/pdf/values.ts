/** A value of a PDF file as it stands in the bytes. */
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfReference | PdfValue[] | PdfDictionary | PdfStream

interface PdfName {
  kind: 'name'
  name: string
}

export interface PdfText {
  kind: 'text'
  bytes: Uint8Array
}

export interface PdfReference {
  kind: 'reference'
  number: number
  generation: number
}

export interface PdfDictionary {
  kind: 'dictionary'
  entries: Map<string, PdfValue>
}

export interface PdfStream {
  kind: 'stream'
  dictionary: PdfDictionary
  /** As stored, before any filter is undone. */
  data: Uint8Array
}

/** The file breaks the rules of PDF in a way different readers would take differently. Never leaves `verify/`. */
export class PdfFault extends Error {}

export function fault(message: string): never {
  throw new PdfFault(message)
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'dictionary'
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'stream'
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reference'
}

export function isText(value: PdfValue | undefined): value is PdfText {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text'
}

/** The name a value holds, or undefined where it is something else. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'name' ? value.name : undefined
}

/** A text string as people read it: UTF-16 or UTF-8 with a byte order mark, else one byte a letter. */
export function readableText({ bytes }: PdfText): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(data.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return data.toString('utf8').slice(1)
  return data.toString('latin1')
}

/** Whether two values are the same, bytes of streams included. References are compared, not followed. */
export function isSame(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, at) => isSame(item, other[at]))
  }
  if (one.kind === 'name') return other.kind === 'name' && one.name === other.name
  if (one.kind === 'text') return other.kind === 'text' && isSameBytes(one.bytes, other.bytes)
  if (one.kind === 'reference') return other.kind === 'reference' && one.number === other.number && one.generation === other.generation
  if (one.kind === 'stream') return other.kind === 'stream' && isSameBytes(one.data, other.data) && isSame(one.dictionary, other.dictionary)
  return other.kind === 'dictionary' && changedKeys(one, other).length === 0
}

/** The keys under which two dictionaries differ. */
export function changedKeys(one: PdfDictionary, other: PdfDictionary): string[] {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()])
  return [...keys].filter((key) => !isSame(one.entries.get(key), other.entries.get(key)))
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
