import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { ImportInput, ReturnReport } from '#src/shared/contract/contracts-returned.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { changesSinceVersion } from '../../documents/verify/changesAfterSigning.ts'
import type { TrustSettings } from '../../documents/verify/trust.ts'
import type { PdfVerdict, SignatureVerdict } from '../../documents/verify/verdict.ts'
import { verifyPdf } from '../../documents/verify/verifyPdf.ts'
import { sha256 } from '../../files.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { knownDocument } from '../knownDocuments.ts'
import { newestDocument } from '../render.ts'
import { contractOf, listContracts } from '../rows.ts'
import { workspaceTrust } from '../trustSettings.ts'
import { reportOn } from '../verify.ts'
import { contractWords, versionsOf } from '../versions.ts'
import { compareWithSent, readReturned, type Returned } from './compare.ts'
import { signedRoles, waitsForSignature } from './counting.ts'
import { judge, type Case } from './judge.ts'
import { keepReturned } from './keep.ts'
import { recognise, type Recognised } from './recognise.ts'

type Report = z.infer<typeof ReturnReport>

/** Larger than any contract. */
const largest = 50_000_000

/** Takes in a contract that somebody signed elsewhere. Whatever the verdict, the file is kept as a returned document; only where all is
 *  well the signature counts, and the last one completes the contract. Raises NOT_FOUND where neither the file nor the caller says which
 *  contract it is, FILE_*, NOT_A_PDF, PDF_ENCRYPTED where it cannot be read at all, PDF_TOO_HEAVY, and CONFLICT where the contract was changed meanwhile. */
export async function importSigned(context: TaskContext, { file, contractId, by }: z.infer<typeof ImportInput>): Promise<Report> {
  const { name: fileName, bytes } = await context.grants.readBytes(file, largest)
  const { settings } = await workspaceTrust(context)
  const { verdict, added, ...found } = await verifyReturned(context, bytes, contractId, fileName, settings)
  const { row } = found.recognised
  const question: Case = { ...(await caseOf(context, bytes, found, added)), verdict, added }
  const judgement = judge(question)
  const acceptedBy = by ?? ((await settingsOf(context.read)).agency.signerName || context.actor)
  const { comparison } = question
  const kept = await keepReturned(context, { row, returned: found.returned, fileName, comparison, judgement, acceptedBy })
  const { status } = await contractOf(context.read, row.id)
  return {
    accepted: judgement.code === 'ACCEPTED',
    code: judgement.code,
    message: judgement.message,
    warnings: [...judgement.warnings, ...kept.warnings],
    contract: { id: row.id, number: row.number, status },
    otherContract: question.otherContract,
    documentId: kept.documentId,
    verification: reportOn(verdict, await workspaceTrust(context), await knownDocument(context.read, sha256(bytes), row.id)),
    comparison,
    signer: judgement.signer,
    entryId: kept.entryId,
  }
}

interface Found {
  recognised: Recognised
  returned: Returned
  /** The contract it belongs to, where that is another one. */
  otherContract: Case['otherContract']
}

async function verifyReturned(
  context: TaskContext,
  bytes: Uint8Array,
  contractId: string | undefined,
  fileName: string,
  settings: TrustSettings,
): Promise<Found & { verdict: PdfVerdict; added: SignatureVerdict[] }> {
  const verdict = await verifyPdf(bytes, settings)
  const returned = await readReturned(context, bytes)
  const found = await recognise(context, bytes, returned.record)
  const named = contractId === undefined ? null : await contractOf(context.read, contractId)
  const recognised: Recognised | null = named && found?.row.id !== named.id ? { row: named, by: 'person', version: null } : found
  if (!recognised) {
    const carries = returned.record
      ? `carries the data of contract ${returned.record.number.slice(0, 100)}, which is not in this workspace`
      : 'does not say which contract it is'
    return raise('NOT_FOUND', `${fileName} ${carries}, and begins with no version that was sent. Name its contract.`)
  }
  const isAdded = ({ kind, coversUpTo }: SignatureVerdict) =>
    kind === 'signature' && (coversUpTo ?? Infinity) > (recognised.version?.size ?? 0)
  const accepted = await acceptingNew(bytes, verdict, verdict.signatures.filter(isAdded), settings)
  return {
    recognised,
    returned,
    otherContract: named ? otherContract(named, found, returned) : null,
    verdict: accepted,
    added: accepted.signatures.filter(isAdded),
  }
}

