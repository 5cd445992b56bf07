import { constants, createHash, timingSafeEqual, verify, X509Certificate, type KeyObject } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** A signature taken apart. Everything in it has been checked against the signed bytes, except trust in the signer. */
interface CmsSignature {
  signer: Uint8Array
  /** Certificates that came along, the signer's own included. */
  certificates: Uint8Array[]
  /** As the signer's clock said; the signature covers it. */
  signedAt: Date | null
  /** Sentence on a signature that holds but is too weak to rely on. */
  weakness: string | null
}

/** The signature, or why it does not hold. */
export type CmsVerdict =
  | { isIntact: true; signature: CmsSignature }
  | { isIntact: false; problem: string; signature: Partial<CmsSignature> }

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  algorithmProtection: '1.2.840.113549.1.9.52',
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
} as const

const digests: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Signature algorithms that name their digest. */
const signatureDigests: Record<string, string> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/** A check that failed, in one sentence. Never leaves this file. */
class Broken extends Error {}

function broken(problem: string): never {
  throw new Broken(problem)
}

/** Checks a detached CMS signature over `parts`: the form of the container, the digest of the bytes, the signature over the signed
 *  attributes, and that the signer's certificate is the one the signature was made for (RFC 5652, RFC 5035; ETSI EN 319 142-1 where
 *  `needsSigningCertificate`). */
export function verifyCms(contents: Uint8Array, parts: readonly Uint8Array[], needsSigningCertificate: boolean): CmsVerdict {
  const found: Partial<CmsSignature> = {}
  try {
    const { signed, certificates } = readSignedData(contents)
    const info = signed.signerInfos.length === 1 ? signed.signerInfos[0] : undefined
    if (!info) broken('It does not hold exactly one signer.')
    found.certificates = certificates
    found.signer = signerCertificate(certificates, info)
    const attributes = new Map(signedAttributes(info).map((attribute) => [attribute.type, attribute]))
    found.signedAt = signingTime(attributes.get(oid.signingTime))
    checkForm(signed, info, attributes)
    checkDigest(info, attributes, parts)
    checkSigningCertificate(attributes, found.signer, needsSigningCertificate)
    checkAlgorithmProtection(info, attributes.get(oid.algorithmProtection))
    const key = new X509Certificate(found.signer).publicKey
    checkSignature(info, key)
    const { signer, signedAt } = found
    return { isIntact: true, signature: { signer, certificates, signedAt, weakness: weaknessOf(info, key) } }
  } catch (error) {
    const problem = error instanceof Broken ? error.message : 'Its container cannot be read.'
    return { isIntact: false, problem, signature: found }
  }
}

/** The container is one DER value, written the one way DER allows; what follows it in its place is padding, and padding is zeros. */
function readSignedData(contents: Uint8Array): { signed: pkijs.SignedData; certificates: Uint8Array[] } {
  const { offset, result } = asn1js.fromBER(Uint8Array.from(contents).buffer)
  const isWhole = offset > 0 && result instanceof asn1js.Sequence && children(result).length === 2
  if (!isWhole || !isSameBytes(new Uint8Array(result.toBER()), contents.subarray(0, offset))) broken('Its container is not well formed.')
  if (contents.subarray(offset).some((byte) => byte !== 0)) broken('Something was written behind the signature.')
  const content = new pkijs.ContentInfo({ schema: result })
  if (content.contentType !== oid.signedData) broken('Its container holds something other than a signature.')
  return { signed: new pkijs.SignedData({ schema: content.content }), certificates: certificatesIn(result) }
}

/** The certificates as they stand in the container, byte for byte: the field tagged [0] of the signed data (RFC 5652, 5.1). */
function certificatesIn(container: asn1js.BaseBlock): Uint8Array[] {
  const signedData = children(children(container)[1])[0]
  const set = children(signedData).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  return children(set).map((certificate) => Uint8Array.from(certificate.valueBeforeDecodeView))
}

function signerCertificate(certificates: readonly Uint8Array[], { sid }: pkijs.SignerInfo): Uint8Array {
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return broken('It does not name its signer by issuer and number.')
  const isSigner = (der: Uint8Array): boolean => {
    const certificate = pkijs.Certificate.fromBER(Uint8Array.from(der).buffer)
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
  }
  return certificates.find(isSigner) ?? broken('The certificate of its signer is missing.')
}

function signedAttributes(info: pkijs.SignerInfo): pkijs.Attribute[] {
  const attributes = info.signedAttrs?.attributes ?? broken('It has no signed attributes.')
  if (new Set(attributes.map(({ type }) => type)).size !== attributes.length) broken('It has a signed attribute twice.')
  return attributes
}

