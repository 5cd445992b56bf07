import { X509Certificate } from 'node:crypto'
import { raise } from '#src/shared/contract/errors.ts'
import { createAuthority, issueCertificate } from '../../documents/signing/authority.ts'
import { fingerprintOf, trustedAuthorities } from '../trust.ts'
import { prepared, type OpenIdentity } from './keep.ts'
import { certificateOf, chainOf, keptIdentities, keptIdentity, openKey, type IdentityContext, type KeptIdentity } from './rows.ts'

/** How long before its end an identity is said to run out soon. */
export const renewalDays = 30

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** The workspace's own certificate authority, made on first need. One whose key lies on another machine is not used here: this machine
 *  makes its own. */
export async function openAuthority(context: IdentityContext, agencyName: string): Promise<OpenIdentity> {
  return (await keptAuthority(context)) ?? newAuthority(context, agencyName)
}

/** The newest authority that can issue here; null where there is none. */
export async function keptAuthority(context: IdentityContext): Promise<OpenIdentity | null> {
  const rows = await keptIdentities(context.read)
  const own = await ownAuthorities(context, rows)
  return firstOpening(
    context,
    own.filter(({ revoked_at: revokedAt, sealed }) => revokedAt === null && sealed !== null),
  )
}

/** Authorities of this workspace itself. One that a file brought in is none, whatever id it came under. */
async function ownAuthorities({ read }: IdentityContext, rows: readonly KeptIdentity[]): Promise<KeptIdentity[]> {
  const own = new Set((await trustedAuthorities(read)).filter(({ isOwn }) => isOwn).map(({ fingerprint }) => fingerprint))
  return rows.filter((row) => row.kind === 'authority' && own.has(fingerprintOf(certificateOf(row))))
}

export async function newAuthority(context: IdentityContext, agencyName: string): Promise<OpenIdentity> {
  const made = await createAuthority(`${agencyName} signing authority`, moment(context))
  return prepared(context, { ...made, kind: 'authority', name: agencyName, email: null, issuerId: null, chain: [] }, { with: 'machine' })
}

/** Whose signature is asked for. */
export interface AskedSigner {
  identityId?: string | undefined
  name: string
  email: string | null
  passphrase?: string | undefined
}

/** The agency's signer: the identity that was chosen, or the newest of that name, or, where there is none of that name, a new one whose key
 *  the machine keeps. `authority` is asked only for a new one. Raises CERTIFICATE_REVOKED, CERTIFICATE_EXPIRED, CLOCK_WRONG,
 *  PASSPHRASE_NEEDED, PASSPHRASE_WRONG, SIGNING_KEY_LOCKED, or BAD_INPUT where the identity belongs to somebody else. */
export async function openAgencySigner(
  context: IdentityContext,
  asked: AskedSigner,
  organisation: string,
  authority: () => Promise<OpenIdentity>,
): Promise<OpenIdentity> {
  if (asked.identityId !== undefined) return openChosen(context, asked.identityId, asked)
  const rows = await keptIdentities(context.read)
  const own = await ownAuthorities(context, rows)
  const signers = rows.filter((row) => row.kind === 'signer' && row.sealed !== null && isMeant(row, asked) && isVouchedFor(row, own))
  const open = await firstOpening(context, signers, asked.passphrase)
  return open ?? newSigner(context, await authority(), { name: asked.name, email: asked.email, organisation })
}

/** A signer whom the workspace's authority vouches for, its key kept by the machine. */
async function newSigner(
  context: IdentityContext,
  authority: OpenIdentity,
  holder: { name: string; email: string | null; organisation: string | null },
): Promise<OpenIdentity> {
  const made = await issueCertificate(authority, holder, moment(context))
  const { name, email } = holder
  return prepared(
    context,
    { ...made, kind: 'signer', name, email, issuerId: authority.id, chain: [authority.certificate] },
    { with: 'machine' },
  )
}

/** A certificate for somebody who signs here in person once; its key is never kept. */
export async function oneTimeSigner(
  context: IdentityContext,
  authority: OpenIdentity,
  { name, email }: { name: string; email: string | null },
): Promise<OpenIdentity> {
  const made = await issueCertificate(authority, { name, email }, moment(context))
  return prepared(
    context,
    { ...made, kind: 'signer', name, email, issuerId: authority.id, chain: [authority.certificate] },
    { with: 'nothing' },
  )
}

