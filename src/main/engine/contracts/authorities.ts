import { X509Certificate } from 'node:crypto'
import type { z } from 'zod'
import type { Authority as AuthoritySchema } from '#src/shared/contract/contracts.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { fingerprintOf, keepTrust } from './trust.ts'

type Authority = z.infer<typeof AuthoritySchema>

interface Known extends Authority {
  identityId: string
  certificate: Uint8Array
}

/** Every authority that is known here, our own first, then by name: also those that came in with campaign files. */
export async function listAuthorities(db: ReadDb): Promise<Authority[]> {
  return (await knownAuthorities(db)).map(({ fingerprint, name, own, trusted, validTo }) => ({ fingerprint, name, own, trusted, validTo }))
}

/** Lets signatures of that authority count. Raises NOT_FOUND. */
export async function trustAuthority(context: MutationContext, { fingerprint }: { fingerprint: string }): Promise<{ entryId: string }> {
  const { trusted, name, certificate, identityId } = await authorityOf(context.write, fingerprint)
  if (!trusted) await keepTrust(context.write, { certificate, identityId, isOwn: false, at: context.ports.clock.now() })
  context.describe(`Trusted the signing authority of ${name}`)
  return { entryId: context.entryId }
}

/** From now on signatures of that authority are shown as not trusted. Raises NOT_FOUND, and CONFLICT for our own. */
export async function distrustAuthority(context: MutationContext, { fingerprint }: { fingerprint: string }): Promise<{ entryId: string }> {
  const { own, name } = await authorityOf(context.write, fingerprint)
  if (own) raise('CONFLICT', 'That is the authority of this workspace itself, which is always trusted.')
  await context.write.deleteFrom('trusted_authority').where('id', '=', fingerprint).execute()
  context.describe(`Stopped trusting the signing authority of ${name}`)
  return { entryId: context.entryId }
}

async function authorityOf(db: ReadDb, fingerprint: string): Promise<Known> {
  const found = (await knownAuthorities(db)).find((authority) => authority.fingerprint === fingerprint)
  return found ?? raise('NOT_FOUND', 'No authority with that fingerprint is known in this workspace.')
}

async function knownAuthorities(db: ReadDb): Promise<Known[]> {
  const rows = await db
    .selectFrom('signing_identity')
    .select(['id', 'name', 'certificate', 'valid_to'])
    .where('kind', '=', 'authority')
    .orderBy('id')
    .execute()
  const trust = new Map((await db.selectFrom('trusted_authority').selectAll().execute()).map((row) => [row.id, row]))
  const known = rows.map(({ id, name, certificate: pem, valid_to: validTo }): Known => {
    const certificate = new Uint8Array(new X509Certificate(pem).raw)
    const fingerprint = fingerprintOf(certificate)
    const kept = trust.get(fingerprint)
    return { fingerprint, name, validTo, trusted: kept !== undefined, own: kept?.is_own === 1, identityId: id, certificate }
  })
  // One certificate may have come in under two ids.
  const unique = [...new Map(known.toReversed().map((authority) => [authority.fingerprint, authority])).values()]
  return unique.toSorted((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name))
}
