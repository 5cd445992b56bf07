import type { TaskContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import type { ContractSignatureTable, ContractTable } from '../../db/schema-contracts.ts'
import { completeContract } from '../complete.ts'
import { addToTrail } from '../trail.ts'

/** States in which a contract waits for a signature. */
const open = new Set(['sent', 'signed by one'])

export function waitsForSignature({ status }: Pick<ContractTable, 'status'>): boolean {
  return open.has(status)
}

/** The roles that have signed a contract so far. */
export async function signedRoles(db: ReadDb, contractId: string): Promise<string[]> {
  const rows = await db.selectFrom('contract_signature').select('role').where('contract_id', '=', contractId).execute()
  return rows.map(({ role }) => role)
}

export type Signed = Omit<ContractSignatureTable, 'id' | 'contract_id'>

/** Counts signatures that were made elsewhere, with a step in the trail for each; with the agency's and the other side's the contract is
 *  complete. Answers with what could not be planned, in sentences. */
export async function countSignatures(
  context: TaskContext,
  db: WriteDb,
  row: ContractTable,
  signed: readonly Signed[],
  { documentHash, detail, entryId }: { documentHash: string; detail: Readonly<Record<string, string | null>>; entryId: string },
): Promise<string[]> {
  const now = context.ports.clock.now()
  for (const one of signed) {
    await db
      .insertInto('contract_signature')
      .values({ ...one, id: context.ports.newId(), contract_id: row.id })
      .execute()
    const about = { role: one.role, method: one.method, signedAt: one.signed_at, ...detail }
    await addToTrail(context, db, row.id, { kind: 'signed', actor: one.signer_name, detail: about, documentHash })
  }
  const roles = await signedRoles(db, row.id)
  const isComplete = roles.includes('agency') && roles.some((role) => role !== 'agency')
  const change = isComplete ? { status: 'signed by all', signed_at: now } : { status: 'signed by one' }
  await db
    .updateTable('contract')
    .set({ ...change, updated_at: now })
    .where('id', '=', row.id)
    .execute()
  return isComplete ? completeContract(context, db, row.id, { entryId, documentHash }) : []
}
