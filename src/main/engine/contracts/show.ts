import type { z } from 'zod'
import type { ContractDetail } from '#src/shared/contract/contracts.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import type { FilledContract } from '../documents/contract/fillClauses.ts'
import { templateWithClauses } from '../documents/contract/library.ts'
import { checksOf } from './checks/checks.ts'
import { filledContract } from './fill.ts'
import { keptClauses } from './kept.ts'
import { contractOf, listContracts } from './rows.ts'
import { standing } from './standing.ts'
import { isOpenForEdits, statusOn, stepsFrom } from './status-rules.ts'
import type { FieldValue } from './values.ts'
import { versionsOf } from './versions.ts'

type Detail = z.infer<typeof ContractDetail>

/** One contract with the fields its clauses ask for and their sources, its clauses, checks, versions, documents and signatures. Raises
 *  NOT_FOUND. */
export async function showContract(db: ReadDb, id: string, workspaceName: string, today: string): Promise<Detail> {
  const row = await contractOf(db, id)
  const [line] = await listContracts(db, { id }, today)
  if (!line) raise('NOT_FOUND', 'This contract is no longer in the workspace.')
  const all = await filledContract(db, row, workspaceName)
  const { values, filled, terms } = all
  const { startsOn, endsOn, noticeOn, remindOn } = terms
  const clauses = clausesOf(row, filled)
  return {
    ...line,
    jurisdiction: row.jurisdiction,
    mayBecome: [...stepsFrom(statusOn(row, today))],
    pageSize: row.page_size as Detail['pageSize'],
    term: { startsOn, endsOn, noticeOn, remindOn: row.signed_at ? row.remind_on : remindOn },
    ...(await related(db, row, today)),
    versions: (await versionsOf(db, id)).map((version) => ({
      number: version.number,
      origin: version.origin,
      documentId: version.document_id,
      createdAt: version.created_at,
    })),
    fields: fieldsOf(values, clauses),
    clauses,
    // What somebody has signed, or nobody will, is past checking.
    checks: isOpenForEdits(row) || row.status === 'sent' ? await checksOf(db, row, all, today) : [],
    documents: await documentsOf(db, id),
    signatures: await signaturesOf(db, id),
  }
}

/** Those its clauses ask for; what an amendment changes, for amendments alone. */
function fieldsOf(values: readonly FieldValue[], clauses: Detail['clauses']): Detail['fields'] {
  return values
    .filter(({ field, value }) => clauses.some(({ text }) => text.includes(`{{${field}}}`)) && !(field.startsWith('amends.') && !value))
    .map(({ field, ...rest }) => ({ name: field, ...rest }))
}

async function related(db: ReadDb, { id, amends_id }: ContractTable, today: string): Promise<Pick<Detail, 'amends' | 'amendedBy'>> {
  const rows = await db
    .selectFrom('contract')
    .select(['id', 'number', 'status', 'ends_on', 'amends_id'])
    .where(({ or, eb }) => or([eb('id', '=', amends_id), eb('amends_id', '=', id)]))
    .orderBy('number')
    .execute()
  const shown = rows.map((row) => ({ id: row.id, number: row.number, status: statusOn(row, today) }))
  return { amends: shown.find((one) => one.id === amends_id) ?? null, amendedBy: shown.filter((one) => one.id !== amends_id) }
}

async function documentsOf(db: ReadDb, id: string): Promise<Detail['documents']> {
  const rows = await db
    .selectFrom('contract_document as d')
    .innerJoin('file as f', 'f.id', 'd.file_id')
    .where('d.contract_id', '=', id)
    .select(['d.id', 'd.kind', 'd.name', 'd.file_id as hash', 'f.size', 'd.created_at as createdAt'])
    .select((eb) => standing(eb).as('stands'))
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({ ...row, stands: Boolean(row.stands) })) as Detail['documents']
}

async function signaturesOf(db: ReadDb, id: string): Promise<Detail['signatures']> {
  const rows = await db
    .selectFrom('contract_signature')
    .where('contract_id', '=', id)
    .select(['role', 'signer_name as signerName', 'signed_at as signedAt', 'method', 'certificate_fingerprint as certificateFingerprint'])
    .select(['identified', 'reason', 'level'])
    .orderBy('signed_at')
    .execute()
  return rows as Detail['signatures']
}

/** The template's clauses, those that are out too; of what was sent, those that are in as they were sent. */
function clausesOf(row: ContractTable, filled: FilledContract): Detail['clauses'] {
  const edits = keptClauses(row)
  const { texts, optional } = templateWithClauses(row.template_id, row.language, row.jurisdiction)
  return texts.map(({ id, version, kind, jurisdiction, heading, text, note }) => {
    const inside = filled.clauses.find((clause) => clause.id === id)
    return {
      id,
      version: inside?.version ?? version,
      kind,
      jurisdiction,
      optional: optional.includes(id),
      heading: inside?.heading ?? heading,
      note,
      text: edits[id]?.text ?? text.join('\n\n'),
      edited: edits[id]?.text !== undefined,
      included: inside !== undefined,
    }
  })
}
