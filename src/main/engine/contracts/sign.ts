import type { z } from 'zod'
import type { SignInput, SignResult } from '#src/shared/contract/contracts.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../context.ts'
import type { ContractTable } from '../db/schema.ts'
import type { SignatureMark } from '../documents/signing/appearance.ts'
import { signPdf } from '../documents/signing/sign.ts'
import { settingsOf } from '../workspace/settings.ts'
import { completeContract } from './complete.ts'
import { drawContract } from './fill.ts'
import { oneTimeSigner, openAgencySigner, openAuthority, type OpenIdentity } from './identities.ts'
import { keptFields } from './kept.ts'
import { keepDocument, keepDrawn, newestDocument } from './render.ts'
import { contractOf, stateWord } from './rows.ts'
import { fingerprintOf } from './trust.ts'
import { mergeValuesOf } from './values.ts'

type Input = z.infer<typeof SignInput>
type Result = z.infer<typeof SignResult>

/** The agency signs: draws the contract as it stands, signs it with the workspace's authority behind it, and keeps both versions.
 *  Raises CONFLICT where the agency has signed already or the contract is closed. */
export async function signContract(context: TaskContext, input: Input): Promise<Result> {
  const row = await contractOf(context.read, input.id)
  if (!['draft', 'sent'].includes(row.status))
    raise('CONFLICT', `Contract ${row.number} is ${row.status}; the agency signs a draft or what was sent.`)
  const drawn = await drawToSign(context, row, input.signerName)
  const authority = await openAuthority(context, drawn.subject.agency.name)
  const signer = await openAgencySigner(context, authority, input.signerName, input.signerEmail)
  const signed = await applySignature(context, drawn.bytes, 'agency', signer, authority, input, row)
  const fields = JSON.stringify({ ...keptFields(row), signed: mergeValuesOf(drawn.values) })
  return keepSignature(
    context,
    { row, role: 'agency', kind: 'signed', status: 'signed by one', input, signer, authority, signed, fields },
    async (db) => {
      await keepDrawn(context, db, [{ ...drawn, row }])
    },
    drawn.filled.missing.map(({ label }) => `Signed with a blank: ${label} was not known.`),
  )
}

/** The contract as it stands; where nothing says who represents the agency, whoever signs for it does. */
async function drawToSign(context: TaskContext, row: ContractTable, signerName: string): ReturnType<typeof drawContract> {
  const drawn = await drawContract(context, context.read, row)
  if (!drawn.filled.missing.some(({ field }) => field === 'agency.representative')) return drawn
  const { edited, signed } = keptFields(row)
  return drawContract(context, context.read, {
    ...row,
    fields: JSON.stringify({ edited: { ...edited, 'agency.representative': signerName }, signed }),
  })
}

/** The creator signs on this machine, after the agency; that completes the contract. Raises CONFLICT unless the agency alone has signed. */
export async function countersignContract(context: TaskContext, input: Input): Promise<Result> {
  const row = await contractOf(context.read, input.id)
  if (row.status !== 'signed by one') {
    raise(
      'CONFLICT',
      row.status === 'signed by all'
        ? `Contract ${row.number} is signed by both sides already.`
        : `Contract ${row.number} is ${stateWord(row.status)}; the agency signs first.`,
    )
  }
  const newest = await newestDocument(context.read, row.id)
  if (!newest) raise('NOT_FOUND', `The signed PDF of contract ${row.number} is not in the workspace.`)
  const authority = await openAuthority(context, (await settingsOf(context.read)).agency.name || 'Troupe')
  const signer = await oneTimeSigner(context, authority, input.signerName, input.signerEmail)
  const signed = await applySignature(context, await context.files.read(newest.file_id), 'creator', signer, authority, input, row)
  return keepSignature(
    context,
    { row, role: 'creator', kind: 'countersigned', status: 'signed by all', input, signer, authority, signed, fields: row.fields },
    async () => undefined,
    [],
  )
}

async function applySignature(
  { ports }: TaskContext,
  bytes: Uint8Array,
  field: 'agency' | 'creator',
  signer: OpenIdentity,
  authority: OpenIdentity,
  input: Input,
  row: ContractTable,
): Promise<Uint8Array> {
  return signPdf(bytes, {
    field,
    signer,
    chain: [authority.certificate],
    name: input.signerName,
    mark: markOf(input),
    reason: input.reason ?? null,
    at: new Date(ports.clock.now()),
    language: row.language,
  })
}

/** A drawn mark comes in parts of the pad's width and height; the pad's shape gives the strokes their proportions back. */
function markOf({ mark, signerName }: Input): SignatureMark {
  if (!mark) return { kind: 'typed', name: signerName }
  if (mark.kind === 'typed') return { kind: 'typed', name: mark.text }
  return { kind: 'drawn', strokes: mark.strokes.map((stroke) => stroke.map(([x, y]) => ({ x: x * mark.aspect, y }))) }
}

interface Signature {
  row: ContractTable
  role: 'agency' | 'creator'
  kind: 'signed' | 'countersigned'
  status: 'signed by one' | 'signed by all'
  input: Input
  signer: OpenIdentity
  authority: OpenIdentity
  signed: Uint8Array
  fields: string
}

async function keepSignature(
  context: TaskContext,
  made: Signature,
  before: (db: Parameters<Parameters<TaskContext['transact']>[1]>[0]) => Promise<void>,
  warnings: string[],
): Promise<Result> {
  const { row, role, kind, status, input, signer, authority, signed, fields } = made
  const now = context.ports.clock.now()
  const summary =
    role === 'agency'
      ? `${input.signerName} signed contract ${row.number} for the agency`
      : `${input.signerName} countersigned contract ${row.number}`
  const { result, entryId } = await context.transact({ summary }, async (db, _, signing) => {
    // Drawing and signing took a while outside this transaction; nobody may have signed meanwhile.
    const current = await contractOf(db, row.id)
    if (current.status !== row.status || current.updated_at !== row.updated_at)
      raise('CONFLICT', `Contract ${row.number} was changed while it was being signed; nothing was kept. Look at it and sign again.`)
    await authority.keep?.(db)
    await signer.keep?.(db)
    await before(db)
    const documentId = await keepDocument(context, db, row, kind, signed, null)
    await db
      .insertInto('contract_signature')
      .values({
        id: context.ports.newId(),
        contract_id: row.id,
        document_id: documentId,
        role,
        signer_name: input.signerName,
        method: input.mark?.kind ?? 'typed',
        certificate_fingerprint: fingerprintOf(signer.certificate),
        signed_at: now,
      })
      .execute()
    await db
      .updateTable('contract')
      .set({ status, fields, updated_at: now, ...(status === 'signed by all' ? { signed_at: now } : {}) })
      .where('id', '=', row.id)
      .execute()
    const followed = status === 'signed by all' ? await completeContract(context, db, row.id, signing) : []
    const document = await db.selectFrom('contract_document').select('file_id').where('id', '=', documentId).executeTakeFirstOrThrow()
    return { documentId, hash: document.file_id, followed }
  })
  const { followed, ...kept } = result
  return { ...kept, status, warnings: [...warnings, ...followed], entryId }
}