async function openChosen(context: IdentityContext, id: string, asked: AskedSigner): Promise<OpenIdentity> {
  const row = await keptIdentity(context.read, id)
  if (row.kind === 'authority') return raise('BAD_INPUT', 'The authority issues certificates; it does not sign contracts.')
  if (!isMeant(row, { name: asked.name, email: null }))
    return raise('BAD_INPUT', `That signing identity belongs to ${row.name}, who alone can sign with it.`)
  if (!isVouchedFor(row, await ownAuthorities(context, await keptIdentities(context.read))))
    return raise('SIGNING_KEY_LOCKED', `The certificate of ${row.name} was not issued by the authority of this workspace.`)
  expectUsable(row, moment(context))
  return opened(context, row, asked.passphrase)
}

function isMeant(row: KeptIdentity, { name, email }: Pick<AskedSigner, 'name' | 'email'>): boolean {
  return row.name.localeCompare(name.trim(), undefined, { sensitivity: 'accent' }) === 0 && (email === null || row.email === email)
}

/** Whether one of our own authorities issued it, or it came in a key file and needs none of ours. */
function isVouchedFor(row: KeptIdentity, own: readonly KeptIdentity[]): boolean {
  if (row.issuer_id === null) return true
  const issuer = own.find(({ id }) => id === row.issuer_id)
  return issuer !== undefined && new X509Certificate(row.certificate).verify(new X509Certificate(issuer.certificate).publicKey)
}

/** The first that opens here. One sealed on another machine, or whose key belongs to another certificate, stays where it is; any other
 *  reason not to open ends the search. */
async function firstOpening(context: IdentityContext, rows: readonly KeptIdentity[], passphrase?: string): Promise<OpenIdentity | null> {
  for (const row of rows) {
    if (row.sealed_with === 'machine' && (await openKey(context, row, undefined).catch(() => null)) === null) continue
    expectUsable(row, moment(context))
    return opened(context, row, passphrase)
  }
  return null
}

async function opened(context: IdentityContext, row: KeptIdentity, passphrase: string | undefined): Promise<OpenIdentity> {
  const { certificate, privateKey } = await openKey(context, row, passphrase)
  const issuer = row.issuer_id ? await keptIdentity(context.read, row.issuer_id) : null
  return { id: row.id, name: row.name, certificate, privateKey, chain: issuer ? [certificateOf(issuer)] : chainOf(row), keep: null }
}

/** A certificate that ran out or was taken back makes signatures that nobody trusts; so does a clock from before it was made. */
function expectUsable(row: KeptIdentity, now: Date): void {
  const { validFrom, validTo } = new X509Certificate(row.certificate)
  if (row.revoked_at !== null)
    raise(
      'CERTIFICATE_REVOKED',
      `The signing identity of ${row.name} was revoked on ${day.format(new Date(row.revoked_at))}. Make a new one to sign.`,
    )
  if (now > new Date(validTo))
    raise('CERTIFICATE_EXPIRED', `The signing identity of ${row.name} ran out on ${day.format(new Date(validTo))}. Renew it to sign.`)
  if (now < new Date(validFrom)) {
    const [clock, start] = [day.format(now), day.format(new Date(validFrom))]
    raise(
      'CLOCK_WRONG',
      `This computer’s clock says ${clock}, but the certificate of ${row.name} is valid only from ${start}. Set the clock right.`,
    )
  }
}

/** A sentence where the identity's certificate runs out within the next weeks. */
export function endsSoon(context: Pick<IdentityContext, 'ports'>, { certificate, name }: OpenIdentity): string[] {
  const end = new Date(new X509Certificate(certificate).validTo)
  const days = (end.getTime() - moment(context).getTime()) / 86_400_000
  return days > renewalDays ? [] : [`The signing identity of ${name} runs out on ${day.format(end)}; renew it before that.`]
}

export function moment({ ports }: Pick<IdentityContext, 'ports'>): Date {
  return new Date(ports.clock.now())
}
