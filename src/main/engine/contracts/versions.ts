import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { ContractTable, ContractVersionTable } from '../db/schema-contracts.ts'
import { fillClauses, type FilledClause } from '../documents/contract/fillClauses.ts'
import type { MergeValues } from '../documents/contract/mergeFields.ts'
import type { ContractDocument } from '../documents/contract/types.ts'
import { identityOf } from '../workspace/identity.ts'
import { filledContract } from './fill.ts'
import { contractOf } from './rows.ts'
import { contentFrom, type OurContent } from './sent-content.ts'
import { fieldValues, mergeValuesOf } from './values.ts'

/** A clause in words alone, as it is compared: its paragraphs, then the lines of its table. */
export interface ClauseWords {
  id: string
  heading: string
  paragraphs: string[]
}

/** What a version of theirs keeps: the words as they came back. */
interface TheirContent {
  format: 1
  words: ClauseWords[]
}

/** Keeps what a contract says now, as `textToKeep` has it, as a version of ours, and answers with its number. The same words as the newest one are not kept twice;
 *  that one then belongs to the given document. */
export async function keepVersion(
  { ports }: Pick<EngineContext, 'ports'>,
  db: WriteDb,
  contractId: string,
  text: string,
  documentId: string | null,
): Promise<number> {
  const versions = await versionsOf(db, contractId)
  const newest = versions.findLast(({ origin }) => origin === 'agency')
  if (newest?.content === text) {
    if (documentId && newest.document_id !== documentId)
      await db.updateTable('contract_version').set({ document_id: documentId }).where('id', '=', newest.id).execute()
    return newest.number
  }
  return insertVersion(ports, db, contractId, versions, 'agency', text, documentId)
}

/** Keeps the words that came back from the other side as a version of theirs, and answers with its number. */
export async function keepReturnedVersion(
  { ports }: Pick<EngineContext, 'ports'>,
  db: WriteDb,
  contractId: string,
  words: ClauseWords[],
  documentId: string | null,
): Promise<number> {
  const content: TheirContent = { format: 1, words }
  return insertVersion(ports, db, contractId, await versionsOf(db, contractId), 'counterparty', JSON.stringify(content), documentId)
}

async function insertVersion(
  ports: EngineContext['ports'],
  db: WriteDb,
  contractId: string,
  before: readonly ContractVersionTable[],
  origin: ContractVersionTable['origin'],
  content: string,
  documentId: string | null,
): Promise<number> {
  const number = (before.at(-1)?.number ?? 0) + 1
  await db
    .insertInto('contract_version')
    .values({
      id: ports.newId(),
      contract_id: contractId,
      number,
      origin,
      content,
      document_id: documentId,
      created_at: ports.clock.now(),
    })
    .execute()
  return number
}

/** The versions of a contract, oldest first. */
export async function versionsOf(db: ReadDb, contractId: string): Promise<ContractVersionTable[]> {
  return db.selectFrom('contract_version').selectAll().where('contract_id', '=', contractId).orderBy('number').execute()
}

/** Which words of a contract: as its template has them, with the contract's own values; as they stand now; or of a kept version. */
export type Which = 'template' | 'current' | number

/** The words of a contract, clause by clause. Raises NOT_FOUND for a version that is not there. */
export async function contractWords(db: ReadDb, contractId: string, which: Which): Promise<ClauseWords[]> {
  const row = await contractOf(db, contractId)
  if (typeof which === 'number') return versionWords(db, row, which)
  const { name } = await identityOf(db)
  const { document, values, subject } = await filledContract(db, row, name)
  if (which === 'current') return wordsOf(document)
  // What was typed over differs from the template as edited words do; what was typed because nothing was known does not.
  const own = mergeValuesOf(fieldValues(subject, row, {}))
  const untouched = values.map((one) => (one.edited ? { ...one, value: own[one.field] ?? one.value } : one))
  return wordsOf({ ...document, clauses: templateClauses(row, mergeValuesOf(untouched)) })
}

async function versionWords(db: ReadDb, { id, number }: ContractTable, wanted: number): Promise<ClauseWords[]> {
  const found = (await versionsOf(db, id)).find((version) => version.number === wanted)
  if (!found) raise('NOT_FOUND', `Contract ${number} has no version ${wanted}.`)
  const content = JSON.parse(found.content) as OurContent | TheirContent
  return 'words' in content ? content.words : wordsOf(contentFrom(content).document)
}

/** The clauses as they would be had nobody touched them, filled with `values`. */
function templateClauses({ template_id: templateId, language, jurisdiction }: ContractTable, values: MergeValues): FilledClause[] {
  return fillClauses({ templateId, language, jurisdiction }, values).clauses
}

/** A document's words, clause by clause. */
function wordsOf(document: Pick<ContractDocument, 'clauses' | 'deliverables' | 'schedule' | 'compensation'>): ClauseWords[] {
  return document.clauses.map((clause) => ({
    id: clause.id,
    heading: clause.heading,
    paragraphs: [...clause.paragraphs.map((parts) => parts.map(({ text }) => text).join('')), ...tableLines(clause, document)],
  }))
}

function tableLines(
  { table }: FilledClause,
  { deliverables, schedule, compensation }: Pick<ContractDocument, 'deliverables' | 'schedule' | 'compensation'>,
): string[] {
  switch (table) {
    case 'deliverables':
      return deliverables.map(({ count, format, where, details, due }) => cells(`${count} × ${format}`, where, details, due))
    case 'schedule':
      return schedule.map(({ date, what, who }) => cells(date, what, who))
    case 'compensation':
      return compensation.map(({ what, basis, amount }) => cells(what, basis, amount))
    case undefined:
      return []
  }
}

function cells(...texts: (string | null | undefined)[]): string {
  return texts.filter(Boolean).join(' · ')
}
