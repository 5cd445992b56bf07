import { X509Certificate } from 'node:crypto'
import type { WriteDb } from '../../db/handles.ts'
import { certificatePem, type Identity } from '../../documents/signing/authority.ts'
import { keepTrust } from '../trust.ts'
import { sealUnder } from './passphrase.ts'
import type { IdentityContext } from './rows.ts'

/** An identity of this workspace with its private key open, for the moment of signing. */
export interface OpenIdentity extends Identity {
  id: string
  name: string
  /** Certificates that lead from this one to its authority. */
  chain: readonly Uint8Array[]
  /** Rows still to be written in the transaction of the signature; null for one that is kept already. */
  keep: ((db: WriteDb) => Promise<void>) | null
}

/** What is known of an identity that is to be kept. */
export interface NewIdentity extends Identity {
  kind: 'authority' | 'signer'
  name: string
  email: string | null
  issuerId: string | null
  chain: readonly Uint8Array[]
}

/** How its key is kept: in the machine's keychain, under a passphrase, or not at all. */
export type Keeping = { with: 'machine' } | { with: 'passphrase'; passphrase: string } | { with: 'nothing' }

/** Seals the key, which may take a moment, and gives the identity with its rows still to be written. */
export async function prepared(context: IdentityContext, made: NewIdentity, keeping: Keeping): Promise<OpenIdentity> {
  const id = context.ports.newId()
  const sealed = await sealedWith(context, made.privateKey, keeping)
  const { certificate, privateKey, name, chain } = made
  return {
    id,
    certificate,
    privateKey,
    name,
    chain,
    keep: async (db) => {
      await keepCertificate(context, db, id, made)
      if (sealed)
        await db
          .insertInto('sealed_key')
          .values({ id, ...sealed })
          .execute()
    },
  }
}

async function sealedWith(
  { ports }: IdentityContext,
  privateKey: Uint8Array,
  keeping: Keeping,
): Promise<{ sealed: string; sealed_with: 'machine' | 'passphrase' } | null> {
  switch (keeping.with) {
    case 'machine':
      return { sealed: await ports.secrets.seal(privateKey), sealed_with: 'machine' }
    case 'passphrase':
      return { sealed: await sealUnder(keeping.passphrase, privateKey), sealed_with: 'passphrase' }
    case 'nothing':
      return null
  }
}

async function keepCertificate({ ports, actor }: IdentityContext, db: WriteDb, id: string, made: NewIdentity): Promise<void> {
  const { kind, name, email, issuerId, certificate, chain } = made
  const at = ports.clock.now()
  await db
    .insertInto('signing_identity')
    .values({
      id,
      kind,
      name,
      email,
      certificate: certificatePem(certificate),
      chain: issuerId || kind === 'authority' ? null : chain.map(certificatePem).join(''),
      issuer_id: issuerId,
      valid_to: new Date(new X509Certificate(certificate).validTo).toISOString(),
      created_at: at,
    })
    .execute()
  if (kind === 'authority') await keepTrust(db, { certificate, identityId: id, isOwn: true, at })
  // Nobody here vouches for one that came in a key file, except the person who brought it.
  if (kind === 'signer' && issuerId === null) await accept(db, { certificate, name, by: actor, at })
}

async function accept(
  db: WriteDb,
  { certificate, name, by, at }: { certificate: Uint8Array; name: string; by: string; at: string },
): Promise<void> {
  const id = new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()
  await db
    .insertInto('accepted_signer')
    .values({ id, name, certificate: certificatePem(certificate), contract_id: null, accepted_by: by, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
