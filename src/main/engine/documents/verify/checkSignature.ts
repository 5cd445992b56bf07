import { coveredBytes, partsOf } from './byteRange.ts'
import { hasBrokenCertificate, isMadeForTheMoment, isReadable } from './certificates.ts'
import { verifyBareRsa } from './cms/bareRsa.ts'
import { verifyCms, type CmsSignature, type CmsVerdict } from './cms/verifyCms.ts'
import { dateOf } from './dates.ts'
import { certificationOf, lockedFields } from './form/permissions.ts'
import type { PdfFile } from './pdf/file.ts'
import { isText, nameOf, readableText, type PdfDictionary } from './pdf/values.ts'
import type { RawSignature } from './rawSignatures.ts'
import { checkStamp, type CheckedStamp } from './timeStamps.ts'
import { trustIn, type Trust, type TrustSettings } from './trust.ts'
import type { ValidationData } from './validationData.ts'
import { brokenVerdict, type About, type SignatureVerdict } from './verdict.ts'

export interface CheckedSignature {
  verdict: SignatureVerdict
  /** Where the bytes it covers end; undefined where it does not say. */
  end: number | undefined
}

/** What there is to check signatures with. */
export interface Evidence {
  settings: TrustSettings
  data: ValidationData
  /** Time stamps on the document that hold and are trusted: on all bytes up to `end`. */
  proofs: readonly { end: number; at: Date }[]
}

/** How far a signer's clock may run ahead of ours, or off a time stamp. */
const tolerance = 24 * 60 * 60 * 1000
const format = { cades: 'ETSI.CAdES.detached', pkcs7: 'adbe.pkcs7.detached', sha1: 'adbe.pkcs7.sha1', rsa: 'adbe.x509.rsa_sha1' } as const

/** Checks one signature of the document's form. */
export async function checkSignature(
  file: PdfFile,
  field: string,
  signature: PdfDictionary,
  evidence: Evidence,
): Promise<CheckedSignature> {
  const covered = coveredBytes(file.bytes, signature)
  const { end } = covered
  const about: About = {
    field,
    coversWholeFile: end === file.bytes.length,
    reason: textIn(file, signature, 'Reason'),
    certification: certificationOf(file, signature),
    locks: lockedFields(file, signature),
    signedAt: dateOf(textIn(file, signature, 'M') ?? '')?.toISOString() ?? null,
    program: programOf(file, signature),
  }
  if ('problem' in covered) return { verdict: brokenVerdict(about, covered.problem), end }
  const { range, contents } = covered
  const cms = cmsOf(file, signature, contents, partsOf(file.bytes, range))
  const verdict = await verdictOn(cms, about, file.bytes.subarray(0, range.end), evidence)
  const isPades = nameOf(signature.entries.get('SubFilter')) === format.cades && cms.isIntact && cms.signature.namesCertificate
  return { verdict: { ...verdict, level: isPades ? levelOf(verdict, evidence, range.end) : null }, end }
}

/** Checks a signature found by its marks, of which nothing but its bytes is known. */
export function checkRaw(
  bytes: Uint8Array,
  { range, contents }: RawSignature,
  field: string,
  evidence: Evidence,
): Promise<SignatureVerdict> {
  const problem = range.end > bytes.length ? 'The file ends before the bytes it covers do.' : 'The signature itself was overwritten.'
  const cms: CmsVerdict = contents ? verifyCms(contents, partsOf(bytes, range)) : { isIntact: false, problem, signature: {} }
  const about = {
    field,
    coversWholeFile: range.end === bytes.length,
    reason: null,
    certification: null,
    locks: null,
    signedAt: null,
    program: null,
  }
  return verdictOn(cms, about, bytes.subarray(0, range.end), evidence)
}

function cmsOf(file: PdfFile, signature: PdfDictionary, contents: Uint8Array, parts: readonly Uint8Array[]): CmsVerdict {
  const name = nameOf(signature.entries.get('SubFilter')) ?? ''
  if (name === format.cades || name === format.pkcs7) return verifyCms(contents, parts)
  if (name === format.sha1) return verifyCms(contents, parts, 'sha1')
  if (name === format.rsa) return verifyBareRsa(contents, parts, certificatesBeside(file, signature))
  return { isIntact: false, problem: `Its format (${name || 'none'}) is not one that can be relied on.`, signature: {} }
}

function certificatesBeside(file: PdfFile, signature: PdfDictionary): Uint8Array[] {
  const held = file.resolve(signature.entries.get('Cert'))
  const items = (Array.isArray(held) ? held : [held]).map((item) => file.resolve(item))
  return items.flatMap((item) => (isText(item) ? [item.bytes] : []))
}

