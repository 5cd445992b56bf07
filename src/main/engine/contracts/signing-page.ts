import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { SigningPageResult } from '#src/shared/contract/contracts-sending.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { SigningPageData, SigningPageWords } from '#src/shared/signing-page.ts'
import type { TaskContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { auditWords } from '../documents/contract/auditWords.ts'
import { clauseLibrary } from '../documents/contract/library.ts'
import { fillSigningPage } from '../documents/signingPage.ts'
import { sha256 } from '../files.ts'
import type { EnginePorts } from '../ports.ts'
import { identityOf } from '../workspace/identity.ts'
import { problemsOf } from './checks/checks.ts'
import { drawContract, filledContract, type Filled } from './fill.ts'
import { fileNameOf, keepDrawn, type Drawn } from './render.ts'
import { contractOf, listContracts, type ContractRow } from './rows.ts'
import { textToKeep } from './sent-content.ts'
import { setContractStatus } from './status.ts'
import { isOpenForEdits } from './status-rules.ts'
import { addToTrail, trailOf } from './trail.ts'

type Result = z.infer<typeof SigningPageResult>

/** Larger is no contract, and no mail would carry it. */
const largestPdf = 20_000_000

/** Writes the one-file page on which the creator, or the client, signs in a browser, without a network, to a granted place. A draft is
 *  drawn for it and counts as sent from then on, with what the checks found as warnings; what was sent or what the agency has signed goes
 *  in as it is. Raises CONFLICT where the contract is not open for that signature, FILE_MISSING where this Troupe has not been built. */
export async function makeSigningPage(context: TaskContext, { id, file }: { id: string; file: string }): Promise<Result> {
  const row = await contractOf(context.read, id)
  const [listed] = await listContracts(context.read, { id }, context.ports.clock.today())
  if (!listed) raise('NOT_FOUND')
  await expectOpen(context, row, listed)
  const sent = await documentToSend(context, row)
  if (sent.bytes.length > largestPdf) raise('FILE_TOO_LARGE', `The PDF of contract ${row.number} is too large for a page that can be sent.`)
  // Of a draft, marking it as sent tells them.
  const problems = isOpenForEdits(row) ? [] : await problemsOf(context.read, row, sent.filled, context.ports.clock.today())
  const template = await builtPage(context.ports)
  const { result, entryId } = await context.transact(
    { summary: `Made the signing page of contract ${row.number}` },
    async (db, _, entry) => {
      const { updated_at: updatedAt } = await contractOf(db, id)
      if (updatedAt !== row.updated_at)
        raise('CONFLICT', `Contract ${row.number} was changed while its page was made. Make the page again before you send it.`)
      const documentId = sent.kept ?? (await keepDrawn(context, db, [{ ...sent.drawn, row }]))[0] ?? raise('INTERNAL')
      const marking = { ...context, write: db, describe: () => undefined, entryId: entry }
      const { warnings } = await setContractStatus(marking, { ids: [id], status: 'sent' })
      const hash = sha256(sent.bytes)
      const { role, name } = listed.counterparty
      await addToTrail(context, db, id, { kind: 'signing page made', actor: context.actor, detail: { role, name }, documentHash: hash })
      // Within the transaction, because the page holds the trail up to here, and no page is made that the trail does not tell of.
      const page = fillSigningPage(template, { ...(await pageData(context, row, listed, sent)), audit: await auditOf(db, row) }, sent.bytes)
      const fileName = await context.grants.writeBytes(file, page)
      return {
        documentId,
        warnings: [...warnings, ...problems.map((message) => `${row.number}: ${message}`)],
        hash,
        role,
        fileName,
        size: Buffer.byteLength(page),
      }
    },
  )
  return { ...result, entryId }
}

async function auditOf(db: ReadDb, { id, number, language }: ContractTable): Promise<SigningPageData['audit']> {
  const steps = (await trailOf(db, id)).map((step) => ({
    sequence: step.sequence,
    at: step.at,
    kind: step.kind,
    actor: step.actor,
    detail: JSON.parse(step.detail) as unknown,
    documentHash: step.document_hash,
    previousHash: step.previous_hash,
    hash: step.hash,
  }))
  return { contract: { id, number }, steps, words: auditWords(language) }
}

async function expectOpen({ read }: TaskContext, { id, number, status }: ContractTable, { counterparty }: ContractRow): Promise<void> {
  if (status === 'internal approval')
    raise('CONFLICT', `Contract ${number} waits for approval inside the agency. Mark it as sent, then make its signing page.`)
  const signed = await read
    .selectFrom('contract_signature')
    .select('signer_name')
    .where('contract_id', '=', id)
    .where('role', '=', counterparty.role)
    .executeTakeFirst()
  if (signed) raise('CONFLICT', `${signed.signer_name} has signed contract ${number} already.`)
  if (!['draft', 'sent', 'signed by one'].includes(status))
    raise('CONFLICT', `Contract ${number} is ${status}; nobody can sign it any more.`)
}

type Sent = { bytes: Uint8Array; filled: Filled } & (
  | { kept: string; drawn: null }
  /** Drawn just now. */
  | { kept: null; drawn: Omit<Drawn, 'row'> }
)

/** What the other side has been sent, or is to be: never what came back from it. */
async function documentToSend(context: TaskContext, row: ContractTable): Promise<Sent> {
  const newest =
    row.status === 'draft'
      ? undefined
      : await context.read
          .selectFrom('contract_document')
          .select(['id', 'file_id'])
          .where('contract_id', '=', row.id)
          .where('kind', 'in', ['rendered', 'signed'])
          .orderBy('id', 'desc')
          .executeTakeFirst()
  if (newest) {
    const filled = await filledContract(context.read, row, (await identityOf(context.read)).name)
    return { bytes: await context.files.read(newest.file_id), filled, kept: newest.id, drawn: null }
  }
  const drawn = await drawContract(context, context.read, row)
  return { bytes: drawn.bytes, filled: drawn, kept: null, drawn: { ...drawn, text: () => textToKeep(drawn) } }
}

async function builtPage({ signingPage }: EnginePorts): Promise<string> {
  return readFile(signingPage, 'utf8').catch(() =>
    raise('FILE_MISSING', 'The signing page is not there, because Troupe has not been built. Run "npm run build" once.'),
  )
}

async function pageData(
  { ports }: TaskContext,
  row: ContractTable,
  { counterparty }: ContractRow,
  { bytes, filled }: Sent,
): Promise<Omit<SigningPageData, 'audit'>> {
  const { role, name } = counterparty
  const { agency, creator, client } = filled.subject
  const { labels, locale } = clauseLibrary(row.language)
  const { signedBy, signedAt, reason } = labels
  return {
    format: 1,
    contract: {
      number: row.number,
      title: filled.document.title,
      language: row.language,
      locale,
      sha256: sha256(bytes),
      fileName: fileNameOf(row, 'rendered'),
    },
    signer: {
      role,
      field: role,
      name: role === 'creator' ? name : '',
      email: (role === 'creator' ? creator?.email : client.email) ?? null,
      company: role === 'client' ? name : null,
    },
    agency: { name: agency.legalName || agency.name, email: agency.email || null },
    madeAt: ports.clock.now(),
    caption: { signedBy, signedAt, reason },
    words: await wordsIn(ports, row.language),
  }
}

/** A language that has clauses but no words for the page yet gets the English ones. */
async function wordsIn({ resources }: EnginePorts, language: string): Promise<SigningPageWords> {
  const wordsOf = async (id: string) => {
    const text = await readFile(join(resources, 'contracts', id, 'signing-page.json'), 'utf8')
    return (JSON.parse(text) as { words: SigningPageWords }).words
  }
  const id = language.split('-')[0] ?? ''
  return id === 'en' ? wordsOf(id) : wordsOf(id).catch(() => wordsOf('en'))
}
