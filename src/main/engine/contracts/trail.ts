import { createHash } from 'node:crypto'
import type { AuditWords } from '#src/shared/domain/audit-entry.ts'
import type { EngineContext } from '../context.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { ContractEventTable } from '../db/schema-contracts.ts'

/** What can happen to a contract. Each has its words on the audit page, in every language. */
export type TrailKind = keyof AuditWords['kinds']

export interface TrailStep {
  kind: TrailKind
  /** Who did it, by name; the agency's user, or the signer. */
  actor: string
  /** What else there is to say, as plain data: how a signer was identified, the field signed, a reason. */
  detail?: Readonly<Record<string, string | number | boolean | null>>
  /** SHA-256 of the PDF this step made or took in, hexadecimal. */
  documentHash?: string | null
}

/** Adds one step to a contract's audit trail, chained to the one before by its hash. Belongs into the transaction of what it tells. */
export async function addToTrail(
  { ports }: Pick<EngineContext, 'ports'>,
  db: WriteDb,
  contractId: string,
  { kind, actor, detail = {}, documentHash = null }: TrailStep,
): Promise<ContractEventTable> {
  const last = await db
    .selectFrom('contract_event')
    .select(['sequence', 'hash'])
    .where('contract_id', '=', contractId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const step = {
    contract_id: contractId,
    sequence: (last?.sequence ?? 0) + 1,
    at: ports.clock.now(),
    kind,
    actor,
    detail: JSON.stringify(detail),
    document_hash: documentHash,
    previous_hash: last?.hash ?? null,
  }
  const row = { id: ports.newId(), ...step, hash: hashOf(step) }
  await db.insertInto('contract_event').values(row).execute()
  // So that undoing an earlier step is refused: it would tear the chain.
  await db.updateTable('contract').set({ updated_at: step.at }).where('id', '=', contractId).execute()
  return row
}

/** The steps of a contract's audit trail, first to last. */
export async function trailOf(db: ReadDb, contractId: string): Promise<ContractEventTable[]> {
  return db.selectFrom('contract_event').selectAll().where('contract_id', '=', contractId).orderBy('sequence').execute()
}

/** The first step whose hash does not fit, or that does not follow the one before; null for a whole chain. */
export function brokenStep(trail: readonly ContractEventTable[]): ContractEventTable | null {
  const follows = (step: ContractEventTable, at: number) =>
    step.sequence === at + 1 && step.previous_hash === (trail[at - 1]?.hash ?? null) && step.hash === hashOf(step)
  return trail.find((step, at) => !follows(step, at)) ?? null
}

/** SHA-256 over the step as a JSON array in this order, the hash before it last. */
function hashOf(step: Omit<ContractEventTable, 'id' | 'hash'>): string {
  const { contract_id, sequence, at, kind, actor, detail, document_hash, previous_hash } = step
  const text = JSON.stringify([contract_id, sequence, at, kind, actor, detail, document_hash, previous_hash])
  return createHash('sha256').update(text).digest('hex')
}
