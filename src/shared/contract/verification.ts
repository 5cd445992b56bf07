import { z } from 'zod'
import { Id, Instant, PlainDate } from './base.ts'

const CertificateRow = z.object({
  name: z.string(),
  email: z.string().nullable(),
  organisation: z.string().nullable(),
  issuer: z.string(),
  serial: z.string(),
  validFrom: Instant,
  validTo: Instant,
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: z.string(),
  isSelfSigned: z.boolean(),
})

/** What was done to a file after it was signed, in a sentence without a full stop. */
const ChangeRow = z.object({
  kind: z.enum([
    'signature',
    'time stamp',
    'validation data',
    'form fill',
    'annotation',
    'content',
    'form',
    'attachment',
    'action',
    'layer',
    'properties',
    'structure',
  ]),
  page: z.int().nullable(),
  text: z.string(),
  /** Whether a signed document may be changed so. */
  isAllowed: z.boolean(),
})

const SignatureReport = z.object({
  field: z.string(),
  kind: z.enum(['signature', 'time stamp']),
  signer: z.string(),
  /** As the signature states it. */
  signedAt: Instant.nullable(),
  intact: z.boolean(),
  coversWholeFile: z.boolean(),
  /** How many bytes from the file's beginning it covers, its own place aside. */
  coversUpTo: z.int().nullable(),
  /** The saving of the file that it covers everything up to, from 1. */
  revision: z.int().nullable(),
  trusted: z.boolean(),
  /** What trust rests on; null where the signer is not known. */
  trust: z
    .object({
      source: z.enum(['this workspace', 'trusted authority', 'accepted signer', 'public time stamp authority']),
      name: z.string(),
      fingerprint: z.string(),
      /** Who accepted the signer, and when; null for authorities. */
      acceptedBy: z.string().nullable(),
      acceptedAt: Instant.nullable(),
    })
    .nullable(),
  revocation: z.object({
    state: z.enum(['good', 'revoked', 'not known']),
    source: z.enum(['workspace list', 'embedded list']).nullable(),
    at: Instant.nullable(),
    reason: z.string().nullable(),
  }),
  /** One sentence on anything but a plain good verdict. */
  note: z.string().nullable(),
  reason: z.string().nullable(),
  certificate: CertificateRow.nullable(),
  /** Whether the signer made the key for this one signature, as on the signing page; nobody else vouches for the name in it. */
  isKeyForTheMoment: z.boolean(),
  /** The program that signed, as it says itself. */
  program: z.string().nullable(),
  algorithm: z.object({ digest: z.string(), key: z.string() }).nullable(),
  isWeak: z.boolean(),
  /** The PAdES level; null for other formats. */
  level: z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA']).nullable(),
  timeStamp: z.object({ at: Instant, authority: z.string(), isTrusted: z.boolean(), note: z.string().nullable() }).nullable(),
  /** What a certifying signature lets others do: 1 nothing, 2 fill in and sign, 3 comment as well. */
  certification: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  locks: z.object({ action: z.string(), fields: z.array(z.string()) }).nullable(),
  /** What was done between this signature and the next, or since. */
  changesAfter: z.array(ChangeRow),
})

export const VerifyReport = z.object({
  status: z.enum(['valid', 'altered', 'unsigned', 'untrusted']),
  /** The verdict in one sentence. */
  summary: z.string(),
  /** How often the file was saved; 0 where its structure cannot be read. */
  revisions: z.int(),
  signatures: z.array(SignatureReport),
  /** What was changed although it must not be. */
  alterations: z.array(z.string()),
  /** What was done after signing as a signed document may be. */
  remarks: z.array(z.string()),
  changes: z.array(ChangeRow),
  /** Set where the file is the scan of a contract signed on paper, kept here. */
  scan: z.object({ signedOn: PlainDate, by: z.array(z.string()) }).nullable(),
  /** The contract of this workspace that the file belongs to, as far as it is known. */
  contract: z.object({ id: Id, number: z.string() }).nullable(),
})
