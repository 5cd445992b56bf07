import type { ReadDb } from '../db/handles.ts'
import { clauseLibrary } from '../documents/contract/library.ts'
import type { FilledClause, FilledContract } from '../documents/contract/fillClauses.ts'
import type { ContractDocument } from '../documents/contract/types.ts'
import type { AgreedTerms } from './agreed.ts'
import type { FieldValue } from './values.ts'

/** What a version of ours keeps: all that its PDF is drawn from, where its values came from, and what it says as data. */
export interface OurContent {
  format: 1
  template: FilledContract['template']
  /** `createdAt` as an instant's text, the logo by its hash. */
  document: Omit<ContractDocument, 'createdAt' | 'branding'> & { createdAt: string; branding: { name: string; accent: string | null } }
  logoHash: string | null
  values: FieldValue[]
  terms: AgreedTerms
}

/** What is filled of a contract, but for its subject. */
export interface Content {
  document: ContractDocument
  filled: FilledContract
  values: FieldValue[]
  terms: AgreedTerms
  logoHash: string | null
}

/** The text a version of ours keeps. */
export function textToKeep(content: Content): string {
  return JSON.stringify(contentToKeep(content))
}

function contentToKeep({ document, filled, values, terms, logoHash }: Content): OurContent {
  const { createdAt, branding, ...rest } = document
  return {
    format: 1,
    template: filled.template,
    document: { ...rest, createdAt: createdAt.toISOString(), branding: { name: branding.name, accent: branding.accent ?? null } },
    logoHash,
    values,
    terms,
  }
}

/** The newest version of ours of a contract; null where none was kept. */
export async function sentContent(db: ReadDb, contractId: string): Promise<Content | null> {
  const row = await db
    .selectFrom('contract_version')
    .select('content')
    .where('contract_id', '=', contractId)
    .where('origin', '=', 'agency')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? contentFrom(JSON.parse(row.content) as OurContent) : null
}

/** The file of the PDF that was drawn of these very words, data and looks last; null where they were not drawn yet. */
export async function drawnAsItStands(db: ReadDb, contractId: string, content: Content): Promise<string | null> {
  const newest = await db
    .selectFrom('contract_version as v')
    .leftJoin('contract_document as d', (join) => join.onRef('d.id', '=', 'v.document_id').on('d.kind', '=', 'rendered'))
    .select(['v.content', 'd.file_id'])
    .where('v.contract_id', '=', contractId)
    .where('v.origin', '=', 'agency')
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.file_id && newest.content === textToKeep(content) ? newest.file_id : null
}

/** The number that what a contract says now has, or would have, as a version: the same words keep theirs. */
export async function versionNumber(db: ReadDb, contractId: string, content: Content): Promise<number> {
  const versions = await db
    .selectFrom('contract_version')
    .select(['number', 'origin', 'content'])
    .where('contract_id', '=', contractId)
    .orderBy('number')
    .execute()
  const newest = versions.findLast(({ origin }) => origin === 'agency')
  return newest?.content === textToKeep(content) ? newest.number : (versions.at(-1)?.number ?? 0) + 1
}

export function contentFrom({ template, document, values, terms, logoHash }: OurContent): Content {
  const { clauses, language } = document
  return {
    document: { ...document, createdAt: new Date(document.createdAt) },
    filled: { template, clauses, missing: missingIn(clauses, language) },
    values,
    terms,
    logoHash,
  }
}

function missingIn(clauses: readonly FilledClause[], language: string): FilledContract['missing'] {
  const { fields } = clauseLibrary(language)
  const blanks = clauses.flatMap(({ id, paragraphs }) =>
    paragraphs.flat().flatMap(({ field, isMissing }) => (field && isMissing ? [{ field, id }] : [])),
  )
  return [...Map.groupBy(blanks, ({ field }) => field)].map(([field, all]) => ({
    field,
    label: fields[field].label,
    clauses: [...new Set(all.map(({ id }) => id))],
  }))
}
