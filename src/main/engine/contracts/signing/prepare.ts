import { raise } from '#src/shared/contract/errors.ts'
import type { AuditStep } from '#src/shared/domain/audit-entry.ts'
import type { TaskContext } from '../../context.ts'
import type { ContractEventTable, ContractTable } from '../../db/schema-contracts.ts'
import type { PaperJob } from '../../documents/contract/drawAndSign.ts'
import type { SignatureMark } from '../../documents/signing/appearance.ts'
import { describeCertificate } from '../../documents/verify/certificates.ts'
import type { OpenIdentity } from '../identities/keep.ts'
import { moment } from '../identities/open.ts'
import { trailOf } from '../trail.ts'
import { methodOf, type Asked, type Party } from './signers.ts'
import { sourceOf, type Source } from './source.ts'
import type { Stamping } from './stamping.ts'

/** One signature that is about to be made. */
export interface Act {
  row: ContractTable
  party: Party
  asked: Asked
  signer: OpenIdentity
  mark: SignatureMark
  level: string
  at: Date
}

/** What has been settled before anything is drawn or signed. */
export interface Prepared {
  act: Act
  source: Source
  job: PaperJob
}

interface Given extends Omit<Act, 'at' | 'level'> {
  stamping: Stamping | null
}

/** Settles what is signed, when, and what the audit page will say. Raises CONFLICT (see `sourceOf`), or CLOCK_WRONG where the contract was
 *  made in what this computer takes for the future. */
export async function prepareSignature(context: TaskContext, { stamping, ...given }: Given): Promise<Prepared> {
  const { row, party, asked, signer, mark } = given
  const source = await sourceOf(context, row, party, asked.signerName)
  const steps = await trailOf(context.read, row.id)
  const at = wholeSecond(moment(context))
  expectClock(at, row, steps)
  const level = stamping?.level ?? 'B-B'
  const request = {
    field: party,
    signer: { certificate: signer.certificate, privateKey: signer.privateKey },
    chain: signer.chain,
    name: asked.signerName,
    contact: asked.signerEmail,
    mark,
    reason: asked.reason ?? null,
    at,
    language: row.language,
  }
  const { issuer, fingerprint } = describeCertificate(signer.certificate)
  const entry = {
    field: party,
    role: party,
    name: asked.signerName,
    email: asked.signerEmail,
    at: at.toISOString(),
    isStamped: stamping !== null,
    identified: asked.identified ?? null,
    method: methodOf(asked),
    level,
    reason: asked.reason ?? null,
    certificate: { issuer, fingerprint },
    contract: { id: row.id, number: row.number },
    steps: steps.map(stepOf),
  }
  return { act: { ...given, level, at }, source, job: { source: source.paper, signature: { request, entry } } }
}

function stepOf({ sequence, at, kind, actor, detail, document_hash, previous_hash, hash }: ContractEventTable): AuditStep {
  return { sequence, at, kind, actor, detail: JSON.parse(detail), documentHash: document_hash, previousHash: previous_hash, hash }
}

/** PDF and certificates count in whole seconds. */
function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}

/** A signature dated before its contract would convince nobody. */
function expectClock(at: Date, row: ContractTable, steps: readonly ContractEventTable[]): void {
  const last = [row.created_at, ...steps.map((step) => step.at)].toSorted().at(-1) ?? row.created_at
  // Clocks of two laptops are never quite the same.
  if (at.getTime() >= Date.parse(last) - 10 * 60 * 1000) return
  const [now, then] = [at.toISOString(), last].map((instant) => instant.slice(0, 16).replace('T', ' '))
  raise(
    'CLOCK_WRONG',
    `This computer’s clock says ${now} UTC, but contract ${row.number} was worked on at ${then} UTC. Set the clock right. Nothing was signed.`,
  )
}
