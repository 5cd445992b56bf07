import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import type * as pkijs from 'pkijs'
import { digestName, digestOf } from './algorithms.ts'
import { broken, children, encoded, isSameBytes, octetsOf, oidOf, single, tagged } from './der.ts'

export type Attributes = ReadonlyMap<string, pkijs.Attribute>

const oid = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  algorithmProtection: '1.2.840.113549.1.9.52',
  revocationLists: '1.2.840.113583.1.1.8',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
} as const

/** The attributes of a signer by their type; none may be there twice. */
export function attributesOf(list: pkijs.SignedAndUnsignedAttributes | undefined): Attributes {
  const attributes = list?.attributes ?? []
  const byType = new Map(attributes.map((attribute) => [attribute.type, attribute]))
  if (byType.size !== attributes.length) broken('It has an attribute twice.')
  return byType
}

/** The signed attributes must name the kind of content and its digest. */
export function checkContent(attributes: Attributes, contentType: string, digestId: string, content: readonly Uint8Array[]): void {
  if (oidOf(single(attributes.get(oid.contentType))) !== contentType) broken('Its signed attributes name another kind of content.')
  const stated = octetsOf(single(attributes.get(oid.messageDigest)))
  if (!stated || !isSameBytes(digestOf(digestId, content), stated)) broken('The signed bytes were changed after signing.')
}

/** The signed attributes name the signer's certificate by its hash, so that another with the same key cannot be put in its place
 *  (RFC 5035). */
export function checkSigningCertificate(attributes: Attributes, signer: Uint8Array, isNeeded: boolean): void {
  const [second, first] = [attributes.get(oid.signingCertificateV2), attributes.get(oid.signingCertificate)]
  if (!second && !first) {
    if (isNeeded) broken('It does not say which certificate it was made with.')
    return
  }
  const parts = children(children(children(single(second ?? first))[0])[0])
  const named = parts[0] instanceof asn1js.Sequence ? oidOf(children(parts[0])[0]) : undefined
  const digest = second ? (named ? digestName(named) : 'sha256') : 'sha1'
  const hash = octetsOf(parts.find((part) => part instanceof asn1js.OctetString))
  if (!hash || !isSameBytes(createHash(digest).update(signer).digest(), hash)) {
    broken('It was made with another certificate than the one it shows.')
  }
}

/** Where the signer protected the choice of algorithms (RFC 6211), the ones named outside the signature must be those. */
export function checkAlgorithmProtection(attributes: Attributes, info: pkijs.SignerInfo): void {
  const attribute = attributes.get(oid.algorithmProtection)
  if (!attribute) return
  const [digest, signature] = children(single(attribute))
  const isKept =
    oidOf(children(digest)[0]) === info.digestAlgorithm.algorithmId && oidOf(children(signature)[0]) === info.signatureAlgorithm.algorithmId
  if (!isKept) broken('Its algorithms are not the ones it was made with.')
}

/** What the signer's clock said; null where it is not among the attributes. */
export function signingTime(attributes: Attributes): Date | null {
  const value: unknown = single(attributes.get(oid.signingTime))
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime ? value.toDate() : null
}

/** Revocation lists that the signer put into the signature, as Acrobat does. */
export function listsAmong(attributes: Attributes): Uint8Array[] {
  const archive = single(attributes.get(oid.revocationLists))
  return children(children(tagged(archive, 0))[0]).map(encoded)
}

/** The time stamp on the signature, if it has one. */
export function timeStampAmong(attributes: Attributes): Uint8Array | null {
  const token = single(attributes.get(oid.timeStamp))
  return token ? encoded(token) : null
}
