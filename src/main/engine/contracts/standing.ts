import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { ContractDocumentTable } from '../db/schema-contracts.ts'
import type { Schema } from '../db/schema.ts'

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
