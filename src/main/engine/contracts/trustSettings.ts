import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import type { z } from 'zod'
import type { VerifyReport } from '#src/shared/contract/verification.ts'
import type { EngineContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Revocation } from '../documents/verify/revocation.ts'
import type { Anchor, TrustSettings } from '../documents/verify/trust.ts'
import { sha256 } from '../files.ts'
import { trustedAuthorities } from './trust.ts'

type TrustRow = z.infer<typeof VerifyReport>['signatures'][number]['trust']

/** Whom this workspace trusts, and what it calls the reason. */
export interface WorkspaceTrust {
  settings: TrustSettings
  sourceOf(anchor: Anchor | null): TrustRow
}

/** Trust as this workspace gives it: to its own authority, to those a person chose, to signers accepted one by one, and, for time stamps
 *  alone, to the public authorities that come with the program. What the workspace itself has kept proves since when it has been there. */
export async function workspaceTrust({ read, ports, readPdf }: Pick<EngineContext, 'read' | 'ports' | 'readPdf'>): Promise<WorkspaceTrust> {
  const authorities = await trustedAuthorities(read)
  const accepted = await read.selectFrom('accepted_signer').select(['id', 'certificate', 'accepted_by', 'created_at']).execute()
  const settings: TrustSettings = {
    trustedCertificates: authorities.map(({ certificate }) => certificate),
    acceptedSigners: accepted.map(({ certificate }) => derOf(certificate)),
    timeStampAuthorities: publicAuthorities,
    revocations: await revocationsOf(read),
    keptSince: (bytes) => keptSince(read, bytes),
    readPdf,
    now: new Date(ports.clock.now()),
  }
  return {
    settings,
    sourceOf(anchor) {
      if (!anchor) return null
      const { name, fingerprint } = anchor
      const one = accepted.find(({ id }) => id === fingerprint)
      if (anchor.kind === 'accepted signer') {
        return { source: 'accepted signer', name, fingerprint, acceptedBy: one?.accepted_by ?? null, acceptedAt: one?.created_at ?? null }
      }
      const authority = authorities.find((candidate) => candidate.fingerprint === fingerprint)
      const source = !authority ? 'public time stamp authority' : authority.isOwn ? 'this workspace' : 'trusted authority'
      return { source, name, fingerprint, acceptedBy: null, acceptedAt: null }
    },
  }
}

let roots: Uint8Array[] | undefined

/** The authorities that Node carries (Mozilla's list). Certificates for time stamps must name that purpose, so nothing else of theirs
 *  counts. */
function publicAuthorities(): Uint8Array[] {
  roots ??= rootCertificates.map(derOf)
  return roots
}

async function revocationsOf(db: ReadDb): Promise<Revocation[]> {
  const rows = await db
    .selectFrom('signing_identity')
    .select(['certificate', 'revoked_at', 'revocation_reason'])
    .where('revoked_at', 'is not', null)
    .execute()
  return rows.flatMap(({ certificate, revoked_at: at, revocation_reason: reason }) =>
    at ? [{ fingerprint: sha256(derOf(certificate)), at: new Date(at), reason }] : [],
  )
}

async function keptSince(db: ReadDb, bytes: Uint8Array): Promise<Date | null> {
  const row = await db.selectFrom('file').select('created_at').where('id', '=', sha256(bytes)).executeTakeFirst()
  return row ? new Date(row.created_at) : null
}

function derOf(pem: string): Uint8Array {
  return new Uint8Array(new X509Certificate(pem).raw)
}
