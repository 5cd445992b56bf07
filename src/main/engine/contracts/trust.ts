import { createHash, X509Certificate } from 'node:crypto'
import type { ReadDb, WriteDb } from '../db/handles.ts'

/** SHA-256 of a certificate in hexadecimal. */
export function fingerprintOf(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex')
}

/** An authority whose signatures count here. */
interface TrustedAuthority {
  fingerprint: string
  /** DER. */
  certificate: Uint8Array
  isOwn: boolean
}

/** The authorities whose signatures count here: this workspace's own, and those a person chose to trust. What came in with a file is not
 *  among them. */
export async function trustedAuthorities(db: ReadDb): Promise<TrustedAuthority[]> {
  const rows = await db
    .selectFrom('trusted_authority as t')
    .innerJoin('signing_identity as i', 'i.id', 't.identity_id')
    .select(['t.id', 't.is_own', 'i.certificate'])
    .execute()
  // Trust was given to one certificate, not to whatever stands under its row.
  return rows
    .map(({ id, is_own: isOwn, certificate }) => ({
      fingerprint: id,
      isOwn: isOwn === 1,
      certificate: new Uint8Array(new X509Certificate(certificate).raw),
    }))
    .filter(({ fingerprint, certificate }) => fingerprintOf(certificate) === fingerprint)
}

interface Trust {
  certificate: Uint8Array
  identityId: string
  isOwn: boolean
  at: string
}

/** Lets the signatures of an authority count from now on. */
export async function keepTrust(db: WriteDb, { certificate, identityId, isOwn, at }: Trust): Promise<void> {
  await db
    .insertInto('trusted_authority')
    .values({ id: fingerprintOf(certificate), identity_id: identityId, is_own: Number(isOwn), created_at: at })
    .execute()
}
