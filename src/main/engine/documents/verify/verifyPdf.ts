import { raise } from '#src/shared/contract/errors.ts'
import { readPdfHere } from '../reading/pdfText.ts'
import { alteration, bytesAdded, changesAfterSigning } from './changesAfterSigning.ts'
import type { Change } from './changes/kinds.ts'
import { checkRaw } from './checkSignature.ts'
import { savingsOf } from './pdf/savings.ts'
import { openStrictly, type PdfFile } from './pdf/file.ts'
import { latin1 } from './pdf/lexer.ts'
import { PdfFault } from './pdf/values.ts'
import { coveredBytes } from './byteRange.ts'
import { signatureFields } from './form/fields.ts'
import { rawSignatures, type RawSignature } from './rawSignatures.ts'
import { checkSignatures } from './signatures.ts'
import type { TrustSettings } from './trust.ts'
import type { PdfVerdict, SignatureVerdict, VerdictStatus } from './verdict.ts'

/** Larger files are not read: no contract is that long, and checking needs all of it in memory. */
const largest = 200 * 1024 * 1024

/** What only the dictionary of a signature says. */
const signatureMarks = [/\/ByteRange/, /\/SubFilter\s*\/(?:ETSI|adbe)\./]
/** What a damaged file still has in it that other programs may show pages of. Reading on in earnest is left to them: what is made to
 *  exhaust a reader that repairs takes hours. */
const pageMarks = [/\/Type\s*\/(?:Page|ObjStm)\b/]

/** Checks all signatures of a PDF: that each covers its bytes and they are unchanged, that it was made with the certificate it shows,
 *  that a chain leads to a trusted authority and was valid when it was signed, and what later savings changed. Further signatures, time
 *  stamps, filling in of open fields and, where the certification says so, comments are no alteration. Raises FILE_EMPTY, FILE_TOO_LARGE,
 *  NOT_A_PDF, PDF_ENCRYPTED, or FILE_DAMAGED where the file is cut off. */
export async function verifyPdf(bytes: Uint8Array, trust: TrustSettings): Promise<PdfVerdict> {
  const raw = rawSignatures(checkedSize(bytes))
  if (raw.length === 0 && !latin1(bytes.subarray(0, 1024)).includes('%PDF-')) raise('NOT_A_PDF', 'The file is not a PDF.')
  const file = openStrictly(bytes)
  const isEncrypted = file ? file.trailer.entries.has('Encrypt') : /\/Encrypt\s/.test(latin1(bytes.subarray(-4096)))
  if (isEncrypted) raise('PDF_ENCRYPTED', 'The PDF is encrypted; its signatures cannot be checked. Ask for it without a password.')
  if (!file) return verdictOnDamaged(bytes, raw, trust)
  try {
    return await verdictOn(file, raw, trust)
  } catch (error) {
    if (error instanceof PdfFault) return verdictOnDamaged(bytes, raw, trust)
    throw error
  }
}

async function verdictOn(file: PdfFile, raw: RawSignature[], trust: TrustSettings): Promise<PdfVerdict> {
  const checked = await checkSignatures(file, trust)
  const savings = savingsOf(file)
  const after = await changesAfterSigning(file, checked, trust.readPdf ?? readPdfHere)
  const known = new Set(checked.map(({ end }) => end))
  const detached = raw.filter(({ range }) => !known.has(range.end))
  const changes = [...after.values()].flat()
  if (detached.length > 0) {
    const count = detached.length === 1 ? 'a signature is' : `${detached.length} signatures are`
    changes.push({ kind: 'signature', page: null, text: `${count} in the file but no longer part of the document`, isAllowed: false })
  }
  const signatures = checked.map(({ verdict, end }) => ({
    ...verdict,
    coversUpTo: end ?? null,
    revision: end === undefined ? null : savings.savingAt(end),
    changesAfter: end === undefined ? [] : (after.get(end) ?? []),
  }))
  return verdictFrom(signatures, changes, savings.count)
}

