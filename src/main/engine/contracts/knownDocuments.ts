import type { ReadDb } from '../db/handles.ts'
import { standing } from './standing.ts'

/** A document of a contract that is kept here. */
export interface KnownDocument {
  id: string
  kind: string
  contractId: string
  number: string
  createdAt: string
}

/** The kept document with exactly these bytes, by their SHA-256, of one contract where that is named. Of several, one a contract stands
 *  by or a scan, else the newest: a file refused for one contract may be what another one was signed with. */
export async function knownDocument(db: ReadDb, hash: string, contractId?: string): Promise<KnownDocument | null> {
  let rows = db
    .selectFrom('contract_document as d')
    .innerJoin('contract as t', 't.id', 'd.contract_id')
    .select(['d.id', 'd.kind', 'd.contract_id as contractId', 't.number', 'd.created_at as createdAt'])
    .where('d.file_id', '=', hash)
  if (contractId !== undefined) rows = rows.where('d.contract_id', '=', contractId)
  return (
    (await rows
      .orderBy((eb) => eb.case().when(standing(eb)).then(0).when('d.kind', '=', 'scan').then(0).else(1).end())
      .orderBy('d.id', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? null
  )
}

/** When and by whom the paper was signed that a kept scan shows. */
export async function scanOf(db: ReadDb, { id }: KnownDocument): Promise<{ signedOn: string; by: string[] } | null> {
  const rows = await db
    .selectFrom('contract_signature')
    .select(['signer_name', 'signed_at'])
    .where('document_id', '=', id)
    .orderBy('id')
    .execute()
  const [first] = rows
  return first ? { signedOn: first.signed_at.slice(0, 10), by: rows.map(({ signer_name: name }) => name) } : null
}
