import { rootCertificates } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { raise } from '#src/shared/contract/errors.ts'
import { parseCertificate } from '../../documents/verify/certificates.ts'
import type { Network } from '../../ports.ts'

/** What tells whether a certificate was taken back, in DER. */
export interface RevocationData {
  revocationLists: Uint8Array[]
  answers: Uint8Array[]
}

const listPoints = '2.5.29.31'
const authorityAccess = '1.3.6.1.5.5.7.1.1'
const ocsp = '1.3.6.1.5.5.7.48.1'
const mostBytes = 20_000_000
const engine = new pkijs.CryptoEngine({ name: 'troupe-answers', crypto })

/** The certificates from `signer` up to its authority, as far as they are among `others` or the authorities that come with the program. */
export function chainUp(signer: Uint8Array, others: readonly Uint8Array[]): Uint8Array[] {
  const pool = [...others.map((der) => new X509Certificate(der)), ...rootCertificates.map((pem) => new X509Certificate(pem))]
  const chain = [new X509Certificate(signer)]
  for (let current = chain[0]; current;) {
    const below = current
    const issuer = pool.find((candidate) => below.checkIssued(candidate) && below.verify(candidate.publicKey))
    if (!issuer || chain.some(({ raw }) => raw.equals(issuer.raw))) break
    chain.push(issuer)
    current = issuer
  }
  return chain.map(({ raw }) => new Uint8Array(raw))
}

/** Fetches, for each certificate of a chain but the last, the revocation list it names, or its authority's answer where it names none.
 *  Raises TIME_STAMP_FAILED where neither can be had, where the chain ends before an authority, or where a certificate was taken back. */
export async function revocationDataFor(chain: readonly Uint8Array[], network: Network): Promise<RevocationData> {
  const found: RevocationData = { revocationLists: [], answers: [] }
  const top = chain.at(-1)
  if (!top || !isSelfSigned(top))
    failed(`Who issued the ${top ? nameOf(top) : 'certificate'} is not known here. Choose the level B-T in the settings.`)
  for (const [at, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[at + 1] ?? certificate
    const [list] = addressesIn(certificate, listPoints)
    const [responder] = addressesIn(certificate, authorityAccess)
    if (list) found.revocationLists.push(await fetchList(list, certificate, issuer, network))
    else if (responder) found.answers.push(await fetchAnswer(responder, certificate, issuer, network))
    else failed(`The ${nameOf(certificate)} names no place that tells whether it was taken back. Choose the level B-T in the settings.`)
  }
  return found
}

async function fetchList(url: string, certificate: Uint8Array, issuer: Uint8Array, network: Network): Promise<Uint8Array> {
  const body = await network.send({ url, method: 'GET', mostBytes }).catch((error: unknown) => failed(because(error)))
  const list = readList(body)
  if (!list?.issuer.isEqual(parseCertificate(issuer).subject)) return failed('The revocation list that came is not one of that authority.')
  if (list.isCertificateRevoked(parseCertificate(certificate))) failed(`The ${nameOf(certificate)} was taken back.`)
  return body
}

async function fetchAnswer(url: string, certificate: Uint8Array, issuer: Uint8Array, network: Network): Promise<Uint8Array> {
  const [subject, authority] = [parseCertificate(certificate), parseCertificate(issuer)]
  const request = new pkijs.OCSPRequest()
  await request.createForCertificate(subject, { hashAlgorithm: 'SHA-1', issuerCertificate: authority }, engine)
  const asked = {
    url,
    method: 'POST',
    contentType: 'application/ocsp-request',
    body: new Uint8Array(request.toSchema(true).toBER(false)),
    mostBytes,
  } as const
  const body = await network.send(asked).catch((error: unknown) => failed(because(error)))
  const { isForCertificate, status } = await statusIn(body, subject, authority)
  if (!isForCertificate || status === 2) return failed(`Nobody could say whether the ${nameOf(certificate)} was taken back.`)
  if (status === 1) failed(`The ${nameOf(certificate)} was taken back.`)
  return body
}

async function statusIn(
  body: Uint8Array,
  subject: pkijs.Certificate,
  issuer: pkijs.Certificate,
): Promise<{ isForCertificate: boolean; status: number }> {
  try {
    return await pkijs.OCSPResponse.fromBER(Uint8Array.from(body).buffer).getCertificateStatus(subject, issuer, engine)
  } catch {
    return { isForCertificate: false, status: 2 }
  }
}

/** Web addresses that an extension of a certificate names: of revocation lists, or of the responder that answers questions. */
function addressesIn(certificate: Uint8Array, extension: string): string[] {
  const parsed: unknown = parseCertificate(certificate).extensions?.find(({ extnID }) => extnID === extension)?.parsedValue
  if (parsed instanceof pkijs.CRLDistributionPoints)
    return parsed.distributionPoints.flatMap(({ distributionPoint }) =>
      Array.isArray(distributionPoint) ? distributionPoint.flatMap(addressOf) : [],
    )
  if (parsed instanceof pkijs.InfoAccess)
    return parsed.accessDescriptions
      .filter(({ accessMethod }) => accessMethod === ocsp)
      .flatMap(({ accessLocation }) => addressOf(accessLocation))
  return []
}

function addressOf({ type, value }: pkijs.GeneralName): string[] {
  return type === 6 && typeof value === 'string' && /^https?:/.test(value) ? [value] : []
}

function readList(body: Uint8Array): pkijs.CertificateRevocationList | null {
  try {
    return pkijs.CertificateRevocationList.fromBER(Uint8Array.from(body).buffer)
  } catch {
    return null
  }
}

function nameOf(certificate: Uint8Array): string {
  return `certificate of “${/CN=(.+)/.exec(new X509Certificate(certificate).subject)?.[1] ?? 'the service'}”`
}

function isSelfSigned(certificate: Uint8Array): boolean {
  const parsed = new X509Certificate(certificate)
  return parsed.checkIssued(parsed) && parsed.verify(parsed.publicKey)
}

function because(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function failed(problem: string): never {
  return raise('TIME_STAMP_FAILED', `The data for long-term checking could not be had, and nothing was signed. ${problem}`)
}