/** A file that belongs to another contract of ours, or carries the data of one that is not here. */
function otherContract(named: ContractTable, found: Recognised | null, { record }: Returned): Case['otherContract'] {
  if (found) return found.row.id === named.id ? null : { id: found.row.id, number: found.row.number }
  return record && record.id !== named.id ? { id: null, number: record.number } : null
}

/** Verifies once more with the new signers' own certificates accepted: where a person takes a signature in, that is the one thing that may
 *  be missing. Whoever signed in the agency's place must be known otherwise. */
async function acceptingNew(
  bytes: Uint8Array,
  verdict: PdfVerdict,
  added: readonly SignatureVerdict[],
  settings: TrustSettings,
): Promise<PdfVerdict> {
  const unknown = added.filter(({ field, trusted, intact, anchor }) => field !== 'agency' && intact && !trusted && !anchor)
  const certificates = unknown.flatMap(({ signerCertificate }) => signerCertificate ?? [])
  if (certificates.length === 0) return verdict
  return verifyPdf(bytes, { ...settings, acceptedSigners: [...(settings.acceptedSigners ?? []), ...certificates] })
}

async function caseOf(
  context: TaskContext,
  bytes: Uint8Array,
  { recognised, returned, otherContract: other }: Found,
  added: readonly SignatureVerdict[],
): Promise<Omit<Case, 'verdict' | 'added'>> {
  const { row, version } = recognised
  const { read } = context
  const newest = await newestDocument(read, row.id)
  const sentId = version?.documentId ?? newest?.id ?? null
  const sent =
    sentId === null ? undefined : await read.selectFrom('contract_document').select('kind').where('id', '=', sentId).executeTakeFirst()
  const [listed] = await listContracts(read, { id: row.id }, context.ports.clock.today())
  const firstEnd = Math.min(...added.map(({ coversUpTo }) => coversUpTo ?? Infinity))
  return {
    row,
    counterparty: listed?.counterparty ?? raise('NOT_FOUND', 'This contract is no longer in the workspace.'),
    keptAs: (await knownDocument(read, sha256(bytes), row.id))?.kind ?? null,
    otherContract: other,
    ...(await standOf(context, row, version)),
    comparison: await compareWithSent(context, recognised, sentId, returned),
    changes: version ? await changesSinceVersion(bytes, version.size, Number.isFinite(firstEnd) ? firstEnd : null, context.readPdf) : [],
    wasSigned: sent !== undefined && sent.kind !== 'rendered',
    signedRoles: await signedRoles(read, row.id),
  }
}

/** Whether what came back is built on the words last sent, and whether the contract waits for a signature. A draft does if nothing in it
 *  was changed since it was drawn: somebody sent it without saying so here. */
async function standOf(
  { read }: TaskContext,
  row: ContractTable,
  version: Recognised['version'],
): Promise<Pick<Case, 'isOldVersion' | 'isOpen'>> {
  const last = (await versionsOf(read, row.id)).findLast(({ origin }) => origin === 'agency')
  const isOldVersion = version !== null && typeof last?.document_id === 'string' && !version.builtOn.has(last.document_id)
  if (waitsForSignature(row)) return { isOldVersion, isOpen: true }
  if (row.status !== 'draft' || !last || !version || isOldVersion) return { isOldVersion, isOpen: false }
  const [now, then] = [await contractWords(read, row.id, 'current'), await contractWords(read, row.id, last.number)]
  return { isOldVersion, isOpen: isDeepStrictEqual(now, then) }
}
