import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { revocationListDer, revocationListPem, signRevocationList, type RevocationReason } from '../../documents/signing/revocationList.ts'
import type { Identity } from '../../documents/signing/authority.ts'
import { keptAuthority, moment } from './open.ts'
import { certificateOf, keptIdentities, keptIdentity, openKey, type IdentityContext, type KeptIdentity } from './rows.ts'

/** An authority's newest list of what it has taken back. */
export interface RevocationList {
  /** DER. */
  list: Uint8Array
  number: number
  revoked: number
}

/** Takes an identity back: from now on it cannot sign here, and the authority's signed list says so to others. What it signed before the
 *  moment stays as good as the reason allows. Raises CONFLICT for one that is taken back already. */
export async function revokeIdentity(
  context: TaskContext,
  { id, reason }: { id: string; reason: RevocationReason },
): Promise<{ entryId: string | null }> {
  const row = await keptIdentity(context.read, id)
  if (row.revoked_at) raise('CONFLICT', `The signing identity of ${row.name} was revoked on ${row.revoked_at.slice(0, 10)} already.`)
  const summary = row.kind === 'authority' ? `Revoked the signing authority of ${row.name}` : `Revoked the signing identity of ${row.name}`
  // Its key may lie on another machine; the list is then made anew on that one, and the workspace's own record counts here at once.
  const issuer = row.issuer_id ? await keptIdentity(context.read, row.issuer_id) : row
  const signer =
    issuer.sealed && !(issuer.revoked_at && issuer !== row) ? await openKey(context, issuer, undefined).catch(() => null) : null
  const { entryId } = await context.transact({ summary }, async (db) => {
    const at = context.ports.clock.now()
    await db.updateTable('signing_identity').set({ revoked_at: at, revocation_reason: reason }).where('id', '=', id).execute()
    if (signer) await keepList(context, db, issuer.id, signer)
  })
  return { entryId }
}

/** The list of the authority that issues here, signed anew as of now and kept. Raises NOT_FOUND where nothing was ever signed here. */
export async function currentRevocationList(context: TaskContext): Promise<RevocationList> {
  const authority = await keptAuthority(context)
  if (!authority)
    return raise('NOT_FOUND', 'This workspace has no signing authority yet. The first signature, or "identities create", makes it.')
  const { result } = await context.transact({ summary: 'Signed the list of revoked certificates anew' }, (db) =>
    keepList(context, db, authority.id, authority),
  )
  return result
}

/** The list of one of our own authorities, for long-term data: signed as of now where its key is here, else the newest that is kept.
 *  `made` are identities that are not kept yet. Null for an authority that is not ours. */
export async function ownRevocationList(
  context: IdentityContext,
  authority: Uint8Array | undefined,
  made: readonly Identity[],
): Promise<Uint8Array | null> {
  if (!authority) return null
  const isIt = (certificate: Uint8Array) => Buffer.compare(certificate, authority) === 0
  const all = await keptIdentities(context.read)
  const row = all.find((one) => one.kind === 'authority' && isIt(certificateOf(one)))
  const open = row ? await openKey(context, row, undefined).catch(() => null) : made.find(({ certificate }) => isIt(certificate))
  const kept = row ? keptList(row) : null
  if (!open) return kept && revocationListDer(kept.pem)
  return signRevocationList(open, row ? revokedBy(all, row.id) : [], { now: moment(context), number: (kept?.number ?? 0) + 1 })
}

interface KeptList {
  number: number
  pem: string
}

async function keepList(context: IdentityContext, db: WriteDb, authorityId: string, signer: Identity): Promise<RevocationList> {
  const all = await keptIdentities(db)
  const authority = all.find(({ id }) => id === authorityId)
  const number = ((authority && keptList(authority)?.number) ?? 0) + 1
  const revoked = revokedBy(all, authorityId)
  const list = await signRevocationList(signer, revoked, { now: moment(context), number })
  const row: KeptList = { number, pem: revocationListPem(list) }
  await db
    .updateTable('signing_identity')
    .set({ revocation_list: JSON.stringify(row) })
    .where('id', '=', authorityId)
    .execute()
  return { list, number, revoked: revoked.length }
}

function keptList({ revocation_list: kept }: KeptIdentity): KeptList | null {
  return kept === null ? null : (JSON.parse(kept) as KeptList)
}

function revokedBy(all: readonly KeptIdentity[], authorityId: string): Parameters<typeof signRevocationList>[1] {
  return all
    .filter((row) => row.issuer_id === authorityId || row.id === authorityId)
    .flatMap((row) => {
      const { revoked_at: at, revocation_reason: reason } = row
      return at ? [{ certificate: certificateOf(row), at: new Date(at), reason: reasonIn(reason) }] : []
    })
}

function reasonIn(reason: string | null): RevocationReason {
  return (reason ?? 'unspecified') as RevocationReason
}
