import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import type { PaperJob } from '../../documents/contract/drawAndSign.ts'
import { drawnAsItStands } from '../sent-content.ts'
import { contractToDraw, type ToDraw } from '../fill.ts'
import { keptFields } from '../kept.ts'
import { stateWord } from '../rows.ts'
import { statusOn } from '../status-rules.ts'
import type { Party } from './signers.ts'

/** What is to be signed: a contract still to be drawn, or the PDF that was sent or signed already. */
export interface Source {
  toDraw: ToDraw | null
  paper: PaperJob['source']
  /** Parties that have signed. */
  signed: readonly string[]
}

/** Kinds of documents that carry signatures made with a key. */
const signedKinds = new Set(['signed', 'countersigned', 'returned'])

/** What `party` is to sign. What is signed is signed on, what was sent is signed as it was sent, and only a draft is drawn as it stands.
 *  Raises CONFLICT where the party has signed already, or the contract is not open for signatures. */
export async function sourceOf(context: TaskContext, row: ContractTable, party: Party, signerName: string): Promise<Source> {
  const signatures = await context.read
    .selectFrom('contract_signature as s')
    .innerJoin('contract_document as d', 'd.id', 's.document_id')
    .where('s.contract_id', '=', row.id)
    .select(['s.role', 's.signer_name', 'd.kind', 'd.file_id'])
    .orderBy('d.id', 'desc')
    .execute()
  expectOpen(row, party, signatures, context.ports.clock.today())
  const signed = signatures.map(({ role }) => role)
  const newest = signatures.find(({ kind }) => signedKinds.has(kind))
  const sent = newest ?? (row.status === 'sent' ? await newestDrawn(context.read, row.id) : undefined)
  if (sent) return { toDraw: null, paper: { bytes: await context.files.read(sent.file_id) }, signed }
  const toDraw = await drawnToSign(context, row, party, signerName)
  const drawn = await drawnAsItStands(context.read, row.id, toDraw)
  const paper = drawn ? { bytes: await context.files.read(drawn) } : { document: toDraw.document, recorded: toDraw.recorded }
  return { toDraw, paper, signed }
}

function expectOpen(row: ContractTable, party: Party, signatures: readonly { role: string; signer_name: string }[], today: string): void {
  const status = statusOn(row, today)
  const earlier = signatures.find(({ role }) => role === party)
  if (earlier) raise('CONFLICT', `${earlier.signer_name} has signed contract ${row.number} for the ${party} already.`)
  if (status === 'internal approval')
    raise('CONFLICT', `Contract ${row.number} waits for approval inside the agency; approve it by marking it as sent.`)
  if (!['draft', 'sent', 'signed by one'].includes(status))
    raise('CONFLICT', `Contract ${row.number} is ${stateWord(status)}; nobody can sign it any more.`)
}

async function newestDrawn(db: ReadDb, contractId: string): Promise<{ file_id: string } | undefined> {
  return db
    .selectFrom('contract_document')
    .select('file_id')
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'rendered')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Where nothing says who represents the agency, whoever signs for it does. */
async function drawnToSign(context: TaskContext, row: ContractTable, party: Party, signerName: string): Promise<ToDraw> {
  const toDraw = await contractToDraw(context, context.read, row)
  if (party !== 'agency' || !toDraw.filled.missing.some(({ field }) => field === 'agency.representative')) return toDraw
  const { edited, signed } = keptFields(row)
  const fields = JSON.stringify({ edited: { ...edited, 'agency.representative': signerName }, signed })
  return contractToDraw(context, context.read, { ...row, fields })
}
