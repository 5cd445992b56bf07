import { X509Certificate } from 'node:crypto'
import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../context.ts'
import { certificatePem } from '../documents/signing/authority.ts'
import { listAuthorities } from './authorities.ts'
import { fingerprintOf } from './trust.ts'

/** Larger than any certificate. */
const largest = 100_000

/**
 * Makes the authority of another agency known here, out of the certificate that it exported (PEM or DER). Its signatures count once a person
 * has compared the fingerprint and trusts it. One that is known changes nothing. Raises BAD_INPUT where the file is no authority's certificate.
 */
export async function addAuthority(
  context: TaskContext,
  { file }: { file: string },
): Promise<{ fingerprint: string; name: string; trusted: boolean; entryId: string | null }> {
  const { name: fileName, bytes } = await context.grants.readBytes(file, largest)
  const parsed = certificateIn(bytes)
  if (!parsed?.ca) return raise('BAD_INPUT', `${fileName} holds no certificate of a signing authority; ask for the one that was exported.`)
  const certificate = new Uint8Array(parsed.raw)
  const fingerprint = fingerprintOf(certificate)
  const known = (await listAuthorities(context.read)).find((authority) => authority.fingerprint === fingerprint)
  if (known) return { fingerprint, name: known.name, trusted: known.trusted, entryId: null }
  const name = nameIn(parsed.subject)
  const at = context.ports.clock.now()
  const { entryId } = await context.transact({ summary: `Made the signing authority of ${name} known` }, (db) =>
    db
      .insertInto('signing_identity')
      .values({
        id: context.ports.newId(),
        kind: 'authority',
        name,
        email: null,
        certificate: certificatePem(certificate),
        issuer_id: null,
        valid_to: parsed.validToDate.toISOString(),
        created_at: at,
      })
      .execute(),
  )
  return { fingerprint, name, trusted: false, entryId }
}

function certificateIn(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes)
  } catch {
    return null
  }
}

/** The common name of a subject, else its organisation. */
function nameIn(subject: string): string {
  const part = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(subject)?.[1]
  return (part('CN') ?? part('O') ?? 'An authority without a name').slice(0, 200)
}
