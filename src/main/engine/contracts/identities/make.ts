import { X509Certificate } from 'node:crypto'
import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { identities } from '#src/shared/contract/identities.ts'
import type { TaskContext } from '../../context.ts'
import { issueCertificate } from '../../documents/signing/authority.ts'
import { importSigningKey } from '../../documents/signing/keys.ts'
import { readKeyFile } from '../../documents/signing/keyFile/readKeyFile.ts'
import { describeCertificate, isMeantFor, parseCertificate } from '../../documents/verify/certificates.ts'
import { weaknessOfKey } from '../../documents/verify/cms/algorithms.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { fingerprintOf } from '../trust.ts'
import { prepared, type Keeping, type OpenIdentity } from './keep.ts'
import { keptAuthority, moment, newAuthority, openAuthority } from './open.ts'
import { keptIdentities, keptIdentity, type KeptIdentity } from './rows.ts'

type Input<Name extends keyof typeof identities> = z.infer<NonNullable<(typeof identities)[Name]['~orpc']['inputSchema']>>
interface Made {
  id: string
  fingerprint: string
  entryId: string | null
}

/** A key file is a few kilobytes; certificates of long chains make it a few more. */
const largestKeyFile = 1_000_000

/** Makes a signing identity for somebody of the agency. Raises CONFLICT where they have one that still holds. */
export async function createIdentity(context: TaskContext, { name, email, passphrase }: Input<'create'>): Promise<Made> {
  const holding = (await keptIdentities(context.read)).find(
    (row) => row.kind === 'signer' && row.sealed !== null && row.name === name && row.email === email && isHolding(row, moment(context)),
  )
  if (holding)
    raise('CONFLICT', `${name} has a signing identity already, valid until ${holding.valid_to.slice(0, 10)}. Renew or revoke it instead.`)
  const { authority, organisation } = await ourAuthority(context)
  const issued = await issueCertificate(authority, { name, email, organisation }, moment(context))
  const made = { ...issued, kind: 'signer' as const, name, email, issuerId: authority.id, chain: [authority.certificate] }
  return keep(context, `Made a signing identity for ${name}`, [authority, await prepared(context, made, keepingFor(passphrase))])
}

/** Takes in a signing identity from a key file. Raises NOT_A_KEY_FILE, PASSPHRASE_WRONG, CERTIFICATE_EXPIRED, or CONFLICT where it is here
 *  already. */
export async function importIdentity(context: TaskContext, input: Input<'importKeyFile'>): Promise<Made> {
  const { bytes } = await context.grants.readBytes(input.file, largestKeyFile)
  const file = readKeyFile(bytes, input.filePassphrase)
  await expectAbleToSign(file.certificate, file.privateKey, moment(context))
  const fingerprint = fingerprintOf(file.certificate)
  const known = (await keptIdentities(context.read)).find(
    (row) => row.sealed !== null && new X509Certificate(row.certificate).raw.equals(file.certificate),
  )
  if (known) raise('CONFLICT', `This identity is in the workspace already, as ${known.name} (${fingerprint.slice(0, 16)}).`)
  const about = describeCertificate(file.certificate)
  const name = input.name ?? about.name
  const email = input.email === undefined ? about.email : input.email
  const made = { ...file, kind: 'signer' as const, name, email, issuerId: null }
  return keep(context, `Took in the signing identity of ${name}`, [await prepared(context, made, keepingFor(input.passphrase))])
}

/** A new key and certificate in place of one that runs out. Raises CERTIFICATE_REVOKED, or CONFLICT for one that others issued. */
export async function renewIdentity(context: TaskContext, { id, passphrase }: Input<'renew'>): Promise<Made> {
  const old = await keptIdentity(context.read, id)
  if (old.revoked_at) raise('CERTIFICATE_REVOKED', `The signing identity of ${old.name} was revoked and cannot be renewed. Make a new one.`)
  if (old.kind === 'authority')
    return keep(context, `Renewed the signing authority of ${old.name}`, [await newAuthority(context, old.name)])
  if (old.issuer_id === null)
    raise(
      'CONFLICT',
      `The certificate of ${old.name} was issued by “${describeCertificate(new X509Certificate(old.certificate).raw).issuer}”, who alone can renew it. Take in the new key file.`,
    )
  if (old.sealed_with === 'passphrase' && passphrase === undefined)
    raise('PASSPHRASE_NEEDED', `The signing key of ${old.name} is kept under a passphrase; the new one needs a passphrase too.`)
  const { authority, organisation } = await ourAuthority(context)
  const issued = await issueCertificate(authority, { name: old.name, email: old.email, organisation }, moment(context))
  const made = {
    ...issued,
    kind: 'signer' as const,
    name: old.name,
    email: old.email,
    issuerId: authority.id,
    chain: [authority.certificate],
  }
  return keep(context, `Renewed the signing identity of ${old.name}`, [authority, await prepared(context, made, keepingFor(passphrase))])
}

/** The authority that issues here, made where there is none, and what its certificates call the agency. */
async function ourAuthority(context: TaskContext): Promise<{ authority: OpenIdentity; organisation: string | null }> {
  const { agency } = await settingsOf(context.read)
  const authority = (await keptAuthority(context)) ?? (await openAuthority(context, agency.name || 'Troupe'))
  return { authority, organisation: agency.legalName || agency.name || null }
}

async function keep(context: TaskContext, summary: string, made: readonly OpenIdentity[]): Promise<Made> {
  const { entryId } = await context.transact({ summary }, async (db) => {
    for (const identity of made) await identity.keep?.(db)
  })
  const newest = made.at(-1) ?? raise('INTERNAL')
  return { id: newest.id, fingerprint: fingerprintOf(newest.certificate), entryId }
}

function keepingFor(passphrase: string | undefined): Keeping {
  return passphrase === undefined ? { with: 'machine' } : { with: 'passphrase', passphrase }
}

function isHolding({ revoked_at: revokedAt, valid_to: validTo }: KeptIdentity, now: Date): boolean {
  return revokedAt === null && new Date(validTo) > now
}

async function expectAbleToSign(certificate: Uint8Array, privateKey: Uint8Array, now: Date): Promise<void> {
  const { validTo, publicKey } = new X509Certificate(certificate)
  if (now > new Date(validTo))
    raise('CERTIFICATE_EXPIRED', `The certificate in the file ran out on ${new Date(validTo).toISOString().slice(0, 10)}.`)
  if (!isMeantFor('documents', parseCertificate(certificate)))
    raise('NOT_A_KEY_FILE', 'The certificate in the file is not meant for signing documents.')
  const weakness = weaknessOfKey(publicKey)
  if (weakness) raise('NOT_A_KEY_FILE', `The key in the file cannot be used. ${weakness}`)
  await importSigningKey(privateKey)
}