function checkForm(signed: pkijs.SignedData, info: pkijs.SignerInfo, attributes: Map<string, pkijs.Attribute>): void {
  if (![1, 3, 4].includes(signed.version) || info.version !== 1) broken('Its container has an unknown version.')
  if (signed.encapContentInfo.eContentType !== oid.data || signed.encapContentInfo.eContent) {
    broken('It holds its own content instead of covering the file.')
  }
  if (!signed.digestAlgorithms.some(({ algorithmId }) => algorithmId === info.digestAlgorithm.algorithmId)) {
    broken('Its digest algorithm is not the one it announces.')
  }
  const type: unknown = single(attributes.get(oid.contentType))
  if (!(type instanceof asn1js.ObjectIdentifier) || type.valueBlock.toString() !== oid.data) {
    broken('Its signed attributes name another kind of content.')
  }
}

function checkDigest(info: pkijs.SignerInfo, attributes: Map<string, pkijs.Attribute>, parts: readonly Uint8Array[]): void {
  const hash = createHash(digestName(info.digestAlgorithm))
  for (const part of parts) hash.update(part)
  const stated = single(attributes.get(oid.messageDigest))
  if (!(stated instanceof asn1js.OctetString) || !isSameBytes(hash.digest(), stated.valueBlock.valueHexView)) {
    broken('The signed bytes were changed after signing.')
  }
}

/** The signed attributes name the signer's certificate by its hash, so that another with the same key cannot be put in its place. */
function checkSigningCertificate(attributes: Map<string, pkijs.Attribute>, signer: Uint8Array, isNeeded: boolean): void {
  const [second, first] = [attributes.get(oid.signingCertificateV2), attributes.get(oid.signingCertificate)]
  if (!second && !first) {
    if (isNeeded) broken('It does not say which certificate it was made with.')
    return
  }
  const parts = children(children(children(single(second ?? first))[0])[0])
  const named = parts[0] instanceof asn1js.Sequence ? children(parts[0])[0] : undefined
  const digest = second ? (named instanceof asn1js.ObjectIdentifier ? digests[named.valueBlock.toString()] : 'sha256') : 'sha1'
  const hash = parts.find((part) => part instanceof asn1js.OctetString)
  if (!digest || !hash || !isSameBytes(createHash(digest).update(signer).digest(), hash.valueBlock.valueHexView)) {
    broken('It was made with another certificate than the one it shows.')
  }
}

/** Where the signer protected the choice of algorithms (RFC 6211), the ones named outside the signature must be those. */
function checkAlgorithmProtection(info: pkijs.SignerInfo, attribute: pkijs.Attribute | undefined): void {
  if (!attribute) return
  const [digest, signature] = children(single(attribute))
  const firstOid = (value: asn1js.BaseBlock | undefined): string | undefined => {
    const [identifier] = children(value)
    return identifier instanceof asn1js.ObjectIdentifier ? identifier.valueBlock.toString() : undefined
  }
  if (firstOid(digest) !== info.digestAlgorithm.algorithmId || firstOid(signature) !== info.signatureAlgorithm.algorithmId) {
    broken('Its algorithms are not the ones it was made with.')
  }
}

/** What was signed is the set of signed attributes, under the tag of a set instead of the one it is stored with (RFC 5652, 5.4). */
function checkSignature(info: pkijs.SignerInfo, key: KeyObject): void {
  const bytes = Buffer.from(info.signedAttrs?.encodedValue ?? broken('It has no signed attributes.'))
  bytes[0] = 0x31
  const { algorithmId } = info.signatureAlgorithm
  const digest = signatureDigests[algorithmId] ?? digestName(info.digestAlgorithm)
  if (digest !== digestName(info.digestAlgorithm)) broken('It names two different digests.')
  const isKnown = algorithmId in signatureDigests || algorithmId === oid.rsa || algorithmId === oid.rsaPss
  if (!isKnown) broken('It uses an algorithm that is not known here.')
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
  const keyAndPadding = algorithmId === oid.rsaPss ? { key, ...padding } : { key }
  if (!verify(digest, bytes, keyAndPadding, info.signature.valueBlock.valueHexView)) broken('The signature does not fit what was signed.')
}

/** SHA-1 can be forged; RSA keys under 2,048 bits and curves under 256 can be broken (NIST SP 800-131A). */
function weaknessOf(info: pkijs.SignerInfo, key: KeyObject): string | null {
  if (digestName(info.digestAlgorithm) === 'sha1') return 'It rests on SHA-1, which can be forged.'
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined && modulusLength < 2048) return `Its key of ${modulusLength} bits is too short to rely on.`
  if (namedCurve !== undefined && /(?:112|128|160|192|224)/.test(namedCurve)) return 'Its key is too short to rely on.'
  return null
}

function signingTime(attribute: pkijs.Attribute | undefined): Date | null {
  const value: unknown = single(attribute)
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime ? value.toDate() : null
}

function digestName({ algorithmId }: pkijs.AlgorithmIdentifier): string {
  return digests[algorithmId] ?? broken('It uses a digest that is not known here.')
}

function single(attribute: pkijs.Attribute | undefined): asn1js.BaseBlock | undefined {
  return attribute?.values.length === 1 ? (attribute.values[0] as asn1js.BaseBlock) : undefined
}

function children(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  const value: unknown = (block?.valueBlock as { value?: unknown } | undefined)?.value
  return Array.isArray(value) ? (value as asn1js.BaseBlock[]) : []
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
