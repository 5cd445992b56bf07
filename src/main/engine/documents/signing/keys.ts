import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { raise } from '#src/shared/contract/errors.ts'

type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512'

/** A private key ready to sign, with the algorithms a signature made with it names. Runs in Node and in browsers. */
export interface SigningKey {
  hash: Hash
  /** The signature's value over `bytes`, in the form that CMS holds it. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
  digestAlgorithm(): asn1js.Sequence
  signatureAlgorithm(): asn1js.Sequence
}

const curves: Record<string, { namedCurve: string; hash: Hash }> = {
  '1.2.840.10045.3.1.7': { namedCurve: 'P-256', hash: 'SHA-256' },
  '1.3.132.0.34': { namedCurve: 'P-384', hash: 'SHA-384' },
  '1.3.132.0.35': { namedCurve: 'P-521', hash: 'SHA-512' },
}
const digestOids: Record<Hash, string> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}
const ecdsaOids: Record<Hash, string> = {
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
}
const rsaOids = { key: '1.2.840.113549.1.1.1', signature: '1.2.840.113549.1.1.11' } as const
const ellipticKey = '1.2.840.10045.2.1'

/** A private key for signing, from PKCS#8: RSA (PKCS#1 v1.5, SHA-256), or ECDSA on P-256, P-384 or P-521 with the hash that fits the
 *  curve. Raises NOT_A_KEY_FILE for any other kind. */
export async function importSigningKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  const { privateKeyAlgorithm } = pkijs.PrivateKeyInfo.fromBER(Uint8Array.from(pkcs8).buffer)
  const parameters: unknown = privateKeyAlgorithm.algorithmParams
  const curve = parameters instanceof asn1js.ObjectIdentifier ? curves[parameters.valueBlock.toString()] : undefined
  if (privateKeyAlgorithm.algorithmId === rsaOids.key) {
    return imported(pkcs8, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' })
  }
  if (privateKeyAlgorithm.algorithmId === ellipticKey && curve) {
    return imported(pkcs8, { name: 'ECDSA', namedCurve: curve.namedCurve })
  }
  return raise(
    'NOT_A_KEY_FILE',
    'The key is of a kind that PDF programs do not know: RSA keys and keys on P-256, P-384 and P-521 can sign.',
  )
}

/** What signatures with `key` look like; the key itself stays where it is. */
export function signingKey(key: CryptoKey): SigningKey {
  const { name, namedCurve } = key.algorithm as EcKeyAlgorithm
  const curve = Object.values(curves).find((known) => known.namedCurve === namedCurve)
  const hash = curve?.hash ?? 'SHA-256'
  return {
    hash,
    async sign(bytes) {
      const value = new Uint8Array(await crypto.subtle.sign({ name, hash }, key, Uint8Array.from(bytes)))
      return curve ? sequenceOf(value) : value
    },
    digestAlgorithm: () => algorithm(digestOids[hash], false),
    signatureAlgorithm: () => (curve ? algorithm(ecdsaOids[hash], false) : algorithm(rsaOids.signature, true)),
  }
}

/** The digest of `bytes` that signatures with `key` rest on. */
export async function hashOf({ hash }: SigningKey, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, Uint8Array.from(bytes)))
}

function imported(pkcs8: Uint8Array, algorithm: EcKeyImportParams | RsaHashedImportParams): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), algorithm, false, ['sign'])
}

/** WebCrypto gives the two numbers of an ECDSA signature one after the other; CMS wants a sequence of integers. */
function sequenceOf(value: Uint8Array): Uint8Array {
  const half = value.length / 2
  const numbers = [value.subarray(0, half), value.subarray(half)].map((number) => {
    const first = number.findIndex((byte) => byte !== 0)
    const digits = number.subarray(first < 0 ? half - 1 : first)
    return new asn1js.Integer({ valueHex: Uint8Array.from((digits[0] ?? 0) & 0x80 ? [0, ...digits] : digits).buffer })
  })
  return new Uint8Array(new asn1js.Sequence({ value: numbers }).toBER(false))
}

function algorithm(identifier: string, hasParameters: boolean): asn1js.Sequence {
  const value: asn1js.AsnType[] = [new asn1js.ObjectIdentifier({ value: identifier })]
  return new asn1js.Sequence({ value: hasParameters ? [...value, new asn1js.Null()] : value })
}
