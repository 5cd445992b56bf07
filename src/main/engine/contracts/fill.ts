import type { EngineContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema.ts'
import type { FilledContract } from '../documents/contract/fillClauses.ts'
import { renderContract } from '../documents/contract/renderContract.ts'
import type { ContractDocument, RenderedContract } from '../documents/contract/types.ts'
import { identityOf } from '../workspace/identity.ts'
import { settingsOf } from '../workspace/settings.ts'
import { documentOf } from './document.ts'
import { keptFields } from './kept.ts'
import { subjectOf, type ContractSubject } from './subject.ts'
import { fieldValues, mergeValuesOf, signedValues, type FieldValue } from './values.ts'

export interface Filled {
  subject: ContractSubject
  values: FieldValue[]
  document: ContractDocument
  filled: FilledContract
}

/** Fills a contract from the records as they are now and from what was typed over; from the first signature on, from what was signed. */
export async function filledContract(
  db: ReadDb,
  row: ContractTable,
  workspaceName: string,
  logo: Uint8Array | null = null,
): Promise<Filled> {
  const subject = await subjectOf(db, row, workspaceName)
  const { edited, signed } = keptFields(row)
  const values = signed ? signedValues(signed, row.language) : fieldValues(subject, row.created_at.slice(0, 10), edited, row.language)
  return { subject, values, ...documentOf(row, subject, mergeValuesOf(values), logo) }
}

/** The contract as it would print now. */
export async function drawContract(
  context: Pick<EngineContext, 'files'>,
  db: ReadDb,
  row: ContractTable,
): Promise<RenderedContract & Filled> {
  const { name } = await identityOf(db)
  const { logoHash } = (await settingsOf(db)).agency
  const filled = await filledContract(db, row, name, logoHash ? await context.files.read(logoHash) : null)
  return { ...filled, ...(await renderContract(filled.document)) }
}
