import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { inlineValue, isolates } from '../text/clean.ts'
import { importSigningKey } from './keys.ts'

/** A certificate (DER) with its private key (PKCS#8). Sealing the key is up to whoever stores it. */
export interface Identity {
  certificate: Uint8Array
  privateKey: Uint8Array
}

/** Who a certificate is issued to. */
export interface Holder {
  name: string
  email?: string | null
  organisation?: string | null
}

interface Validity {
  /** First instant of validity; the clock is the caller's. */
  now: Date
  years: number
}

interface Request extends Validity {
  holder: Holder
  publicKey: CryptoKey
  issuer: { name: pkijs.RelativeDistinguishedNames; publicKey: CryptoKey } | undefined
  extensions: pkijs.Extension[]
  signingKey: CryptoKey
}

// Runs in the engine and in the signing page's browser alike: WebCrypto, nothing of Node.

/** ECDSA on P-256 with SHA-256: what every PDF reader in use verifies, with keys and signatures a tenth the size of RSA's. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const engine = new pkijs.CryptoEngine({ name: 'troupe', crypto })

const oid = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  fullName: '2.5.4.41',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectKey: '2.5.29.14',
  authorityKey: '2.5.29.35',
  alternativeName: '2.5.29.17',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  emailProtection: '1.3.6.1.5.5.7.3.4',
} as const

/** Upper bound of a common name or organisation (X.520); longer names are kept whole in the name attribute beside it. */
const longestCommonName = 64

/** Makes a workspace's certificate authority: a self-signed certificate that may issue certificates to signers and nothing else. */
export async function createAuthority(name: string, now: Date, years = 20): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await certificateFor({
    holder: { name },
    now,
    years,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    issuer: undefined,
    extensions: [
      extension(oid.basicConstraints, true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
      extension(oid.keyUsage, true, new asn1js.BitString({ valueHex: Uint8Array.of(0x06).buffer, unusedBits: 1 })),
    ],
  })
  return identityOf(certificate, keys.privateKey)
}

/** Issues a signer's certificate and key. Names in any script and of any length are kept. */
export async function issueCertificate(authority: Identity, holder: Holder, now: Date, years = 3): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const issuer = parseCertificate(authority.certificate)
  const issuerKey = await issuer.getPublicKey(undefined, engine)
  const certificate = await certificateFor({
    holder,
    now,
    years,
    publicKey: keys.publicKey,
    signingKey: await importSigningKey(authority.privateKey),
    issuer: { name: issuer.subject, publicKey: issuerKey },
    extensions: signerExtensions(holder),
  })
  return identityOf(certificate, keys.privateKey)
}

/** A key pair made for one signature by somebody whom no authority here knows: its certificate is signed with the key itself, and the key
 *  can't be taken out of the memory it was made in. Long-lived, because the signature has to be looked at long after. */
export async function selfSignedCertificate(
  holder: Holder,
  now: Date,
  years = 20,
): Promise<{ certificate: Uint8Array; privateKey: CryptoKey }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const extensions = signerExtensions(holder)
  const certificate = await certificateFor({ holder, now, years, publicKey, signingKey: privateKey, issuer: undefined, extensions })
  return { certificate: new Uint8Array(certificate.toSchema(true).toBER()), privateKey }
}

/** What lets a certificate sign documents and nothing else. */
function signerExtensions({ email }: Holder): pkijs.Extension[] {
  return [
    extension(oid.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension(oid.keyUsage, true, new asn1js.BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 })),
    extension(oid.extendedKeyUsage, false, new pkijs.ExtKeyUsage({ keyPurposes: [oid.documentSigning, oid.emailProtection] }).toSchema()),
    ...alternativeNames(email),
  ]
}

/** The certificate in the text form that other programs import. */
export function certificatePem(certificate: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...certificate)).match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function parseCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(Uint8Array.from(der).buffer)
}

async function certificateFor(request: Request): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = serialNumber()
  certificate.subject = nameOf(request.holder)
  certificate.issuer = request.issuer?.name ?? certificate.subject
  certificate.notBefore = timeOf(request.now)
  const [year, month, day] = [request.now.getUTCFullYear(), request.now.getUTCMonth(), request.now.getUTCDate()]
  certificate.notAfter = timeOf(new Date(Date.UTC(year + request.years, month, day)))
  await certificate.subjectPublicKeyInfo.importKey(request.publicKey, engine)
  const subjectKey = await keyIdentifier(request.publicKey)
  const authorityKey = request.issuer ? await keyIdentifier(request.issuer.publicKey) : subjectKey
  const authorityIdentifier = new pkijs.AuthorityKeyIdentifier({ keyIdentifier: new asn1js.OctetString({ valueHex: authorityKey }) })
  certificate.extensions = [
    ...request.extensions,
    extension(oid.subjectKey, false, new asn1js.OctetString({ valueHex: subjectKey })),
    extension(oid.authorityKey, false, authorityIdentifier.toSchema()),
  ]
  await certificate.sign(request.signingKey, 'SHA-256', engine)
  return certificate
}

async function identityOf(certificate: pkijs.Certificate, privateKey: CryptoKey): Promise<Identity> {
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
  }
}

/** Each attribute stands in a set of its own; pkijs by itself would put all into one. */
function nameOf({ name, organisation }: Holder): pkijs.RelativeDistinguishedNames {
  const fullName = inlineValue(name).replaceAll(isolates, '') || 'Unnamed'
  const shortName = shortened(fullName)
  const attributes = [
    attribute(oid.commonName, shortName),
    ...(shortName === fullName ? [] : [attribute(oid.fullName, fullName)]),
    ...(organisation ? [attribute(oid.organisation, shortened(inlineValue(organisation).replaceAll(isolates, '')))] : []),
  ]
  const sets = attributes.map((entry) => new asn1js.Set({ value: [entry.toSchema()] }))
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: sets }).toBER(false))
}

function shortened(name: string): string {
  const characters = Array.from(name)
  return characters.length <= longestCommonName
    ? name
    : `${characters
        .slice(0, longestCommonName - 1)
        .join('')
        .trimEnd()}…`
}

function attribute(type: string, value: string): pkijs.AttributeTypeAndValue {
  return new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) })
}

function alternativeNames(email: string | null | undefined): pkijs.Extension[] {
  // An address with letters beyond ASCII has no place in this extension (RFC 5280).
  if (!email || !/^[\x21-\x7E]+@[\x21-\x7E]+$/.test(email)) return []
  const names = new pkijs.AltName({ altNames: [new pkijs.GeneralName({ type: 1, value: email })] })
  return [extension(oid.alternativeName, false, names.toSchema())]
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) })
}

/** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280). Certificates count in whole seconds. */
function timeOf(instant: Date): pkijs.Time {
  const value = new Date(Math.floor(instant.getTime() / 1000) * 1000)
  return new pkijs.Time({ type: value.getUTCFullYear() >= 2050 ? pkijs.TimeType.GeneralizedTime : pkijs.TimeType.UTCTime, value })
}

/** 126 random bits: positive, never shorter than its bytes, never met twice. */
function serialNumber(): asn1js.Integer {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return new asn1js.Integer({ valueHex: bytes.buffer })
}

/** SHA-1 of the public key's bits: a name for the key, not a proof (RFC 5280, 4.2.1.2). */
async function keyIdentifier(publicKey: CryptoKey): Promise<ArrayBuffer> {
  const raw = await crypto.subtle.exportKey('raw', publicKey)
  return crypto.subtle.digest('SHA-1', raw)
}
