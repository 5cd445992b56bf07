import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { ReadDb } from '../db/handles.ts'
import type { ContractDocumentTable, Schema } from '../db/schema.ts'

/** Documents a contract stands by: what we drew and signed, and of what came back only what was accepted. Scans stand beside it. For
 *  queries that call the table `d`. */
export function standing({ eb, or, exists, selectFrom, and }: ExpressionBuilder<Schema & { d: ContractDocumentTable }, 'd'>) {
  const isAccepted = exists(
    selectFrom('contract_signature as s')
      .select(sql<number>`1`.as('one'))
      .whereRef('s.document_id', '=', 'd.id'),
  )
  return or([
    eb('d.kind', 'in', ['rendered', 'signed', 'countersigned']),
    and([eb('d.kind', '=', 'returned'), isAccepted]),
  ]).$castTo<SqlBool>()
}

/** The newest document a contract stands by, if any. */
export async function standingDocument(db: Pick<ReadDb, 'selectFrom'>, contractId: string): Promise<ContractDocumentTable | undefined> {
  return db
    .selectFrom('contract_document as d')
    .selectAll('d')
    .where('d.contract_id', '=', contractId)
    .where(standing)
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
