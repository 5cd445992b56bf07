import type { z } from 'zod'
import type { ContractCheck, ContractDetail } from '#src/shared/contract/contracts.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema.ts'
import type { FilledContract } from '../documents/contract/fillClauses.ts'
import { templateWithClauses } from '../documents/contract/library.ts'
import { filledContract } from './fill.ts'
import { keptClauses } from './kept.ts'
import { contractOf, listContracts } from './rows.ts'
import type { ContractSubject } from './subject.ts'

/** One contract with its fields and their sources, its clauses, checks, documents and signatures. Raises NOT_FOUND. */
export async function showContract(db: ReadDb, id: string, workspaceName: string): Promise<z.infer<typeof ContractDetail>> {
  const row = await contractOf(db, id)
  const [line] = await listContracts(db, { id })
  if (!line) raise('NOT_FOUND', 'This contract is no longer in the workspace.')
  const { subject, values, filled } = await filledContract(db, row, workspaceName)
  const documents = await db
    .selectFrom('contract_document as d')
    .innerJoin('file as f', 'f.id', 'd.file_id')
    .where('d.contract_id', '=', id)
    .select(['d.id', 'd.kind', 'd.name', 'd.file_id as hash', 'f.size', 'd.created_at as createdAt'])
    .orderBy('d.id')
    .execute()
  const signatures = await db
    .selectFrom('contract_signature')
    .where('contract_id', '=', id)
    .select(['role', 'signer_name as signerName', 'signed_at as signedAt', 'method', 'certificate_fingerprint as certificateFingerprint'])
    .orderBy('signed_at')
    .execute()
  return {
    ...line,
    language: row.language,
    pageSize: row.page_size as 'A4' | 'Letter',
    fields: values.map(({ field, ...rest }) => ({ name: field, ...rest })),
    clauses: clausesOf(row, filled),
    checks: checksOf(filled, subject),
    documents: documents as z.infer<typeof ContractDetail>['documents'],
    signatures: signatures as z.infer<typeof ContractDetail>['signatures'],
  }
}

function clausesOf(row: ContractTable, filled: FilledContract): z.infer<typeof ContractDetail>['clauses'] {
  const edits = keptClauses(row)
  return templateWithClauses(row.template_id, row.language).texts.map(({ id, version, heading, text, note }) => ({
    id,
    version,
    heading,
    note,
    text: edits[id]?.text ?? text.join('\n\n'),
    edited: edits[id]?.text !== undefined,
    included: filled.clauses.some((clause) => clause.id === id),
  }))
}

type Check = z.infer<typeof ContractCheck>

function warn(field: string | null, message: string): Check {
  return { level: 'warning', field, message }
}

/** What a person should look at before the contract is sent; none of it stops anybody. */
function checksOf(
  filled: FilledContract,
  { campaign, brief, compensation, deliverables }: Pick<ContractSubject, 'campaign' | 'brief' | 'compensation' | 'deliverables'>,
): Check[] {
  const isOut = (kind: string) => !filled.clauses.some((clause) => clause.kind === kind)
  const early = deliverables.find(({ dueOn }) => dueOn && campaign.startsOn && dueOn < campaign.startsOn)
  const late = deliverables.find(({ dueOn }) => dueOn && campaign.endsOn && dueOn > campaign.endsOn)
  const found: (Check | false | null | undefined | '')[] = [
    ...filled.missing.map(({ field, label }) => ({
      level: 'missing' as const,
      field: field as string,
      message: `${label} is not known yet; the contract shows a marked blank.`,
    })),
    !compensation && warn('compensation.description', 'No compensation has been agreed for this collaboration.'),
    deliverables.length === 0 && warn('deliverables.summary', 'Neither the brief nor the collaboration names a deliverable.'),
    campaign.startsOn &&
      campaign.endsOn &&
      campaign.endsOn < campaign.startsOn &&
      warn('campaign.end', 'The campaign ends before it begins.'),
    early && warn(null, 'A deliverable is due before the campaign begins.'),
    late && warn(null, 'A deliverable is due after the campaign ends.'),
    isOut('disclosure') &&
      !filled.template.id.startsWith('ugc') &&
      warn(null, 'The disclosure clause has been taken out; paid and gifted posts must be disclosed.'),
    brief.usageMonths !== null &&
      brief.usageMonths > 12 &&
      warn('usage.months', `The brief asks for ${brief.usageMonths} months of use; 6 to 12 are usual. Check that the fee pays for it.`),
  ]
  return found.filter((check): check is Check => Boolean(check))
}