async function verdictOn(cms: CmsVerdict, stated: About, signedBytes: Uint8Array, evidence: Evidence): Promise<SignatureVerdict> {
  const { settings, data, proofs } = evidence
  // PAdES says the time beside the container, in the signature's dictionary; older formats inside it. Both are signed.
  const about = { ...stated, signedAt: cms.signature.signedAt?.toISOString() ?? stated.signedAt }
  if (!cms.isIntact) return brokenVerdict(about, cms.problem, cms.signature)
  const { signature } = cms
  if (!signature.certificates.every(isReadable) || hasBrokenCertificate(signature.certificates, settings.trustedCertificates)) {
    return brokenVerdict(about, 'A certificate that came with it was changed.', signature)
  }
  const stamp = signature.timeStamp && checkStamp(signature.timeStamp, [signature.value], data, settings)
  if (stamp && !stamp.isIntact) return brokenVerdict(about, `Its time stamp does not hold. ${stamp.problem}`, signature)
  const signedAt = about.signedAt === null ? null : new Date(about.signedAt)
  const proofAfter = proofs.filter(({ end }) => end > signedBytes.length).map(({ at }) => at)
  const proven = provenTime(stamp, proofAfter)
  const trust = await trustAt(
    signature,
    { moment: proven ?? signedAt ?? settings.now, isProven: proven !== undefined },
    signedBytes,
    evidence,
  )
  const problem = signature.weakness ?? clockProblem(signedAt, settings.now) ?? trust.problem
  return {
    ...brokenVerdict(about, '', signature),
    intact: true,
    trusted: problem === null,
    anchor: trust.anchor,
    revocation: trust.revocation,
    note: problem ?? (stamp ? (stamp.info.note ?? clockRemark(signedAt, stamp.at)) : null),
    isKeyForTheMoment: isMadeForTheMoment(signature.signer, signedAt),
    algorithm: signature.algorithm,
    isWeak: signature.weakness !== null,
    timeStamp: stamp ? stamp.info : null,
  }
}

async function trustAt(
  signature: CmsSignature,
  time: { moment: Date; isProven: boolean },
  signedBytes: Uint8Array,
  { settings, data }: Evidence,
): Promise<Trust> {
  const question = {
    certificate: signature.signer,
    others: [...signature.certificates, ...data.certificates.filter(isReadable)],
    revocationLists: [...signature.revocationLists, ...data.revocationLists],
    purpose: 'documents',
    ...time,
  } as const
  const trust = trustIn(question, settings)
  const revokedAt = trust.revocation.at
  if (!revokedAt || time.isProven) return trust
  // Only a revocation makes it matter whether the time can be proven, so only then is the workspace's record asked.
  const since = await settings.keptSince?.(signedBytes)
  return since && since < revokedAt ? trustIn({ ...question, isProven: true }, settings) : trust
}

function provenTime(stamp: CheckedStamp | null, proofs: readonly Date[]): Date | undefined {
  if (stamp?.isIntact && stamp.info.isTrusted) return stamp.at
  return proofs.toSorted((a, b) => a.getTime() - b.getTime())[0]
}

function clockProblem(signedAt: Date | null, now: Date): string | null {
  const isEarly = (signedAt?.getTime() ?? 0) > now.getTime() + tolerance
  return isEarly ? 'It says it was made in the future: a clock is set wrong.' : null
}

function clockRemark(signedAt: Date | null, stampedAt: Date): string | null {
  const isOff = signedAt !== null && Math.abs(signedAt.getTime() - stampedAt.getTime()) > tolerance
  return isOff ? 'The signer’s clock was more than a day off the time stamp, which is the one to go by.' : null
}

function levelOf({ intact, timeStamp }: SignatureVerdict, { data, proofs }: Evidence, end: number): SignatureVerdict['level'] {
  if (!intact) return null
  if (!timeStamp) return 'B-B'
  if (!data.isThere) return 'B-T'
  return proofs.some((proof) => proof.end > end) ? 'B-LTA' : 'B-LT'
}

function programOf(file: PdfFile, signature: PdfDictionary): string | null {
  const application = file.dictionary(file.dictionary(signature.entries.get('Prop_Build'))?.entries.get('App'))
  return nameOf(file.resolve(application?.entries.get('Name'))) ?? null
}

function textIn(file: PdfFile, dictionary: PdfDictionary, key: string): string | null {
  const value = file.resolve(dictionary.entries.get(key))
  return isText(value) ? readableText(value) : null
}
