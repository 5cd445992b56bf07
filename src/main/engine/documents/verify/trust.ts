import type { ReadPdf } from '../reading/content.ts'
import { X509Certificate } from 'node:crypto'
import { isForgeable, weaknessOfKey } from './cms/algorithms.ts'
import { describeCertificate, fingerprintOf, isMeantFor, longestBelow, parseCertificate, type Purpose } from './certificates.ts'
import { isHarmless, lookUp, lookUpOwn, notKnown, type Revocation, type RevocationVerdict } from './revocation.ts'

/** Whom to trust, and what time it is. Certificates in DER. */
export interface TrustSettings {
  /** The authorities that are trusted. */
  trustedCertificates: readonly Uint8Array[]
  /** Signers that a person accepted one by one. */
  acceptedSigners?: readonly Uint8Array[]
  /** Authorities of time stamps that are trusted besides; they can vouch for nothing else. Asked only where there is a time stamp. */
  timeStampAuthorities?: () => readonly Uint8Array[]
  /** Certificates this workspace has taken back. */
  revocations?: readonly Revocation[]
  /** Since when these very bytes are known to exist; null where nothing tells. */
  keptSince?: (bytes: Uint8Array) => Promise<Date | null>
  /** Reads words that a change may lie on; in this thread where it is left out. */
  readPdf?: ReadPdf
  now: Date
}

/** The certificate that trust rests on. */
export interface Anchor {
  kind: 'authority' | 'accepted signer'
  name: string
  /** SHA-256 of its certificate, hexadecimal. */
  fingerprint: string
}

export interface Trust {
  /** Null where no chain leads to a trusted certificate. */
  anchor: Anchor | null
  /** Why the signer is not trusted, in one sentence; null where nothing stands against it. */
  problem: string | null
  revocation: RevocationVerdict
}

interface Question {
  certificate: Uint8Array
  /** Certificates and revocation lists that came along. */
  others: readonly Uint8Array[]
  revocationLists: readonly Uint8Array[]
  purpose: Purpose
  /** When it was signed, and whether anything but the signer's word says so. */
  moment: Date
  isProven: boolean
}

const longestChain = 8
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Follows a signer's certificate to a trusted one: each must be signed by the next, which must be an authority that may issue so deep a
 *  chain, none may have been taken back, and each must be valid at the moment of signing. */
export function trustIn(question: Question, settings: TrustSettings): Trust {
  const { certificate, purpose } = question
  const chain = chainFrom(question, settings)
  const revocation = revocationIn(chain.certificates, question, settings)
  const anchor = chain.anchor && { ...chain.anchor }
  const problem = !isMeantFor(purpose, parseCertificate(certificate))
    ? `Its certificate is not meant for signing ${purpose}.`
    : (validityProblem(chain.certificates, question.moment) ??
      revocationProblem(revocation, question) ??
      (anchor ? weaknessOfChain(chain.certificates) : unknownSigner(certificate)))
  return { anchor, problem, revocation }
}

interface Chain {
  /** From the signer's up; the trusted one last where there is one. */
  certificates: X509Certificate[]
  anchor: Anchor | null
}

function chainFrom({ certificate, others, purpose }: Question, settings: TrustSettings): Chain {
  const signer = new X509Certificate(certificate)
  const isAccepted = settings.acceptedSigners?.some((accepted) => signer.raw.equals(accepted))
  if (isAccepted) return { certificates: [signer], anchor: anchorOf('accepted signer', signer) }
  const trusted = [...settings.trustedCertificates, ...(purpose === 'time stamps' ? (settings.timeStampAuthorities?.() ?? []) : [])]
  const anchors = trusted.map((anchor) => new X509Certificate(anchor))
  const pool = [...anchors, ...others.map((other) => new X509Certificate(other))]
  const certificates = [signer]
  for (let current = signer; certificates.length <= longestChain;) {
    const known = anchors.find((candidate) => candidate.raw.equals(current.raw))
    if (known) return { certificates, anchor: anchorOf('authority', known) }
    const depth = certificates.length - 1
    const issuer = pool.find((candidate) => issued(candidate, current, depth))
    if (!issuer || certificates.some(({ raw }) => raw.equals(issuer.raw))) break
    certificates.push(issuer)
    current = issuer
  }
  return { certificates, anchor: null }
}

function anchorOf(kind: Anchor['kind'], certificate: X509Certificate): Anchor {
  return { kind, name: describeCertificate(certificate.raw).name, fingerprint: fingerprintOf(certificate) }
}

function issued(issuer: X509Certificate, certificate: X509Certificate, depth: number): boolean {
  const mayIssue = issuer.ca && depth <= (longestBelow(parseCertificate(issuer.raw)) ?? longestChain)
  return mayIssue && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function validityProblem(chain: readonly X509Certificate[], moment: Date): string | null {
  for (const certificate of chain) {
    if (moment < new Date(certificate.validFrom)) return 'A certificate was not valid yet when it was signed.'
    if (moment > new Date(certificate.validTo)) return 'A certificate had expired when it was signed.'
  }
  return null
}

/** The verdict that matters most: the first certificate of the chain that was taken back, else what is known of the signer's own. */
function revocationIn(chain: readonly X509Certificate[], question: Question, settings: TrustSettings): RevocationVerdict {
  const verdicts = chain.map((certificate, at) => {
    const own = lookUpOwn(certificate, settings.revocations ?? [])
    const issuer = chain[at + 1]
    return own ?? (issuer ? lookUp(certificate.raw, issuer.raw, question.revocationLists, question.moment) : notKnown)
  })
  return verdicts.find(({ state }) => state === 'revoked') ?? verdicts[0] ?? notKnown
}

function revocationProblem({ state, at, reason }: RevocationVerdict, { moment, isProven }: Question): string | null {
  if (state !== 'revoked' || !at) return null
  const taken = `Its certificate was revoked on ${day.format(at)}${reason ? ` (${reason})` : ''}`
  if (at <= moment) return `${taken}, before it was signed.`
  if (isProven || isHarmless(reason)) return null
  return `${taken}, and nothing but its own word says that it was signed before.`
}

function weaknessOfChain(chain: readonly X509Certificate[]): string | null {
  const below = chain.slice(0, -1)
  if (below.some(({ raw }) => isForgeable(parseCertificate(raw).signatureAlgorithm.algorithmId))) {
    return 'A certificate it rests on was signed with a digest that can be forged.'
  }
  const weak = chain.slice(1).some(({ publicKey }) => weaknessOfKey(publicKey) !== null)
  return weak ? 'An authority it rests on has a key that is too short to rely on.' : null
}

function unknownSigner(certificate: Uint8Array): string {
  const { issuer, name, isSelfSigned } = describeCertificate(certificate)
  return isSelfSigned
    ? `Its certificate stands for itself: nobody but “${name}” vouches for it, and it has not been accepted here.`
    : `Its certificate was issued by “${issuer}”, which is not among the trusted authorities.`
}
