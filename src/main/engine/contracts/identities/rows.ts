import { createPrivateKey, X509Certificate } from 'node:crypto'
import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { SigningIdentityTable } from '../../db/schema-contracts.ts'
import type { Identity } from '../../documents/signing/authority.ts'
import { openUnder } from './passphrase.ts'

/** An identity as it is kept, with its key where that is here. */
export interface KeptIdentity extends SigningIdentityTable {
  sealed: string | null
  sealed_with: 'machine' | 'passphrase' | null
}

/** What opening keys needs. */
export type IdentityContext = Pick<EngineContext, 'read' | 'ports' | 'actor'>

/** All identities, newest first. */
export async function keptIdentities(db: ReadDb): Promise<KeptIdentity[]> {
  return db
    .selectFrom('signing_identity as i')
    .leftJoin('sealed_key as k', 'k.id', 'i.id')
    .selectAll('i')
    .select(['k.sealed', 'k.sealed_with'])
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
}

/** One identity. Raises NOT_FOUND. */
export async function keptIdentity(db: ReadDb, id: string): Promise<KeptIdentity> {
  const found = (await keptIdentities(db)).find((row) => row.id === id)
  return found ?? raise('NOT_FOUND', 'This signing identity is no longer in the workspace.')
}

/** DER of a certificate kept as text. */
export function certificateOf({ certificate }: Pick<SigningIdentityTable, 'certificate'>): Uint8Array {
  return derOf(certificate)
}

/** DER of the certificates that lead from an imported identity's to its authority. */
export function chainOf({ chain }: Pick<SigningIdentityTable, 'chain'>): Uint8Array[] {
  return (chain?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(derOf)
}

/** Opens the private key. Raises PASSPHRASE_NEEDED, PASSPHRASE_WRONG, or SIGNING_KEY_LOCKED where the key is not here or was sealed on
 *  another machine. */
export async function openKey(
  { ports }: Pick<IdentityContext, 'ports'>,
  row: KeptIdentity,
  passphrase: string | undefined,
): Promise<Identity> {
  if (!row.sealed) return raise('SIGNING_KEY_LOCKED', `The key of ${row.name} is not in this workspace; only its certificate is.`)
  if (row.sealed_with === 'passphrase' && passphrase === undefined)
    return raise('PASSPHRASE_NEEDED', `The signing key of ${row.name} is kept under a passphrase, which must be given at each signing.`)
  const privateKey =
    row.sealed_with === 'passphrase' ? await openUnder(passphrase ?? '', row.sealed) : await ports.secrets.unseal(row.sealed)
  if (!isKeyOf(privateKey, row.certificate))
    return raise('SIGNING_KEY_LOCKED', `The key that is kept for ${row.name} belongs to another certificate.`)
  return { certificate: certificateOf(row), privateKey }
}

/** A key can outlive its certificate, which undo takes back; another may have come in with a file under the same id since. */
function isKeyOf(privateKey: Uint8Array, certificate: string): boolean {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  return new X509Certificate(certificate).checkPrivateKey(key)
}

function derOf(pem: string): Uint8Array {
  return new Uint8Array(new X509Certificate(pem).raw)
}
