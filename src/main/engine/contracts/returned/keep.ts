import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { certificatePem } from '../../documents/signing/authority.ts'
import type { SignatureVerdict } from '../../documents/verify/verdict.ts'
import { sha256 } from '../../files.ts'
import { knownDocument } from '../knownDocuments.ts'
import { keepDocument } from '../render.ts'
import { contractOf } from '../rows.ts'
import { addToTrail } from '../trail.ts'
import { contractWords, keepReturnedVersion } from '../versions.ts'
import { wordsReturned, type Comparison, type Returned } from './compare.ts'
import { countSignatures, type Signed } from './counting.ts'
import type { Judgement, Signer } from './judge.ts'

/** A file that came back, judged. */
export interface Keeping {
  row: ContractTable
  returned: Returned
  fileName: string
  comparison: Comparison
  judgement: Judgement
  /** Who accepts the signer. */
  acceptedBy: string
}

export interface Kept {
  documentId: string
  warnings: string[]
  entryId: string | null
}

/** Keeps a file that came back with its words and a step in the trail, and counts the signature where it was accepted. Bytes that are kept
 *  already are not kept twice. Raises CONFLICT where the contract was changed since it was judged. */
export async function keepReturned(context: TaskContext, keeping: Keeping): Promise<Kept> {
  const { row, judgement, returned, fileName, comparison } = keeping
  const hash = sha256(returned.bytes)
  const known = await knownDocument(context.read, hash, row.id)
  if (known && judgement.code !== 'ACCEPTED') return { documentId: known.id, warnings: [], entryId: null }
  const summary = judgement.signature
    ? `Took in the signature of ${judgement.signer?.name ?? 'the other side'} on contract ${row.number}`
    : `Kept a file that came back for contract ${row.number}`
  const { result, entryId } = await context.transact({ summary }, async (db, _describe, entry) => {
    const current = await contractOf(db, row.id)
    if (current.updated_at !== row.updated_at)
      raise('CONFLICT', `Contract ${row.number} was changed while the file was read; nothing was kept. Take it in again.`)
    const documentId = await keepDocument(context, db, row, 'returned', returned.bytes, null)
    const ours = await contractWords(db, row.id, 'current')
    await keepReturnedVersion(context, db, row.id, wordsReturned(returned, ours), documentId)
    const detail = { file: fileName, code: judgement.code, recognisedBy: comparison.recognisedBy, sameBytes: comparison.sameBytes }
    await addToTrail(context, db, row.id, { kind: 'returned', actor: context.actor, detail, documentHash: hash })
    const { signature, signer } = judgement
    return { documentId, warnings: signature && signer ? await count(context, db, keeping, { signature, signer, documentId, entry }) : [] }
  })
  return { ...result, entryId }
}

interface Counted {
  signature: SignatureVerdict
  signer: Signer
  documentId: string
  entry: string
}

async function count(
  context: TaskContext,
  db: WriteDb,
  { row, returned, acceptedBy }: Keeping,
  { signature, signer, documentId, entry }: Counted,
): Promise<string[]> {
  const now = context.ports.clock.now()
  if (signer.newlyAccepted) await accept(db, signature, { contract_id: row.id, accepted_by: acceptedBy, created_at: now })
  const signed: Signed = {
    document_id: documentId,
    role: signer.role,
    signer_name: signer.name,
    method: signer.method,
    certificate_fingerprint: signature.certificate?.fingerprint ?? null,
    signed_at: signature.timeStamp?.at ?? signature.signedAt ?? now,
    identified: signer.method === 'page' ? 'by what they said on the signing page' : 'by the certificate of their own tool',
    reason: signature.reason,
    level: signature.level,
  }
  const detail = { field: signature.field, acceptedBy: signer.newlyAccepted ? acceptedBy : null }
  return countSignatures(context, db, row, [signed], { documentHash: sha256(returned.bytes), detail, entryId: entry })
}

/** From now on this signer's own certificate counts, which nobody here vouches for otherwise. */
async function accept(
  db: WriteDb,
  { certificate, signerCertificate, signer }: SignatureVerdict,
  about: { contract_id: string; accepted_by: string; created_at: string },
): Promise<void> {
  if (!certificate || !signerCertificate) return
  await db
    .insertInto('accepted_signer')
    .values({ id: certificate.fingerprint, name: signer, certificate: certificatePem(signerCertificate), ...about })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
