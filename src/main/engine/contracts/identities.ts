import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { EngineContext } from '../context.ts'
import type { WriteDb } from '../db/handles.ts'
import { certificatePem, createAuthority, issueCertificate, type Identity } from '../documents/signing/authority.ts'
import { keepTrust } from './trust.ts'

/** An identity of this workspace with its private key open, for the moment of signing. */
export interface OpenIdentity extends Identity {
  id: string
  /** Rows still to be written in the transaction of the signature; none for one that is kept already. */
  keep: ((db: WriteDb) => Promise<void>) | null
}

type Context = Pick<EngineContext, 'read' | 'ports'>

/** The workspace's own certificate authority, made on first need. One whose key lies on another machine is not used here: this machine makes its own. */
export async function openAuthority(context: Context, agencyName: string): Promise<OpenIdentity> {
  return (
    (await openKept(context, 'authority', () => true)) ??
    newIdentity(context, 'authority', agencyName, null, null, await createAuthority(`${agencyName} signing authority`, moment(context)))
  )
}

/** The agency's signer of that name and address: kept and used again until it expires. */
export async function openAgencySigner(
  context: Context,
  authority: OpenIdentity,
  name: string,
  email: string | null,
): Promise<OpenIdentity> {
  const kept = await openKept(
    context,
    'signer',
    (row) => row.name === name && row.email === email && row.issuer_id === authority.id && row.valid_to > context.ports.clock.now(),
  )
  return kept ?? issueSigner(context, authority, name, email)
}

/** A certificate for somebody who signs here in person once; its key is never kept. */
export async function oneTimeSigner(context: Context, authority: OpenIdentity, name: string, email: string | null): Promise<OpenIdentity> {
  const { keep, ...signer } = await issueSigner(context, authority, name, email)
  return { ...signer, keep: keep && ((db) => keepCertificate(context, db, signer, 'signer', name, email, authority.id)) }
}

interface Row {
  id: string
  name: string
  email: string | null
  issuer_id: string | null
  valid_to: string
  certificate: string
  sealed: string
}

async function openKept({ read, ports }: Context, kind: 'authority' | 'signer', fits: (row: Row) => boolean): Promise<OpenIdentity | null> {
  const rows = await read
    .selectFrom('signing_identity as i')
    .innerJoin('sealed_key as k', 'k.id', 'i.id')
    .where('i.kind', '=', kind)
    .select(['i.id', 'i.name', 'i.email', 'i.issuer_id', 'i.valid_to', 'i.certificate', 'k.sealed'])
    .orderBy('i.created_at', 'desc')
    .execute()
  for (const row of rows.filter(fits)) {
    // A key sealed on another machine stays where it is; the next one may open.
    const privateKey = await ports.secrets.unseal(row.sealed).catch(() => null)
    const certificate = new X509Certificate(row.certificate)
    if (privateKey && isKeyOf(privateKey, certificate))
      return { id: row.id, certificate: new Uint8Array(certificate.raw), privateKey, keep: null }
  }
  return null
}

/** A key can outlive its certificate, which undo takes back; another may have come in with a file under the same id since. */
function isKeyOf(privateKey: Uint8Array, certificate: X509Certificate): boolean {
  return certificate.checkPrivateKey(createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }))
}

async function issueSigner(context: Context, authority: OpenIdentity, name: string, email: string | null): Promise<OpenIdentity> {
  return newIdentity(context, 'signer', name, email, authority.id, await issueCertificate(authority, { name, email }, moment(context)))
}

function newIdentity(
  context: Context,
  kind: 'authority' | 'signer',
  name: string,
  email: string | null,
  issuerId: string | null,
  identity: Identity,
): OpenIdentity {
  const open = { ...identity, id: context.ports.newId() }
  return {
    ...open,
    keep: async (db) => {
      const sealed = await context.ports.secrets.seal(identity.privateKey)
      await keepCertificate(context, db, open, kind, name, email, issuerId)
      if (kind === 'authority')
        await keepTrust(db, { certificate: open.certificate, identityId: open.id, isOwn: true, at: context.ports.clock.now() })
      await db.insertInto('sealed_key').values({ id: open.id, sealed }).execute()
    },
  }
}

async function keepCertificate(
  { ports }: Context,
  db: WriteDb,
  { id, certificate }: Identity & { id: string },
  kind: 'authority' | 'signer',
  name: string,
  email: string | null,
  issuerId: string | null,
): Promise<void> {
  await db
    .insertInto('signing_identity')
    .values({
      id,
      kind,
      name,
      email,
      certificate: certificatePem(certificate),
      issuer_id: issuerId,
      valid_to: new Date(new X509Certificate(certificate).validTo).toISOString(),
      created_at: ports.clock.now(),
    })
    .execute()
}

function moment({ ports }: Context): Date {
  return new Date(ports.clock.now())
}
