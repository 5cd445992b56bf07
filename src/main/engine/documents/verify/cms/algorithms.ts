import { constants, createHash, createVerify, verify, type KeyObject } from 'node:crypto'
import type * as pkijs from 'pkijs'
import { broken } from './der.ts'

/** How a signature was made, in words for people. */
export interface AlgorithmUse {
  /** Such as "SHA-256". */
  digest: string
  /** Such as "ECDSA P-256" or "RSA 2,048 bits". */
  key: string
}

const digests: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Digests that anybody can forge with little effort: what rests on them proves nothing. */
const worthless: Record<string, string> = {
  '1.2.840.113549.2.2': 'MD2',
  '1.2.840.113549.2.4': 'MD4',
  '1.2.840.113549.2.5': 'MD5',
}

/** Signature algorithms that name their digest. */
const signatureDigests: Record<string, string> = {
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.3.14.3.2.29': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

const rsa = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'
const edwards = new Set(['1.3.101.112', '1.3.101.113'])
const forgeable = new Set(['md5', 'sha1'])

/** Shortest RSA key and curve to rely on, in bits (NIST SP 800-131A). */
const shortestRsa = 2048
const shortestCurve = 256

/** Node's name of a digest algorithm; ends with `broken` where it is not known or proves nothing. */
export function digestName(algorithmId: string): string {
  const forged = worthless[algorithmId]
  if (forged) broken(`It rests on ${forged}, which can be forged; such a signature proves nothing.`)
  return digests[algorithmId] ?? broken('It uses a digest that is not known here.')
}

export function digestOf(algorithmId: string, parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash(digestName(algorithmId))
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Checks the signature of `info` over `parts` with the signer's key; ends with `broken` where it does not hold. */
export function checkSignature(info: pkijs.SignerInfo, key: KeyObject, parts: readonly Uint8Array[]): void {
  const { algorithmId } = info.signatureAlgorithm
  const signature = info.signature.valueBlock.valueHexView
  if (!holds(algorithmId, info.digestAlgorithm.algorithmId, key, signature, parts)) broken('The signature does not fit what was signed.')
}

function holds(algorithmId: string, digestId: string, key: KeyObject, signature: Uint8Array, parts: readonly Uint8Array[]): boolean {
  if (edwards.has(algorithmId)) return verify(null, Buffer.concat(parts), key, signature)
  const digest = signatureDigests[algorithmId] ?? digestName(digestId)
  if (digest !== digestName(digestId)) broken('It names two different digests.')
  if (!(algorithmId in signatureDigests) && algorithmId !== rsa && algorithmId !== rsaPss && algorithmId !== ecPublicKey) {
    broken('It uses an algorithm that is not known here.')
  }
  const verifier = createVerify(digest)
  for (const part of parts) verifier.update(part)
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
  return verifier.verify(algorithmId === rsaPss ? { key, ...padding } : { key }, signature)
}

/** Some programs name the kind of key where the kind of signature belongs. */
const ecPublicKey = '1.2.840.10045.2.1'

const curveNames: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521', prime192v1: 'P-192' }

export function describeUse(digestId: string, key: KeyObject): AlgorithmUse {
  return { digest: digestName(digestId).replace('sha', 'SHA-'), key: describeKey(key) }
}

/** Kind and length of a key, in words for people. */
export function describeKey(key: KeyObject): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) return `RSA ${modulusLength.toLocaleString('en')} bits`
  if (namedCurve !== undefined) return `ECDSA ${curveNames[namedCurve] ?? namedCurve}`
  return key.asymmetricKeyType === 'ed25519' ? 'Ed25519' : (key.asymmetricKeyType ?? 'unknown')
}

/** Why signatures by such a digest and key can't be relied on although they hold: SHA-1 can be forged, short keys broken. */
export function weaknessOf(digestId: string, key: KeyObject): string | null {
  return digestName(digestId) === 'sha1' ? 'It rests on SHA-1, which can be forged.' : weaknessOfKey(key)
}

/** The same for a key alone. */
export function weaknessOfKey(key: KeyObject): string | null {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined && modulusLength < shortestRsa) {
    return `Its key of ${modulusLength.toLocaleString('en')} bits is too short to rely on.`
  }
  const bits = Number(/(\d{3})/.exec(namedCurve ?? '')?.[1] ?? shortestCurve)
  return bits < shortestCurve ? 'Its key is too short to rely on.' : null
}

/** Whether `signature`, of an algorithm that names its digest, fits `bytes`: signatures of certificates and revocation lists. */
export function fits(algorithmId: string, key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  const digest = edwards.has(algorithmId) ? null : signatureDigests[algorithmId]
  return digest !== undefined && verify(digest, bytes, key, signature)
}

/** Whether a certificate's own signature rests on a digest that can be forged. */
export function isForgeable(signatureAlgorithmId: string): boolean {
  return forgeable.has(signatureDigests[signatureAlgorithmId] ?? '')
}
