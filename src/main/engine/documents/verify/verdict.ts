import { describeCertificate, isReadable, type CertificateInfo } from './certificates.ts'
import type { Change } from './changes/kinds.ts'
import type { AlgorithmUse } from './cms/algorithms.ts'
import type { CmsSignature } from './cms/verifyCms.ts'
import type { CertificationLevel } from './form/permissions.ts'
import { notKnown, type RevocationVerdict } from './revocation.ts'
import type { Anchor } from './trust.ts'

/** `valid`: signed, every signature holds, every signer is trusted, nothing changed since that may not be changed. `altered`: something
 *  was changed after a signature, or a signature does not hold. `untrusted`: signed and unchanged, but not every signer is known.
 *  `unsigned`: it carries no signature. */
export type VerdictStatus = 'valid' | 'altered' | 'unsigned' | 'untrusted'

/** A time stamp on one signature. */
export interface TimeStampInfo {
  /** The instant the authority vouches for, UTC. */
  at: string
  /** Who made it. */
  authority: string
  isTrusted: boolean
  note: string | null
}

/** The verdict on one signature. */
export interface SignatureVerdict {
  field: string
  /** A time stamp on the whole document stands in a field like a signature, but nobody signs with it. */
  kind: 'signature' | 'time stamp'
  /** The name in the certificate; empty where there is none to read. */
  signer: string
  /** As the signer's clock said: a UTC instant, covered by the signature but not proven. Null where it says nothing. */
  signedAt: string | null
  /** The bytes it covers are unchanged and it was made with the certificate it shows. */
  intact: boolean
  coversWholeFile: boolean
  /** How many bytes from the file's beginning it covers, its own place aside; null where it does not say. */
  coversUpTo: number | null
  /** The saving of the file that it covers everything up to, from 1; null where its range ends within none. */
  revision: number | null
  trusted: boolean
  /** The certificate that trust rests on; null where there is none. */
  anchor: Anchor | null
  revocation: RevocationVerdict
  /** One sentence on anything but a plain good verdict. */
  note: string | null
  reason: string | null
  certificate: CertificateInfo | null
  /** The same in DER. */
  signerCertificate: Uint8Array | null
  /** Whether the signer made the key for this one signature, as on the signing page; nobody else vouches for the name in it. */
  isKeyForTheMoment: boolean
  /** The program that signed, as it says itself. */
  program: string | null
  algorithm: AlgorithmUse | null
  /** Whether it holds only by algorithms or keys too weak to rely on. */
  isWeak: boolean
  /** The PAdES level reached (ETSI EN 319 142-1), such as `B-B`; null for other formats. */
  level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | null
  timeStamp: TimeStampInfo | null
  /** What a certifying signature lets others do; null for any other. */
  certification: CertificationLevel | null
  /** The fields it locked: all, those named, or all but those named. */
  locks: { action: string; fields: string[] } | null
  /** What was done between this signature and the next one, or since; also what a signed document may go through. */
  changesAfter: Change[]
}

export interface PdfVerdict {
  status: VerdictStatus
  /** How often the file was saved; 0 where its structure cannot be read. */
  revisions: number
  signatures: SignatureVerdict[]
  /** What was changed although it must not be, each in a sentence. Empty unless `status` is `altered`. */
  alterations: string[]
  /** What was done after signing as a signed document may be, each in a sentence. */
  remarks: string[]
  /** Both, for programs, in their order. */
  changes: Change[]
}

/** What is known of a signature before it is checked. */
export type About = Pick<SignatureVerdict, 'field' | 'coversWholeFile' | 'reason' | 'certification' | 'locks' | 'signedAt' | 'program'>

/** The verdict on a signature that does not hold, for the reason given. */
export function brokenVerdict(about: About, note: string, { signer }: Partial<CmsSignature> = {}): SignatureVerdict {
  const certificate = signer && isReadable(signer) ? describeCertificate(signer) : null
  return {
    ...about,
    kind: 'signature',
    signer: certificate?.name ?? '',
    intact: false,
    coversUpTo: null,
    revision: null,
    trusted: false,
    anchor: null,
    revocation: notKnown,
    note,
    certificate,
    signerCertificate: certificate && signer ? signer : null,
    isKeyForTheMoment: false,
    algorithm: null,
    isWeak: false,
    level: null,
    timeStamp: null,
    changesAfter: [],
  }
}