/** The structure is broken, so no reader can be relied on to show what was signed. The signatures are still looked for by their marks. */
async function verdictOnDamaged(bytes: Uint8Array, raw: RawSignature[], settings: TrustSettings): Promise<PdfVerdict> {
  const evidence = { settings, data: { certificates: [], revocationLists: [], isThere: false }, proofs: [] }
  const signatures: SignatureVerdict[] = []
  for (const [at, found] of raw.entries()) {
    signatures.push(await checkRaw(bytes, found, fieldWithin(bytes, found) ?? `signature ${at + 1}`, evidence))
  }
  const isIntact = signatures.some(({ intact }) => intact)
  const isCutOff = !/%%EOF[\s\0]*$/.test(latin1(bytes.subarray(-1024)))
  if (isCutOff && !isIntact && raw.every(({ range }) => range.end > bytes.length)) {
    raise('FILE_DAMAGED', 'The PDF does not end as a PDF does: it is cut off, or something was added to its end. Ask for the file again.')
  }
  if (raw.length > 0 || hasAny(bytes, signatureMarks)) {
    const end = Math.max(0, ...raw.map(({ range }) => range.end))
    const added = isIntact && end < bytes.length ? [alteration(bytesAdded(bytes.length - end))] : []
    return verdictFrom(signatures, [alteration('the structure of the file was damaged or tampered with'), ...added], 0)
  }
  if (!hasAny(bytes, pageMarks)) raise('NOT_A_PDF', 'The file is damaged beyond reading as a PDF.')
  return verdictFrom([], [], 0)
}

/** The name of a signature's field, from the document as it was when it was signed; undefined where that is damaged too. */
function fieldWithin(bytes: Uint8Array, { range }: RawSignature): string | undefined {
  const state = range.end <= bytes.length ? openStrictly(bytes.subarray(0, range.end)) : undefined
  if (!state) return undefined
  try {
    return signatureFields(state).find(({ signature }) => signature && coveredBytes(state.bytes, signature).end === range.end)?.name
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
}

function verdictFrom(signatures: SignatureVerdict[], changes: Change[], revisions: number): PdfVerdict {
  const alterations = [
    ...signatures.filter(({ intact }) => !intact).map(brokenSentence),
    ...changes.filter(({ isAllowed }) => !isAllowed).map(({ text }) => `After signing, ${text}.`),
  ]
  const remarks = changes.filter(({ isAllowed, kind }) => isAllowed && kind !== 'signature').map(({ text }) => `After signing, ${text}.`)
  return { status: statusOf(signatures, alterations), revisions, signatures, alterations, remarks, changes }
}

/** Nobody signs with a time stamp, so those need trust only where there is nothing else. */
function statusOf(signatures: readonly SignatureVerdict[], alterations: readonly string[]): VerdictStatus {
  if (alterations.length > 0) return 'altered'
  if (signatures.length === 0) return 'unsigned'
  const signed = signatures.filter(({ kind }) => kind === 'signature')
  return (signed.length > 0 ? signed : signatures).every(({ trusted }) => trusted) ? 'valid' : 'untrusted'
}

function brokenSentence({ signer, kind, note }: SignatureVerdict): string {
  const whose = signer ? ` of ${signer}` : ''
  return `The ${kind}${whose} does not hold: ${note || 'It is broken.'}`
}

/** Looks for marks piece by piece: a text of the whole of a large file would be another one in memory. */
function hasAny(bytes: Uint8Array, marks: readonly RegExp[]): boolean {
  const [piece, overlap] = [4 * 1024 * 1024, 64]
  for (let at = 0; at < bytes.length; at += piece) {
    const text = latin1(bytes.subarray(at, at + piece + overlap))
    if (marks.some((mark) => mark.test(text))) return true
  }
  return false
}

function checkedSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) raise('FILE_EMPTY')
  if (bytes.length > largest) raise('FILE_TOO_LARGE', `The file is larger than ${largest / 1024 / 1024} MB and was not read.`)
  return bytes
}
