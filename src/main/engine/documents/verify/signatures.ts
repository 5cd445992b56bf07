import { checkSignature, type CheckedSignature } from './checkSignature.ts'
import { checkDocumentStamp, isDocumentStamp } from './documentStamp.ts'
import { signatureFields } from './form/fields.ts'
import type { PdfFile } from './pdf/file.ts'
import { fault } from './pdf/values.ts'
import type { TrustSettings } from './trust.ts'
import { validationData } from './validationData.ts'

/** Each is checked over all bytes it covers; a file with more is no contract, and would take minutes. */
const mostSignatures = 100

/** Checks every signature and time stamp in the document's form, in the form's order. */
export async function checkSignatures(file: PdfFile, settings: TrustSettings): Promise<CheckedSignature[]> {
  const data = validationData(file)
  const filled = signatureFields(file).flatMap(({ name, signature }) => (signature ? [{ name, signature }] : []))
  if (filled.length > mostSignatures) fault('There are too many signatures to check.')
  const stamps = new Map(
    filled
      .filter(({ signature }) => isDocumentStamp(signature))
      .map(({ name, signature }) => [signature, checkDocumentStamp(file, name, signature, { settings, data })]),
  )
  const proofs = [...stamps.values()].flatMap(({ verdict: { intact, trusted, signedAt }, end }) =>
    intact && trusted && signedAt && end !== undefined ? [{ end, at: new Date(signedAt) }] : [],
  )
  const checked: CheckedSignature[] = []
  for (const { name, signature } of filled) {
    checked.push(stamps.get(signature) ?? (await checkSignature(file, name, signature, { settings, data, proofs })))
  }
  return checked
}
