import { z } from 'zod'
import { Changed, FileGrant, Id, Instant, Name, ShortText, query, task } from './base.ts'

/** A passphrase. It is asked for at each signing and kept nowhere. */
export const Passphrase = z.string().min(1, 'A passphrase is needed.').max(1000)
/** One that a key is put under from now on. */
const NewPassphrase = Passphrase.min(10, 'A passphrase needs at least 10 letters; a sentence is best.')

/** The reasons of RFC 5280 that can befall a person or an agency. */
export const RevocationReason = z.enum([
  'unspecified',
  'key compromise',
  'affiliation changed',
  'superseded',
  'cessation of operation',
  'privilege withdrawn',
])

export const SigningIdentity = z.object({
  id: Id,
  /** The authority issues the certificates of the signers. */
  kind: z.enum(['authority', 'signer']),
  name: z.string(),
  email: z.string().nullable(),
  origin: z.enum(['this workspace', 'key file', 'elsewhere']),
  issuer: z.string(),
  serial: z.string(),
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: z.string(),
  /** Such as "ECDSA P-256" or "RSA 2048". */
  key: z.string(),
  validFrom: Instant,
  validTo: Instant,
  /** What keeps its key: the machine's keychain, or a passphrase. Null where the key is not here. */
  keptWith: z.enum(['machine', 'passphrase']).nullable(),
  state: z.enum(['valid', 'expires soon', 'expired', 'not valid yet', 'revoked']),
  revokedAt: Instant.nullable(),
  revocationReason: z.string().nullable(),
  createdAt: Instant,
})

const Made = Changed.extend({ id: Id, fingerprint: z.string() })
const Form = z.enum(['pem', 'der'])

export const identities = {
  /** Those that can sign here and the authority; with `all` also those whose key is elsewhere or was never kept. */
  list: query.input(z.object({ all: z.boolean().default(false) })).output(z.array(SigningIdentity)),
  /** With a passphrase, the key is kept under it; else in the machine's keychain. */
  create: task
    .input(z.object({ name: Name, email: ShortText.nullable().default(null), passphrase: NewPassphrase.optional() }))
    .output(Made),
  /** Takes in a `.p12` or `.pfx` file. Without a name, the certificate's counts. */
  importKeyFile: task
    .input(
      z.object({
        file: FileGrant,
        filePassphrase: z.string().max(1000),
        name: Name.optional(),
        email: ShortText.nullable().optional(),
        passphrase: NewPassphrase.optional(),
      }),
    )
    .output(Made),
  /** A new key and certificate for the same person, or for the workspace's authority; the key is kept as the old one was. */
  renew: task.input(z.object({ id: Id, passphrase: NewPassphrase.optional() })).output(Made),
  revoke: task.input(z.object({ id: Id, reason: RevocationReason.default('unspecified') })).output(Changed),
  /** Writes the certificate of the workspace's authority, for others to trust. */
  exportAuthority: task
    .input(z.object({ file: FileGrant, form: Form.default('pem') }))
    .output(z.object({ fileName: z.string(), fingerprint: z.string() })),
  /** Writes the signed list of the certificates that were taken back. */
  exportRevocations: task
    .input(z.object({ file: FileGrant, form: Form.default('pem') }))
    .output(z.object({ fileName: z.string(), revoked: z.int(), number: z.int() })),
}
