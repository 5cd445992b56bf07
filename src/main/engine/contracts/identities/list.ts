import { X509Certificate } from 'node:crypto'
import type { z } from 'zod'
import type { SigningIdentity } from '#src/shared/contract/identities.ts'
import type { EngineContext } from '../../context.ts'
import { describeCertificate } from '../../documents/verify/certificates.ts'
import { describeKey } from '../../documents/verify/cms/algorithms.ts'
import { fingerprintOf } from '../trust.ts'
import { moment, renewalDays } from './open.ts'
import { certificateOf, keptIdentities, type KeptIdentity } from './rows.ts'

type Listed = z.infer<typeof SigningIdentity>

/** The signing identities of the workspace, newest first. Without `all`, only those whose key is here. */
export async function listIdentities({ read, ports }: Pick<EngineContext, 'read' | 'ports'>, { all }: { all: boolean }): Promise<Listed[]> {
  const rows = await keptIdentities(read)
  return rows.filter((row) => all || row.sealed !== null).map((row) => listed(row, moment({ ports })))
}

function listed(row: KeptIdentity, now: Date): Listed {
  const certificate = certificateOf(row)
  const { issuer, serial, validFrom, validTo } = describeCertificate(certificate)
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: row.email,
    origin: row.sealed === null ? 'elsewhere' : row.kind === 'authority' || row.issuer_id ? 'this workspace' : 'key file',
    issuer,
    serial,
    fingerprint: fingerprintOf(certificate),
    key: describeKey(new X509Certificate(row.certificate).publicKey),
    validFrom,
    validTo,
    keptWith: row.sealed === null ? null : row.sealed_with,
    state: stateOn(row, { validFrom, validTo }, now),
    revokedAt: row.revoked_at,
    revocationReason: row.revocation_reason,
    createdAt: row.created_at,
  }
}

function stateOn(row: KeptIdentity, { validFrom, validTo }: { validFrom: string; validTo: string }, now: Date): Listed['state'] {
  if (row.revoked_at) return 'revoked'
  if (now < new Date(validFrom)) return 'not valid yet'
  const days = (Date.parse(validTo) - now.getTime()) / 86_400_000
  return days < 0 ? 'expired' : days <= renewalDays ? 'expires soon' : 'valid'
}
