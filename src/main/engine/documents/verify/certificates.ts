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
}

/** Trust in one certificate at one moment: whether a chain leads to a trusted authority, and if not why. */
export type Trust = { isTrusted: true; authority: string } | { isTrusted: false; reason: string }

const longestChain = 8
const nameTypes = { fullName: '2.5.4.41', commonName: '2.5.4.3', organisation: '2.5.4.10' } as const

/** Reads a certificate for people. */
export function describeCertificate(der: Uint8Array): CertificateInfo {
  const certificate = new X509Certificate(der)
  const parsed = parse(der)
  const [fullName, commonName] = [nameIn(parsed.subject, nameTypes.fullName), nameIn(parsed.subject, nameTypes.commonName)]
  return {
    name: fullName ?? commonName ?? certificate.subject.replaceAll('\n', ', '),
    email: /email:([^,\s]+)/.exec(certificate.subjectAltName ?? '')?.[1] ?? null,
    organisation: nameIn(parsed.subject, nameTypes.organisation) ?? null,
    issuer: nameIn(parsed.issuer, nameTypes.commonName) ?? certificate.issuer.replaceAll('\n', ', '),
    serial: certificate.serialNumber.toLowerCase(),
    validFrom: parsed.notBefore.value.toISOString(),
    validTo: parsed.notAfter.value.toISOString(),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

/** Whether a certificate and its key can be read at all. */
export function isReadable(der: Uint8Array): boolean {
  try {
    parse(der)
    return new X509Certificate(der).publicKey.type === 'public'
  } catch {
    return false
  }
}

/** Follows a signer's certificate to one of `trusted`: each must be signed by the next, which must be an authority that may issue so
 *  deep a chain, and each must be valid at `moment`. `others` are certificates that came with the signature. */
export function trustIn(der: Uint8Array, others: readonly Uint8Array[], trusted: readonly Uint8Array[], moment: Date): Trust {
  if (!maySign(parse(der))) return { isTrusted: false, reason: 'Its certificate is not meant for signing documents.' }
  const anchors = trusted.map((anchor) => new X509Certificate(anchor))
  const pool = [...anchors, ...others.map((other) => new X509Certificate(other))]
  let current = new X509Certificate(der)
  for (let depth = 0; depth < longestChain; depth++) {
    const { notBefore, notAfter } = parse(current.raw)
    if (moment < notBefore.value) return { isTrusted: false, reason: 'A certificate was not valid yet when it was signed.' }
    if (moment > notAfter.value) return { isTrusted: false, reason: 'A certificate had expired when it was signed.' }
    const anchor = anchors.find((candidate) => candidate.raw.equals(current.raw))
    if (anchor) return { isTrusted: true, authority: describeCertificate(anchor.raw).name }
    const issuer = pool.find((candidate) => issued(candidate, current, depth))
    if (!issuer || issuer.raw.equals(current.raw)) break
    current = issuer
  }
  return {
    isTrusted: false,
    reason: `Its certificate was issued by “${describeCertificate(der).issuer}”, which is not among the trusted authorities.`,
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

function issued(issuer: X509Certificate, certificate: X509Certificate, depth: number): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey) && depth <= longestBelow(parse(issuer.raw))
}

/** How many authorities may stand between this one and a signer (RFC 5280, 4.2.1.9). */
function longestBelow(authority: pkijs.Certificate): number {
  const constraint = extensionOf(authority, '2.5.29.19')?.pathLenConstraint
  return typeof constraint === 'number' ? constraint : longestChain
}

/** A certificate with a key usage must allow digital signatures or non-repudiation: the first or second bit. */
function maySign(certificate: pkijs.Certificate): boolean {
  const usage = extensionOf(certificate, '2.5.29.15')
  if (!usage) return true
  const first = new Uint8Array(usage.valueBlock?.valueHexView ?? [])[0] ?? 0
  return (first & 0xc0) !== 0
}

interface ParsedExtension {
  pathLenConstraint?: unknown
  valueBlock?: { valueHexView?: Uint8Array }
}

function extensionOf(certificate: pkijs.Certificate, oid: string): ParsedExtension | undefined {
  return certificate.extensions?.find((extension) => extension.extnID === oid)?.parsedValue as ParsedExtension | undefined
}

function nameIn(names: pkijs.RelativeDistinguishedNames, type: string): string | undefined {
  const value: unknown = names.typesAndValues.find((entry) => entry.type === type)?.value.valueBlock.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

function parse(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(Uint8Array.from(der).buffer)
}
