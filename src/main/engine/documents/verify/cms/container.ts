import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { broken, children, encoded, octetsOf, tagged, wholeValue } from './der.ts'

const signedDataType = '1.2.840.113549.1.7.2'

/** A signature's container taken apart (RFC 5652), nothing in it checked yet. */
export interface Container {
  signed: pkijs.SignedData
  info: pkijs.SignerInfo
  /** The content that the container holds itself; undefined where it covers the file from outside. */
  content: Uint8Array | undefined
  /** Certificates and revocation lists byte for byte. */
  certificates: Uint8Array[]
  revocationLists: Uint8Array[]
}

/** Reads the container: one value, written the one way DER allows; what follows it in its place is padding, and padding is zeros. */
export function readContainer(contents: Uint8Array): Container {
  const whole = wholeValue(contents)
  if (!whole || children(whole.value).length !== 2) broken('Its container is not well formed.')
  if (contents.subarray(whole.length).some((byte) => byte !== 0)) broken('Something was written behind the signature.')
  const content = new pkijs.ContentInfo({ schema: whole.value })
  if (content.contentType !== signedDataType) broken('Its container holds something other than a signature.')
  const signed = new pkijs.SignedData({ schema: content.content })
  const info = signed.signerInfos.length === 1 ? signed.signerInfos[0] : undefined
  if (!info) broken('It does not hold exactly one signer.')
  const signedData = children(children(whole.value)[1])[0]
  const encapsulated = tagged(children(signedData)[2], 0)
  return {
    signed,
    info,
    content: encapsulated && (octetsOf(children(encapsulated)[0]) ?? broken('Its content cannot be read.')),
    certificates: membersOf(tagged(signedData, 0)),
    revocationLists: membersOf(tagged(signedData, 1)),
  }
}

/** The plain certificates or lists among the members of a set; other kinds stand under tags of their own. */
function membersOf(set: asn1js.BaseBlock | undefined): Uint8Array[] {
  return children(set)
    .filter((member) => member instanceof asn1js.Sequence)
    .map(encoded)
}

/** The signer's certificate, named by issuer and number or by the identifier of its key. */
export function signerCertificate(certificates: readonly Uint8Array[], { sid }: pkijs.SignerInfo): Uint8Array {
  const isSigner = (der: Uint8Array): boolean => {
    const certificate = pkijs.Certificate.fromBER(Uint8Array.from(der).buffer)
    if (sid instanceof pkijs.IssuerAndSerialNumber) {
      return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
    }
    const key = keyIdentifierOf(certificate)
    const named = (sid as asn1js.BaseBlock & { valueBlock: { valueHexView?: Uint8Array } }).valueBlock.valueHexView
    return key !== undefined && named !== undefined && named.length > 0 && Buffer.compare(key, named) === 0
  }
  return certificates.find(isSigner) ?? broken('The certificate of its signer is missing.')
}

function keyIdentifierOf(certificate: pkijs.Certificate): Uint8Array | undefined {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')
  return octetsOf(extension?.parsedValue as asn1js.BaseBlock | undefined)
}
