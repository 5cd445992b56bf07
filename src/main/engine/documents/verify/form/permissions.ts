import type { PdfFile } from '../pdf/file.ts'
import { isSame, isText, nameOf, readableText, type PdfDictionary } from '../pdf/values.ts'
import { isSignature, signatureFields, type FormField } from './fields.ts'

/** What a certifying signature lets others do: 1 nothing, 2 fill in fields and sign, 3 comment as well (ISO 32000-2, table 257). */
export type CertificationLevel = 1 | 2 | 3

/** What may still be done to a document, as far as its signatures say. */
export interface Permissions {
  /** Null where nobody certified the document. */
  level: CertificationLevel | null
  isLocked(field: string): boolean
}

/** What the signatures of a document allow, taken together: the strictest level, and every field that any of them locked. */
export function permissionsOf(file: PdfFile): Permissions {
  const signed = signatureFields(file).filter(({ signature }) => isSignature(signature))
  const levels = signed.map((field) => levelSetBy(file, field)).filter((level) => level !== null)
  const locks = signed.flatMap((field) => locksOf(file, field))
  const level = levels.length === 0 ? null : (Math.min(...levels) as CertificationLevel)
  return {
    // Comments are let in only by a certification in due form; anything else can only forbid more.
    level: level === 3 && !isCertified(file) ? 2 : level,
    isLocked: (field) => locks.some((lock) => lock(field)),
  }
}

/** The level a signature certifies the document at; null for one that does not certify. */
export function certificationOf(file: PdfFile, signature: PdfDictionary): CertificationLevel | null {
  for (const [method, parameters] of transforms(file, signature)) if (method === 'DocMDP') return levelIn(file, parameters)
  return null
}

/** Names of the fields that a signature locked, as the file says it: all, only those, or all but those. */
export function lockedFields(file: PdfFile, signature: PdfDictionary): { action: string; fields: string[] } | null {
  for (const [method, parameters] of transforms(file, signature)) {
    if (method === 'FieldMDP' && parameters)
      return { action: nameOf(parameters.entries.get('Action')) ?? 'All', fields: names(file, parameters) }
  }
  return null
}

/** Since PDF 2.0 a field's own lock can set a level too. */
function levelSetBy(file: PdfFile, { signature, node }: FormField): CertificationLevel | null {
  const certified = signature && certificationOf(file, signature)
  const lock = file.dictionary(node.entries.get('Lock'))
  const locked = lock?.entries.has('P') ? levelIn(file, lock) : null
  return certified && locked ? (Math.min(certified, locked) as CertificationLevel) : (certified ?? locked)
}

function levelIn(file: PdfFile, parameters: PdfDictionary | undefined): CertificationLevel {
  const level = file.resolve(parameters?.entries.get('P'))
  return level === 1 || level === 3 ? level : 2
}

type Lock = (field: string) => boolean

function locksOf(file: PdfFile, { signature, node }: FormField): Lock[] {
  const transformed = signature ? transforms(file, signature).filter(([method]) => method === 'FieldMDP') : []
  const dictionaries = [...transformed.map(([, parameters]) => parameters), file.dictionary(node.entries.get('Lock'))]
  return dictionaries.filter((lock) => lock?.entries.has('Action')).map((lock) => lockIn(file, lock as PdfDictionary))
}

function lockIn(file: PdfFile, lock: PdfDictionary): Lock {
  const named = names(file, lock)
  // A name stands for all fields below it as well.
  const isNamed: Lock = (field) => named.some((name) => field === name || field.startsWith(`${name}.`))
  const action = nameOf(file.resolve(lock.entries.get('Action')))
  if (action === 'Include') return isNamed
  return action === 'Exclude' ? (field) => !isNamed(field) : () => true
}

function names(file: PdfFile, lock: PdfDictionary): string[] {
  const fields = file.list(lock.entries.get('Fields')) ?? []
  return fields.map((field) => file.resolve(field)).flatMap((field) => (isText(field) ? [readableText(field)] : []))
}

function transforms(file: PdfFile, signature: PdfDictionary): [string, PdfDictionary | undefined][] {
  return (file.list(signature.entries.get('Reference')) ?? []).flatMap((item): [string, PdfDictionary | undefined][] => {
    const reference = file.dictionary(item)
    const method = nameOf(file.resolve(reference?.entries.get('TransformMethod')))
    return method ? [[method, file.dictionary(reference?.entries.get('TransformParams'))]] : []
  })
}

/** Whether the document's permissions name one of its signatures as the certifying one. */
function isCertified(file: PdfFile): boolean {
  const named = file.dictionary(file.dictionary(file.catalog.entries.get('Perms'))?.entries.get('DocMDP'))
  return named !== undefined && signatureFields(file).some(({ signature }) => signature !== undefined && isSame(signature, named))
}
