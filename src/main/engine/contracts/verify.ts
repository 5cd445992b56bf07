import type { z } from 'zod'
import type { VerifyReport } from '#src/shared/contract/verification.ts'
import type { EngineContext } from '../context.ts'
import type { PdfVerdict, SignatureVerdict } from '../documents/verify/verdict.ts'
import { verifyPdf } from '../documents/verify/verifyPdf.ts'
import { sha256 } from '../files.ts'
import { documentBytes } from './documents.ts'
import { knownDocument, scanOf, type KnownDocument } from './knownDocuments.ts'
import { workspaceTrust, type WorkspaceTrust } from './trustSettings.ts'

type Report = z.infer<typeof VerifyReport>

/** Larger than any contract: what is bigger is not read into memory at all. */
const largest = 200_000_000

/** Checks the signatures of any PDF a person has chosen; of a scan that is kept here, also a picture, it says that it is one. Raises
 *  FILE_*, NOT_A_PDF or PDF_ENCRYPTED. */
export async function verifyFile(context: EngineContext, file: string): Promise<Report> {
  const { bytes } = await context.grants.readBytes(file, largest)
  return verify(context, bytes)
}

/** Checks the signatures of a kept document. */
export async function verifyKept(context: EngineContext, documentId: string): Promise<Report> {
  const { bytes } = await documentBytes(context, documentId)
  return verify(context, bytes)
}

async function verify(context: EngineContext, bytes: Uint8Array): Promise<Report> {
  const known = await knownDocument(context.read, sha256(bytes))
  const scan = known?.kind === 'scan' ? await scanOf(context.read, known) : null
  if (scan && known) return scanReport(scan, known)
  const trust = await workspaceTrust(context)
  return reportOn(await verifyPdf(bytes, trust.settings), trust, known)
}

/** A verdict with the reasons for trust as this workspace names them. */
export function reportOn(verdict: PdfVerdict, trust: WorkspaceTrust, known: KnownDocument | null): Report {
  return {
    ...verdict,
    summary: summaryOf(verdict),
    signatures: verdict.signatures.map((signature) => signatureReport(signature, trust)),
    scan: null,
    contract: known && { id: known.contractId, number: known.number },
  }
}

function signatureReport(verdict: SignatureVerdict, trust: WorkspaceTrust): Report['signatures'][number] {
  const { anchor, revocation, ...signature } = verdict
  const source = trust.sourceOf(anchor)
  // This workspace keeps the list of what its own authority has taken back.
  const isOwnAndGood = source?.source === 'this workspace' && revocation.state === 'not known'
  const found = isOwnAndGood ? ({ state: 'good', source: 'workspace list', at: null, reason: null } as const) : revocation
  return { ...signature, trust: source, revocation: { ...found, at: found.at?.toISOString() ?? null } }
}

function summaryOf({ status, signatures, alterations, remarks }: PdfVerdict): string {
  const count = signatures.filter(({ kind }) => kind === 'signature').length
  const several = count === 0 ? 'The time stamp holds' : `All ${count} signatures hold`
  const held = count === 1 ? 'The signature holds' : several
  switch (status) {
    case 'valid':
      return `${held}, and nothing was changed since that may not be${remarks.length > 0 ? '; see what was done after signing' : ''}.`
    case 'untrusted':
      return `${held}, but ${doubtOn(signatures, count)}`
    case 'altered':
      return alterations[0] ?? 'The file was changed after it was signed.'
    case 'unsigned':
      return 'There is no electronic signature in this file.'
  }
}

/** Why signatures that hold cannot be relied on: first what is wrong with one beside that its signer is not known. */
function doubtOn(signatures: readonly SignatureVerdict[], count: number): string {
  const doubtful = signatures.find(
    (one) =>
      one.kind === 'signature' &&
      !one.trusted &&
      (one.anchor !== null || one.isWeak || one.revocation.state === 'revoked' || isOutOfTime(one)),
  )
  if (!doubtful?.note) return 'not everybody who signed is known here.'
  const reason = doubtful.note.charAt(0).toLowerCase() + doubtful.note.slice(1)
  return `${count === 1 ? 'it' : `the one of ${doubtful.signer}`} cannot be relied on: ${reason}`
}

/** Whether the certificate was valid when it was signed, which counts whether or not its issuer is known. */
function isOutOfTime({ certificate, signedAt, timeStamp }: SignatureVerdict): boolean {
  const at = timeStamp?.at ?? signedAt
  return certificate !== null && at !== null && (at < certificate.validFrom || at > certificate.validTo)
}

function scanReport(scan: NonNullable<Report['scan']>, { contractId, number }: KnownDocument): Report {
  const who = scan.by.length > 0 ? ` by ${scan.by.join(' and ')}` : ''
  return {
    status: 'unsigned',
    summary: `This is a scan of contract ${number}, signed on paper on ${scan.signedOn}${who}. A scan cannot be checked; keep the paper.`,
    revisions: 0,
    signatures: [],
    alterations: [],
    remarks: [],
    changes: [],
    scan,
    contract: { id: contractId, number },
  }
}
