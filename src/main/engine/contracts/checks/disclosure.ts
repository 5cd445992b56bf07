import type { ContractTable } from '../../db/schema-contracts.ts'
import { contractTemplate, clauseFor } from '../../documents/contract/library.ts'
import type { Filled } from '../fill.ts'
import { keptClauses } from '../kept.ts'
import { problem, warning, type Check } from './check.ts'

type Row = Pick<ContractTable, 'template_id' | 'language' | 'jurisdiction' | 'clauses'>

/** A duty to disclose that was taken out or emptied; and, in Germany, one that English tags alone are to meet. */
export function disclosureChecks(row: Row, { terms, values }: Pick<Filled, 'terms' | 'values'>): Check[] {
  const ids = contractTemplate(row.template_id, row.language).clauses
  const wanted = ids.find((id) => clauseFor(id, row.language, row.jurisdiction).kind === 'disclosure')
  if (wanted === undefined) return []
  if (!terms.clauses.some(({ kind }) => kind === 'disclosure'))
    return [problem(null, 'The disclosure clause has been taken out; paid and gifted posts must be disclosed.')]
  const text = keptClauses(row)[wanted]?.text
  if (text !== undefined && !text.includes('{{disclosure.tags}}'))
    return [problem('disclosure.tags', 'The disclosure clause no longer says with which words a post is marked as advertising.')]
  const tags = values.find(({ field }) => field === 'disclosure.tags')?.value?.trim() ?? null
  if (tags === '') return [problem('disclosure.tags', 'The contract names no words with which a post is marked as advertising.')]
  if (row.jurisdiction === 'DE' && tags !== null && !/werbung|anzeige/i.test(tags))
    return [warning('disclosure.tags', `German courts want “Werbung” or “Anzeige”; ${tags} alone has not been enough.`)]
  return []
}
