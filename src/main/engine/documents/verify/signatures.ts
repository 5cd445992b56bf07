import { coveredBytes, type ByteRange } from './byteRange.ts'
import { describeCertificate, hasBrokenCertificate, isReadable, trustIn, type CertificateInfo } from './certificates.ts'
import { verifyCms, type CmsVerdict } from './cms.ts'
import { signatureFields } from './fields.ts'
import type { PdfFile } from './pdf/file.ts'
import { isText, nameOf, readableText, type PdfDictionary } from './pdf/values.ts'
import type { RawSignature } from './rawSignatures.ts'

/** Whom to trust, and what time it is. */
export interface TrustSettings {
  /** Certificates (DER) of the authorities that are trusted. */
  trustedCertificates: readonly Uint8Array[]
  now: Date
}

/** The verdict on one signature. */
export interface SignatureVerdict {
  field: string
  /** The name in the certificate; empty where there is none to read. */
  signer: string
  /** As the signer's clock said: a UTC instant, covered by the signature but not proven. Null where it says nothing. */
  signedAt: string | null
  /** The bytes it covers are unchanged and it was made with the certificate it shows. */
  intact: boolean
  coversWholeFile: boolean
  trusted: boolean
  /** One sentence on anything but a plain good verdict. */
  note: string | null
  reason: string | null
  certificate: CertificateInfo | null
}

export interface CheckedSignature {
  verdict: SignatureVerdict
  /** Where the bytes it covers end; undefined where it does not say. */
  end: number | undefined
}

/** How far a signer's clock may run ahead of ours. */
const tolerance = 24 * 60 * 60 * 1000
const formats = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])

/** Checks every signature in the document's form. */
export function checkSignatures(file: PdfFile, trust: TrustSettings): CheckedSignature[] {
  return signatureFields(file).flatMap(({ name, signature }) => (signature ? [checkSignature(file, name, signature, trust)] : []))
}

/** The name of the field whose signature covers the file up to `end`; undefined where there is none. */
export function signedFieldAt(file: PdfFile, end: number): string | undefined {
  const ends = (signature: PdfDictionary) => {
    const covered = coveredBytes(file.bytes, signature)
    return 'problem' in covered ? covered.end : covered.range.end
  }
  return signatureFields(file).find(({ signature }) => signature && ends(signature) === end)?.name
}

/** Checks a signature found by its marks, of which nothing but its bytes is known. */
export function checkRaw(bytes: Uint8Array, { range, contents }: RawSignature, field: string, trust: TrustSettings): SignatureVerdict {
  const problem = range.end > bytes.length ? 'The file ends before the bytes it covers do.' : 'The signature itself was overwritten.'
  const cms: CmsVerdict = contents ? verifyCms(contents, partsOf(bytes, range), false) : { isIntact: false, problem, signature: {} }
  return verdictOn(cms, { field, coversWholeFile: range.end === bytes.length, reason: null }, trust)
}

function checkSignature(file: PdfFile, field: string, signature: PdfDictionary, trust: TrustSettings): CheckedSignature {
  const given = signature.entries.get('Reason')
  const reason = isText(given) ? readableText(given) : null
  const covered = coveredBytes(file.bytes, signature)
  if ('problem' in covered) {
    const cms: CmsVerdict = { isIntact: false, problem: covered.problem, signature: {} }
    return { verdict: verdictOn(cms, { field, coversWholeFile: false, reason }, trust), end: covered.end }
  }
  const format = nameOf(signature.entries.get('SubFilter')) ?? ''
  const cms: CmsVerdict = formats.has(format)
    ? verifyCms(covered.contents, partsOf(file.bytes, covered.range), format === 'ETSI.CAdES.detached')
    : { isIntact: false, problem: `Its format (${format || 'none'}) is not one that can be relied on.`, signature: {} }
  const { end } = covered.range
  return { verdict: verdictOn(cms, { field, coversWholeFile: end === file.bytes.length, reason }, trust), end }
}

function verdictOn(
  cms: CmsVerdict,
  about: Pick<SignatureVerdict, 'field' | 'coversWholeFile' | 'reason'>,
  trust: TrustSettings,
): SignatureVerdict {
  const { signer, signedAt } = cms.signature
  const certificate = signer && isReadable(signer) ? describeCertificate(signer) : null
  const named = { ...about, signer: certificate?.name ?? '', signedAt: signedAt?.toISOString() ?? null, certificate }
  if (!cms.isIntact) return { ...named, intact: false, trusted: false, note: cms.problem }
  const { certificates, weakness } = cms.signature
  if (!certificates.every(isReadable) || hasBrokenCertificate(certificates, trust.trustedCertificates)) {
    return { ...named, intact: false, trusted: false, note: 'A certificate that came with it was changed.' }
  }
  const chain = trustIn(cms.signature.signer, certificates, trust.trustedCertificates, cms.signature.signedAt ?? trust.now)
  const isEarly = (signedAt?.getTime() ?? 0) > trust.now.getTime() + tolerance
  const note = weakness ?? (isEarly ? 'It says it was made in the future: a clock is set wrong.' : chain.isTrusted ? null : chain.reason)
  return { ...named, intact: true, trusted: note === null, note }
}

function partsOf(bytes: Uint8Array, { first, second }: ByteRange): Uint8Array[] {
  return [bytes.subarray(first[0], first[0] + first[1]), bytes.subarray(second[0], second[0] + second[1])]
}
