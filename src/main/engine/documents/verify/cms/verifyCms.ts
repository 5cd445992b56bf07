import { createHash, X509Certificate } from 'node:crypto'
import type * as pkijs from 'pkijs'
import { checkSignature, describeUse, weaknessOf, type AlgorithmUse } from './algorithms.ts'
import {
  attributesOf,
  checkAlgorithmProtection,
  checkContent,
  checkSigningCertificate,
  listsAmong,
  signingTime,
  timeStampAmong,
} from './attributes.ts'
import { readContainer, signerCertificate, type Container } from './container.ts'
import { Broken, broken, isSameBytes } from './der.ts'

/** A signature taken apart. Everything in it has been checked against the signed bytes, except trust in the signer and the time stamp. */
export interface CmsSignature {
  signer: Uint8Array
  /** Certificates that came along, the signer's own included. */
  certificates: Uint8Array[]
  /** Revocation lists that came along. */
  revocationLists: Uint8Array[]
  /** As the signer's clock said; the signature covers it. */
  signedAt: Date | null
  algorithm: AlgorithmUse
  /** Sentence on a signature that holds but is too weak to rely on. */
  weakness: string | null
  /** The signature's own bytes: what a time stamp on it covers. */
  value: Uint8Array
  /** A time stamp that came along, unchecked. */
  timeStamp: Uint8Array | null
  /** What the container holds itself. */
  content: Uint8Array | undefined
}

/** The signature, or why it does not hold. */
export type CmsVerdict =
  | { isIntact: true; signature: CmsSignature }
  | { isIntact: false; problem: string; signature: Partial<CmsSignature> }

/** How a container relates to the bytes it signs. `detached`: it covers them. `sha1`: it holds and covers their SHA-1. `time stamp`: it
 *  holds and covers a statement on their digest (RFC 3161), which is for the caller to check. */
export type CmsForm = 'detached' | 'sha1' | 'time stamp'

const data = '1.2.840.113549.1.7.1'
const timeStampInfo = '1.2.840.113549.1.9.16.1.4'

/** Checks a CMS signature over `parts`: the form of the container, the digest of the bytes, the signature over the signed attributes, and
 *  that the signer's certificate is the one the signature was made for (RFC 5652, RFC 5035; ETSI EN 319 142-1 where
 *  `needsSigningCertificate`). */
export function verifyCms(
  contents: Uint8Array,
  parts: readonly Uint8Array[],
  form: CmsForm = 'detached',
  needsSigningCertificate = false,
): CmsVerdict {
  const found: Partial<CmsSignature> = {}
  try {
    return { isIntact: true, signature: checkedSignature(contents, parts, form, needsSigningCertificate, found) }
  } catch (error) {
    const problem = error instanceof Broken ? error.message : 'Its container cannot be read.'
    return { isIntact: false, problem, signature: found }
  }
}

function checkedSignature(
  contents: Uint8Array,
  parts: readonly Uint8Array[],
  form: CmsForm,
  needsSigningCertificate: boolean,
  found: Partial<CmsSignature>,
): CmsSignature {
  const container = readContainer(contents)
  const { info, certificates } = container
  found.certificates = certificates
  const signer = signerCertificate(certificates, info)
  found.signer = signer
  const attributes = attributesOf(info.signedAttrs)
  found.signedAt = signingTime(attributes)
  checkForm(container, form)
  const covered = coveredBy(container, parts, form)
  const digestId = info.digestAlgorithm.algorithmId
  const { publicKey } = new X509Certificate(signer)
  if (info.signedAttrs) {
    checkContent(attributes, contentTypeOf(form), digestId, covered)
    checkSigningCertificate(attributes, signer, needsSigningCertificate)
    checkAlgorithmProtection(attributes, info)
  } else if (needsSigningCertificate || form === 'time stamp') broken('It has no signed attributes.')
  checkSignature(info, publicKey, info.signedAttrs ? [attributesAsSigned(info.signedAttrs)] : covered)
  const isWeakForm = form === 'sha1' ? 'It rests on SHA-1, which can be forged.' : null
  return {
    signer,
    certificates,
    revocationLists: [...container.revocationLists, ...listsAmong(attributes)],
    signedAt: found.signedAt,
    algorithm: describeUse(digestId, publicKey),
    weakness: isWeakForm ?? weaknessOf(digestId, publicKey),
    value: Uint8Array.from(info.signature.valueBlock.valueHexView),
    timeStamp: timeStampAmong(attributesOf(info.unsignedAttrs)),
    content: container.content,
  }
}

function checkForm({ signed, info, content }: Container, form: CmsForm): void {
  if (![1, 3, 4, 5].includes(signed.version) || ![1, 3].includes(info.version)) broken('Its container has an unknown version.')
  if (signed.encapContentInfo.eContentType !== contentTypeOf(form)) broken('It covers another kind of content.')
  if (form === 'detached' && content) broken('It holds its own content instead of covering the file.')
  if (!signed.digestAlgorithms.some(({ algorithmId }) => algorithmId === info.digestAlgorithm.algorithmId)) {
    broken('Its digest algorithm is not the one it announces.')
  }
}

/** The bytes that the signature itself covers. */
function coveredBy({ content }: Container, parts: readonly Uint8Array[], form: CmsForm): readonly Uint8Array[] {
  if (form === 'detached') return parts
  if (!content) return broken('It lacks the content it is said to hold.')
  if (form === 'sha1') {
    const hash = createHash('sha1')
    for (const part of parts) hash.update(part)
    if (!isSameBytes(hash.digest(), content)) broken('The signed bytes were changed after signing.')
  }
  return [content]
}

function contentTypeOf(form: CmsForm): string {
  return form === 'time stamp' ? timeStampInfo : data
}

/** What was signed is the set of signed attributes, under the tag of a set instead of the one it is stored with (RFC 5652, 5.4). */
function attributesAsSigned({ encodedValue }: pkijs.SignedAndUnsignedAttributes): Uint8Array {
  const bytes = Buffer.from(encodedValue)
  bytes[0] = 0x31
  return bytes
}
