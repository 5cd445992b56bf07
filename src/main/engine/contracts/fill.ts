import type { EngineContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import type { FilledContract } from '../documents/contract/fillClauses.ts'
import type { RecordedContract } from '../documents/contract/record.ts'
import { renderContract } from '../documents/contract/renderContract.ts'
import type { ContractDocument, RenderedContract } from '../documents/contract/types.ts'
import { identityOf } from '../workspace/identity.ts'
import { settingsOf } from '../workspace/settings.ts'
import { agreedTerms, type AgreedTerms } from './agreed.ts'
import { documentOf } from './document.ts'
import { keptFields } from './kept.ts'
import { sentContent, versionNumber } from './sent-content.ts'
import { isOpenForEdits } from './status-rules.ts'
import { subjectOf, type ContractSubject } from './subject.ts'
import { termOf } from './term.ts'
import { fieldValues, mergeValuesOf, signedValues, type FieldValue } from './values.ts'

export interface Filled {
  subject: ContractSubject
  values: FieldValue[]
  document: ContractDocument
  filled: FilledContract
  terms: AgreedTerms
  /** Of the logo in the workspace's files; null without one. */
  logoHash: string | null
}

/** Fills a contract from the records as they are now and from what was typed over; from the day it was sent or signed on, from what was
 *  sent. */
export async function filledContract(
  db: ReadDb,
  row: ContractTable,
  workspaceName: string,
  readLogo: (hash: string) => Promise<Uint8Array | null> = async () => null,
): Promise<Filled> {
  const subject = await subjectOf(db, row, workspaceName)
  const sent = isOpenForEdits(row) ? null : await sentContent(db, row.id)
  if (sent) {
    const { document, logoHash, ...rest } = sent
    const branding = { ...document.branding, logo: logoHash ? await readLogo(logoHash) : null }
    return { subject, ...rest, logoHash, document: { ...document, branding } }
  }
  const { logoHash } = (await settingsOf(db)).agency
  return fillNow(subject, row, logoHash, logoHash ? await readLogo(logoHash) : null)
}

function fillNow(subject: ContractSubject, row: ContractTable, logoHash: string | null, logo: Uint8Array | null): Filled {
  const { edited, signed } = keptFields(row)
  const values = signed ? signedValues(signed, row.language) : fieldValues(subject, row, edited)
  const merged = mergeValuesOf(values)
  const term = termOf(subject, row, merged)
  const { document, filled } = documentOf(row, subject, merged, term, logo)
  return { subject, values, document, filled, terms: agreedTerms(subject, filled.clauses, merged, term, row.language), logoHash }
}

/** All that the contract's PDF is drawn from now, as plain data. */
export type ToDraw = Filled & { recorded: RecordedContract }

export async function contractToDraw(context: Pick<EngineContext, 'files'>, db: ReadDb, row: ContractTable): Promise<ToDraw> {
  const { name } = await identityOf(db)
  const filled = await filledContract(db, row, name, (hash) => context.files.read(hash))
  const { id, version: templateVersion } = filled.filled.template
  const recorded: RecordedContract = {
    id: row.id,
    version: await versionNumber(db, row.id, filled),
    template: { id, version: templateVersion },
    amends: row.amends_id,
    fields: mergeValuesOf(filled.values),
  }
  return { ...filled, recorded }
}

/** The contract as it would print now. */
export async function drawContract(
  context: Pick<EngineContext, 'files'>,
  db: ReadDb,
  row: ContractTable,
): Promise<RenderedContract & Filled> {
  const { recorded, ...filled } = await contractToDraw(context, db, row)
  return { ...filled, ...(await renderContract(filled.document, recorded)) }
}
