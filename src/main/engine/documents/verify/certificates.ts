import { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'

/** What a verdict says about a signer's certificate. */
export interface CertificateInfo {
  /** The holder's full name. */
  name: string
  email: string | null
  organisation: string | null
  issuer: string
  serial: string
  validFrom: string
  validTo: string
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: string
  /** Whether it stands for itself: no authority issued it. */
  isSelfSigned: boolean
}

const nameTypes = { fullName: '2.5.4.41', commonName: '2.5.4.3', organisation: '2.5.4.10' } as const

/** Reads a certificate for people. */
export function describeCertificate(der: Uint8Array): CertificateInfo {
  const certificate = new X509Certificate(der)
  const parsed = parseCertificate(der)
  const [fullName, commonName] = [nameIn(parsed.subject, nameTypes.fullName), nameIn(parsed.subject, nameTypes.commonName)]
  return {
    name: fullName ?? commonName ?? certificate.subject.replaceAll('\n', ', '),
    email: /email:([^,\s]+)/.exec(certificate.subjectAltName ?? '')?.[1] ?? null,
    organisation: nameIn(parsed.subject, nameTypes.organisation) ?? null,
    issuer: nameIn(parsed.issuer, nameTypes.commonName) ?? certificate.issuer.replaceAll('\n', ', '),
    serial: certificate.serialNumber.toLowerCase(),
    validFrom: parsed.notBefore.value.toISOString(),
    validTo: parsed.notAfter.value.toISOString(),
    fingerprint: fingerprintOf(certificate),
    isSelfSigned: certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey),
  }
}

/** SHA-256 of a certificate, hexadecimal. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase()
}

/** How long before or after signing a certificate made for it may begin. */
const momentary = 60 * 60 * 1000

/** Whether a certificate was made by its holder for one signature: it stands for itself, issues nothing, and began when it was signed. */
export function isMadeForTheMoment(der: Uint8Array, signedAt: Date | null): boolean {
  const certificate = new X509Certificate(der)
  const began = new Date(certificate.validFrom).getTime()
  const isClose = signedAt !== null && Math.abs(signedAt.getTime() - began) <= momentary
  return isClose && !certificate.ca && certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
}

/** Whether a certificate and its key can be read at all. */
export function isReadable(der: Uint8Array): boolean {
  try {
    parseCertificate(der)
    return new X509Certificate(der).publicKey.type === 'public'
  } catch {
    return false
  }
}

/** Certificates that came along and were changed by somebody: their own signature is broken although their issuer is known,
 *  or they carry a trusted authority's key without being its certificate. */
export function hasBrokenCertificate(ders: readonly Uint8Array[], trusted: readonly Uint8Array[]): boolean {
  const certificates = ders.map((der) => new X509Certificate(der))
  const anchors = trusted.map((der) => new X509Certificate(der))
  const issuers = [...certificates, ...anchors]
  return certificates.some((certificate) => {
    const hasAnchorKey = anchors.some((anchor) => anchor.publicKey.equals(certificate.publicKey))
    if (hasAnchorKey && !certificate.verify(certificate.publicKey)) return true
    const isSelfIssued = certificate.subject === certificate.issuer
    const candidates = issuers.filter((issuer) => certificate.checkIssued(issuer) || (isSelfIssued && issuer === certificate))
    return candidates.length > 0 && !candidates.some((issuer) => certificate.verify(issuer.publicKey))
  })
}

/** What a certificate can be used for. */
export type Purpose = 'documents' | 'time stamps'

/** Purposes that allow signing documents: any, e-mail, documents (RFC 9336), and Adobe's and Microsoft's older names for documents. */
const documentPurposes = new Set([
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
])
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** A certificate with a key usage must allow digital signatures or non-repudiation: the first or second bit. One with purposes must be
 *  meant for this one; time stamps need theirs named (RFC 3161, 2.3). */
export function isMeantFor(purpose: Purpose, certificate: pkijs.Certificate): boolean {
  const usage = extensionOf(certificate, '2.5.29.15')
  const first = new Uint8Array(usage?.valueBlock?.valueHexView ?? [])[0] ?? 0
  if (usage && (first & 0xc0) === 0) return false
  const purposes = extensionOf(certificate, '2.5.29.37')?.keyPurposes
  if (purpose === 'time stamps') return purposes?.includes(timeStamping) ?? false
  return purposes?.some((one) => documentPurposes.has(one)) ?? true
}

/** How many authorities may stand between this one and a signer (RFC 5280, 4.2.1.9); undefined where it does not say. */
export function longestBelow(authority: pkijs.Certificate): number | undefined {
  const constraint = extensionOf(authority, '2.5.29.19')?.pathLenConstraint
  return typeof constraint === 'number' ? constraint : undefined
}

export function parseCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(Uint8Array.from(der).buffer)
}

interface ParsedExtension {
  pathLenConstraint?: unknown
  keyPurposes?: readonly string[]
  valueBlock?: { valueHexView?: Uint8Array }
}

function extensionOf(certificate: pkijs.Certificate, oid: string): ParsedExtension | undefined {
  return certificate.extensions?.find((extension) => extension.extnID === oid)?.parsedValue as ParsedExtension | undefined
}

function nameIn(names: pkijs.RelativeDistinguishedNames, type: string): string | undefined {
  const value: unknown = names.typesAndValues.find((entry) => entry.type === type)?.value.valueBlock.value
  return typeof value === 'string' && value !== '' ? value : undefined
}
