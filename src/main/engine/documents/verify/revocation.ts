import { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { fits } from './cms/algorithms.ts'
import { fingerprintOf, parseCertificate } from './certificates.ts'

/** A certificate that was taken back. */
export interface Revocation {
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: string
  at: Date
  /** In words, such as "key compromise"; null where none was given. */
  reason: string | null
}

/** Whether a certificate was taken back, as far as that can be known without asking anybody. */
export interface RevocationVerdict {
  state: 'good' | 'revoked' | 'not known'
  source: 'workspace list' | 'embedded list' | null
  at: Date | null
  reason: string | null
}

export const notKnown: RevocationVerdict = { state: 'not known', source: null, at: null, reason: null }

/** The reasons of RFC 5280, 5.3.1, by number. */
const reasons: Record<number, string> = {
  1: 'key compromise',
  2: 'authority compromise',
  3: 'affiliation changed',
  4: 'superseded',
  5: 'cessation of operation',
  6: 'on hold',
  9: 'privilege withdrawn',
  10: 'attribute authority compromise',
}

/** After these the key may be in other hands, so that signatures can be dated back; not so after the others. */
const harmless = new Set(['affiliation changed', 'superseded', 'cessation of operation', 'privilege withdrawn'])

/** Whether after a revocation for that reason a signature's own word about its time is still good enough. */
export function isHarmless(reason: string | null): boolean {
  return reason !== null && harmless.has(reason)
}

/** Looks a certificate up in the revocation lists of its issuer that came with the document. Lists of others, and lists whose own
 *  signature does not hold, count for nothing; one that ended before the moment of signing cannot say that all was well then.
 *  Certificates and lists in DER. */
export function lookUp(certificate: Uint8Array, issuer: Uint8Array, lists: readonly Uint8Array[], moment: Date): RevocationVerdict {
  const { serialNumber } = parseCertificate(certificate)
  const { subject } = parseCertificate(issuer)
  const key = new X509Certificate(issuer).publicKey
  let verdict = notKnown
  for (const der of lists) {
    const list = readList(der)
    if (!list?.issuer.isEqual(subject)) continue
    if (!fits(list.signatureAlgorithm.algorithmId, key, list.tbsView, list.signatureValue.valueBlock.valueHexView)) continue
    const entry = list.revokedCertificates?.find(({ userCertificate }) => userCertificate.isEqual(serialNumber))
    if (entry) return { state: 'revoked', source: 'embedded list', at: entry.revocationDate.value, reason: reasonOf(entry) }
    if (list.nextUpdate && list.nextUpdate.value < moment) continue
    verdict = { state: 'good', source: 'embedded list', at: null, reason: null }
  }
  return verdict
}

/** The same in the workspace's own list. */
export function lookUpOwn(certificate: X509Certificate, revocations: readonly Revocation[]): RevocationVerdict | null {
  const found = revocations.find(({ fingerprint }) => fingerprint === fingerprintOf(certificate))
  return found ? { state: 'revoked', source: 'workspace list', at: found.at, reason: found.reason } : null
}

function readList(der: Uint8Array): pkijs.CertificateRevocationList | null {
  try {
    return pkijs.CertificateRevocationList.fromBER(Uint8Array.from(der).buffer)
  } catch {
    return null
  }
}

function reasonOf(entry: pkijs.RevokedCertificate): string | null {
  const extension = entry.crlEntryExtensions?.extensions.find(({ extnID }) => extnID === '2.5.29.21')
  const value = extension && asn1js.fromBER(Uint8Array.from(extension.extnValue.valueBlock.valueHexView).buffer).result
  return value instanceof asn1js.Enumerated ? (reasons[value.valueBlock.valueDec] ?? null) : null
}
