import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { hashOf, signingKey, type SigningKey } from './keys.ts'

/** What a signature's container is made of. */
export interface CmsRequest {
  /** The stretches of the file that are signed, in their order. */
  parts: readonly Uint8Array[]
  key: CryptoKey
  /** The signer's certificate (DER) and those that lead to its authority. */
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  /** Gives a time stamp (DER) on the signature's value; what is missing makes a signature without one. */
  stamp?: ((signature: Uint8Array) => Promise<Uint8Array>) | undefined
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
} as const

/** A detached CMS signature as PAdES baseline wants it (ETSI EN 319 142-1, 6.3): content type, digest and the signer's certificate are
 *  signed; there is no signing-time attribute, which that standard forbids, because the time stands in the signature's dictionary.
 *  DER. Runs in Node and in browsers. */
export async function signedContainer({ parts, key: given, certificate, chain, stamp }: CmsRequest): Promise<Uint8Array> {
  const key = signingKey(given)
  const digest = await hashOf(key, joined(parts))
  const attributes = [
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, octets(digest)),
    attribute(oid.signingCertificateV2, await certificateName(key, certificate)),
  ].toSorted((a, b) => compare(der(a), der(b)))
  // What is signed is the set under its own tag; what is kept bears tag [0] (RFC 5652, 5.4).
  const signature = await key.sign(der(new asn1js.Set({ value: attributes })))
  const unsigned = stamp ? [tagged(1, [attribute(oid.timeStamp, raw(await stamp(signature)))])] : []
  const signer = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      issuerAndNumber(certificate),
      key.digestAlgorithm(),
      tagged(0, attributes),
      key.signatureAlgorithm(),
      octets(signature),
      ...unsigned,
    ],
  })
  const signedData = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.Set({ value: [key.digestAlgorithm()] }),
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
      tagged(
        0,
        unique([certificate, ...chain])
          .toSorted(compare)
          .map(raw),
      ),
      new asn1js.Set({ value: [signer] }),
    ],
  })
  return der(new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: oid.signedData }), tagged(0, [signedData])] }))
}

/** ESS signing-certificate-v2 (RFC 5035): another certificate with the same key cannot be put in this one's place. */
async function certificateName(key: SigningKey, certificate: Uint8Array): Promise<asn1js.Sequence> {
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(Uint8Array.from(certificate).buffer)
  const names = new asn1js.Sequence({ value: [tagged(4, [issuer.toSchema()])] })
  const issuerSerial = new asn1js.Sequence({ value: [names, serialNumber] })
  // SHA-256 is what is meant where no algorithm is named.
  const algorithm = key.hash === 'SHA-256' ? [] : [key.digestAlgorithm()]
  const named = new asn1js.Sequence({ value: [...algorithm, octets(await hashOf(key, certificate)), issuerSerial] })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [named] })] })
}

function issuerAndNumber(certificate: Uint8Array): asn1js.Sequence {
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(Uint8Array.from(certificate).buffer)
  return new asn1js.Sequence({ value: [issuer.toSchema(), serialNumber] })
}

function attribute(type: string, value: asn1js.AsnType): asn1js.Sequence {
  return new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), new asn1js.Set({ value: [value] })] })
}

function tagged(tagNumber: number, value: asn1js.AsnType[]): asn1js.Constructed {
  return new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
}

function octets(bytes: Uint8Array): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer })
}

/** Bytes that are DER already, as they are. */
function raw(bytes: Uint8Array): asn1js.AsnType {
  return asn1js.fromBER(Uint8Array.from(bytes).buffer).result
}

function der(block: asn1js.AsnType): Uint8Array {
  return new Uint8Array(block.toBER(false))
}

function unique(certificates: readonly Uint8Array[]): Uint8Array[] {
  return certificates.filter((one, at) => certificates.findIndex((other) => compare(one, other) === 0) === at)
}

/** The order of a set's members in DER. */
function compare(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index])
  if (at >= 0) return (one[at] ?? 0) - (other[at] ?? -1)
  return one.length - other.length
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0)
  return whole
}
