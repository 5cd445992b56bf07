import { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import { createVerify } from 'node:crypto'
import { describeUse } from './algorithms.ts'
import { octetsOf, wholeValue } from './der.ts'
import type { CmsVerdict } from './verifyCms.ts'

const sha1 = '1.3.14.3.2.26'

/** Checks a signature of the oldest format, `adbe.x509.rsa_sha1`: a bare RSA value over the SHA-1 of `parts`, its certificates beside it
 *  in the signature's dictionary. */
export function verifyBareRsa(contents: Uint8Array, parts: readonly Uint8Array[], certificates: readonly Uint8Array[]): CmsVerdict {
  const [signer] = certificates
  if (!signer) return { isIntact: false, problem: 'The certificate of its signer is missing.', signature: {} }
  try {
    const whole = wholeValue(contents)
    const value = whole?.value instanceof asn1js.OctetString ? octetsOf(whole.value) : undefined
    const { publicKey } = new X509Certificate(signer)
    const verifier = createVerify('sha1')
    for (const part of parts) verifier.update(part)
    const isIntact = value !== undefined && publicKey.asymmetricKeyType === 'rsa' && verifier.verify(publicKey, value)
    if (!isIntact) return { isIntact, problem: 'The signed bytes were changed after signing.', signature: { signer } }
    return {
      isIntact,
      signature: {
        signer,
        certificates: [...certificates],
        revocationLists: [],
        signedAt: null,
        algorithm: describeUse(sha1, publicKey),
        weakness: 'It rests on SHA-1, which can be forged.',
        value,
        timeStamp: null,
        content: undefined,
      },
    }
  } catch {
    return { isIntact: false, problem: 'The signature or its certificate cannot be read.', signature: {} }
  }
}
