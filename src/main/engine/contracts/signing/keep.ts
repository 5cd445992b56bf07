import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { Paper } from '../../documents/contract/drawAndSign.ts'
import type { RenderedContract } from '../../documents/contract/types.ts'
import type { StagedFile } from '../../files.ts'
import { identityOf } from '../../workspace/identity.ts'
import { problemsOf } from '../checks/checks.ts'
import { completeContract } from '../complete.ts'
import { filledContract } from '../fill.ts'
import { keptFields } from '../kept.ts'
import { keepDocument, keepDrawn } from '../render.ts'
import { contractOf } from '../rows.ts'
import { textToKeep } from '../sent-content.ts'
import { addToTrail } from '../trail.ts'
import { fingerprintOf } from '../trust.ts'
import { englishName, mergeValuesOf } from '../values.ts'
import type { Prepared } from './prepare.ts'
import type { Source } from './source.ts'

export interface KeptSignature {
  documentId: string
  hash: string
  status: 'signed by one' | 'signed by all'
  warnings: string[]
}

/** A signed PDF, and what was drawn for it, as bytes or as the files they lie in already. */
export interface PaperToKeep extends Pick<Paper, 'before'> {
  drawn: (Pick<RenderedContract, 'signaturePlaces'> & { bytes: Uint8Array | StagedFile }) | null
  signed: Uint8Array | StagedFile
}

/** Keeps one signature with all that follows from it: what was drawn, the signed PDF, the trail, and, once all have signed, the obligations.
 *  Raises CONFLICT where the contract was changed since it was prepared. */
export async function keepSignature(
  context: TaskContext,
  db: WriteDb,
  entryId: string,
  { act, source }: Pick<Prepared, 'act'> & { source: Omit<Source, 'paper'> },
  { drawn, signed, before }: PaperToKeep,
): Promise<KeptSignature> {
  const { row, party, asked, signer, level, at } = act
  const current = await contractOf(db, row.id)
  if (current.status !== row.status || current.updated_at !== row.updated_at)
    raise('CONFLICT', `Contract ${row.number} was changed while it was being signed; nothing was kept. Look at it and sign again.`)
  const { toDraw } = source
  const filled = toDraw ?? (await filledContract(db, row, (await identityOf(db)).name))
  const problems = await problemsOf(db, row, filled, context.ports.clock.today())
  if (drawn && toDraw) await keepDrawn(context, db, [{ text: () => textToKeep(toDraw), ...drawn, row }])
  const isComplete = new Set([...source.signed, party]).size === 2
  const status = isComplete ? 'signed by all' : 'signed by one'
  const documentId = await keepDocument(context, db, row, isComplete ? 'countersigned' : 'signed', signed, null)
  const fingerprint = fingerprintOf(signer.certificate)
  await db
    .insertInto('contract_signature')
    .values({
      id: context.ports.newId(),
      contract_id: row.id,
      document_id: documentId,
      role: party,
      signer_name: asked.signerName,
      method: act.mark.kind,
      certificate_fingerprint: fingerprint,
      signed_at: at.toISOString(),
      identified: asked.identified ?? null,
      reason: asked.reason ?? null,
      level,
    })
    .execute()
  const { file_id: hash } = await db
    .selectFrom('contract_document')
    .select('file_id')
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow()
  const detail = { party, method: act.mark.kind, level, identified: asked.identified ?? null, certificate: fingerprint, fileBefore: before }
  await addToTrail(context, db, row.id, { kind: 'signed', actor: asked.signerName, detail, documentHash: hash })
  const now = context.ports.clock.now()
  const fields = toDraw ? JSON.stringify({ ...keptFields(row), signed: mergeValuesOf(toDraw.values) }) : row.fields
  await db
    .updateTable('contract')
    .set({ status, fields, updated_at: now, ...(isComplete ? { signed_at: at.toISOString() } : {}) })
    .where('id', '=', row.id)
    .execute()
  const followed = isComplete ? await completeContract(context, db, row.id, { entryId, documentHash: hash }) : []
  const blanks = toDraw?.filled.missing.map(({ field }) => `Signed with a blank: ${englishName(field)} was not known.`) ?? []
  return {
    documentId,
    hash,
    status,
    warnings: [...blanks, ...problems.map((message) => `Signed though a check says: ${message}`), ...followed],
  }
}
