import { PDF } from '@libpdf/core'
import { raise } from '#src/shared/contract/errors.ts'
import { changesBetween, type Change } from './changes.ts'
import { openPdf, type PdfFile } from './pdf/file.ts'
import { latin1 } from './pdf/lexer.ts'
import { PdfFault } from './pdf/values.ts'
import { rawSignatures, type RawSignature } from './rawSignatures.ts'
import { checkRaw, checkSignatures, signedFieldAt, type CheckedSignature, type SignatureVerdict, type TrustSettings } from './signatures.ts'

/** `valid`: signed, every signature holds, every signer is trusted, nothing changed since. `altered`: something was changed after a
 *  signature, or a signature does not hold. `untrusted`: signed and unchanged, but not every signer is known. `unsigned`: it carries no
 *  signature. */
type VerdictStatus = 'valid' | 'altered' | 'unsigned' | 'untrusted'

export interface PdfVerdict {
  status: VerdictStatus
  signatures: SignatureVerdict[]
  /** What was changed, each in a sentence. Empty unless `status` is `altered`. */
  alterations: string[]
  /** The same, for programs. */
  changes: Change[]
}

/** Larger files are not read: no contract is that long, and checking needs all of it in memory. */
const largest = 200 * 1024 * 1024

/** What only the dictionary of a signature says. */
const signatureMarks = /\/ByteRange|\/SubFilter\s*\/(?:ETSI|adbe)\./

/** Checks all signatures of a PDF: that each covers its bytes and they are unchanged, that it was made with the certificate it shows,
 *  that a chain leads to a trusted authority and was valid when it was signed, and what later savings changed. A further signature is no
 *  alteration. Raises FILE_EMPTY, FILE_TOO_LARGE, NOT_A_PDF, PDF_ENCRYPTED, or FILE_DAMAGED where the file is cut off. */
export async function verifyPdf(bytes: Uint8Array, trust: TrustSettings): Promise<PdfVerdict> {
  const raw = rawSignatures(checkedSize(bytes))
  if (raw.length === 0 && !latin1(bytes.subarray(0, 1024)).includes('%PDF-')) raise('NOT_A_PDF', 'The file is not a PDF.')
  const file = openStrictly(bytes)
  const isEncrypted = file ? file.trailer.entries.has('Encrypt') : /\/Encrypt\s/.test(latin1(bytes.subarray(-4096)))
  if (isEncrypted) raise('PDF_ENCRYPTED', 'The PDF is encrypted; its signatures cannot be checked. Ask for it without a password.')
  if (!file) return verdictOnDamaged(bytes, raw, trust)
  try {
    return verdictOn(file, raw, trust)
  } catch (error) {
    if (error instanceof PdfFault) return verdictOnDamaged(bytes, raw, trust)
    throw error
  }
}

function verdictOn(file: PdfFile, raw: RawSignature[], trust: TrustSettings): PdfVerdict {
  const signatures = checkSignatures(file, trust)
  const changes = changesAfterSigning(file, signatures)
  const known = new Set(signatures.map(({ end }) => end))
  const detached = raw.filter(({ range }) => !known.has(range.end))
  if (detached.length > 0) {
    const count = detached.length === 1 ? 'a signature is' : `${detached.length} signatures are`
    changes.push({ kind: 'signature', page: null, text: `${count} in the file but no longer part of the document` })
  }
  return verdictFrom(
    signatures.map(({ verdict }) => verdict),
    changes,
  )
}

/** Compares the document as each signer saw it with what the next signer saw, and the last with what is there now. */
function changesAfterSigning(file: PdfFile, signatures: CheckedSignature[]): Change[] {
  const changes: Change[] = []
  const ends = [...new Set(signatures.map(({ end }) => end).filter((end) => end !== undefined))].toSorted((a, b) => a - b)
  const states = ends.map((end) => ({ end, state: openStrictly(file.bytes.subarray(0, end)) }))
  states.forEach(({ end, state }, at) => {
    if (!state) {
      changes.push({ kind: 'structure', page: null, text: 'a signature covers something that is not a whole document' })
      return
    }
    const next = states[at + 1]?.state
    if (next) changes.push(...changesBetween(state, next))
    else if (end < file.bytes.length) changes.push(...changesBetween(state, file), appended(file.bytes.length - end))
  })
  return changes
}

/** The structure is broken, so no reader can be relied on to show what was signed. The signatures are still looked for by their marks. */
async function verdictOnDamaged(bytes: Uint8Array, raw: RawSignature[], trust: TrustSettings): Promise<PdfVerdict> {
  const signatures = raw.map((found, at) => checkRaw(bytes, found, fieldWithin(bytes, found) ?? `signature ${at + 1}`, trust))
  const isIntact = signatures.some(({ intact }) => intact)
  const isCutOff = !/%%EOF[\s\0]*$/.test(latin1(bytes.subarray(-1024)))
  if (isCutOff && !isIntact && raw.every(({ range }) => range.end > bytes.length)) {
    raise('FILE_DAMAGED', 'The PDF does not end as a PDF does: it is cut off, or something was added to its end. Ask for the file again.')
  }
  if (raw.length > 0 || signatureMarks.test(latin1(bytes))) {
    const end = Math.max(0, ...raw.map(({ range }) => range.end))
    const added = isIntact && end < bytes.length ? [appended(bytes.length - end)] : []
    return verdictFrom(signatures, [
      { kind: 'structure', page: null, text: 'the structure of the file was damaged or tampered with' },
      ...added,
    ])
  }
  const pages = await PDF.load(bytes).then(
    (pdf) => pdf.getPageCount(),
    () => 0,
  )
  if (pages === 0) raise('NOT_A_PDF', 'The file is damaged beyond reading as a PDF.')
  return verdictFrom([], [])
}

/** The name of a signature's field, from the document as it was when it was signed; undefined where that is damaged too. */
function fieldWithin(bytes: Uint8Array, { range }: RawSignature): string | undefined {
  const state = range.end <= bytes.length ? openStrictly(bytes.subarray(0, range.end)) : undefined
  return state && quietly(() => signedFieldAt(state, range.end))
}

function verdictFrom(signatures: SignatureVerdict[], changes: Change[]): PdfVerdict {
  const alterations = [
    ...signatures.filter(({ intact }) => !intact).map(brokenSentence),
    ...changes.map(({ text }) => `After signing, ${text}.`),
  ]
  const isTrusted = signatures.every(({ trusted }) => trusted)
  const isSigned = signatures.length > 0 || changes.length > 0
  const status: VerdictStatus = !isSigned ? 'unsigned' : alterations.length > 0 ? 'altered' : isTrusted ? 'valid' : 'untrusted'
  return { status, signatures, alterations, changes }
}

function brokenSentence({ signer, note }: SignatureVerdict): string {
  return `The signature${signer ? ` of ${signer}` : ''} does not hold: ${note ?? 'it is broken.'}`
}

function appended(count: number): Change {
  const what = count === 1 ? 'one byte was' : `${count.toLocaleString('en')} bytes were`
  return { kind: 'structure', page: null, text: `${what} added that no signature covers` }
}

function openStrictly(bytes: Uint8Array): PdfFile | undefined {
  return quietly(() => openPdf(bytes))
}

/** Undefined where the file turns out not to be well formed. */
function quietly<Found>(read: () => Found): Found | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
}

function checkedSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) raise('FILE_EMPTY')
  if (bytes.length > largest) raise('FILE_TOO_LARGE', `The file is larger than ${largest / 1024 / 1024} MB and was not read.`)
  return bytes
}
