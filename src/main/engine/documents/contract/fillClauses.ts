import { inlineValue } from '../text/clean.ts'
import { clauseLibrary, templateWithClauses, type Clause, type ClauseTable } from './library.ts'
import { isMergeField, isOptional, type MergeField, type MergeValues } from './mergeFields.ts'

/** A piece of a filled paragraph; `field` says which merge field it came from, so that its source can be shown. */
export interface FilledText {
  text: string
  field?: MergeField
  /** The value is not known: the text is a marked blank with the field's name. */
  isMissing?: boolean
}

/** A clause with its fields filled, ready to be laid out. Plain data; stored with the contract. */
export interface FilledClause {
  id: string
  version: number
  kind: string
  heading: string
  paragraphs: FilledText[][]
  table?: ClauseTable
}

/** A field a clause needs and nobody has given. */
interface MissingField {
  field: MergeField
  label: string
  /** Ids of the clauses that need it. */
  clauses: string[]
}

export interface FilledContract {
  template: { id: string; version: number; title: string }
  clauses: FilledClause[]
  missing: MissingField[]
}

/** What a contract is filled from besides its values. */
export interface Wording {
  templateId: string
  language: string
  /** ISO 3166, or `any`. */
  jurisdiction: string
}

const placeholder = /\{\{([\w.]+)\}\}/

/** What a person changed of a template's clauses, by clause id: the text with its `{{fields}}`, paragraphs set apart by an empty line;
 *  in or out. */
export type ClauseEdits = Record<string, { text?: string; included?: boolean }>

/** Fills the clauses of a template. What is not known becomes a marked blank and is listed in `missing`; it is never printed as
 *  "undefined" and never left out silently. An optional field that is not given, or any field known to be empty in an optional place,
 *  takes its paragraph or clause with it. Raises NOT_FOUND for an unknown template or language. */
export function fillClauses({ templateId, language, jurisdiction }: Wording, values: MergeValues, edits: ClauseEdits = {}): FilledContract {
  const { texts, id, version, title, optional } = templateWithClauses(templateId, language, jurisdiction)
  const missing = new Map<MergeField, MissingField>()
  const clauses = texts
    .filter((clause) => edits[clause.id]?.included ?? isIn(clause, optional, values))
    .map((clause) => fillClause({ ...clause, text: edits[clause.id]?.text?.split(/\n{2,}/) ?? clause.text }, values, language, missing))
  return { template: { id, version, title }, clauses, missing: [...missing.values()] }
}

function isIn({ id, onlyWith }: Clause, optional: readonly string[], values: MergeValues): boolean {
  return !optional.includes(id) && !(onlyWith && values[onlyWith] === '')
}

function fillClause(clause: Clause, values: MergeValues, language: string, missing: Map<MergeField, MissingField>): FilledClause {
  const { fields, labels } = clauseLibrary(language)
  const paragraphs: FilledText[][] = []
  for (const text of clause.text) {
    const parts = text.split(placeholder)
    const asked = parts.filter((part, at): part is MergeField => at % 2 === 1 && isMergeField(part))
    if (asked.some((field) => isOptional(field) && !values[field])) continue
    paragraphs.push(
      parts
        .map((part, at): FilledText => {
          if (at % 2 === 0) return { text: part }
          // A person may have typed braces of their own.
          if (!isMergeField(part)) return { text: `{{${part}}}` }
          const value = inlineValue(values[part] ?? '')
          if (value) return { text: value, field: part }
          const { label } = fields[part]
          note(missing, part, label, clause.id)
          return { text: `[${label}: ${labels.open}]`, field: part, isMissing: true }
        })
        .filter((part) => part.text !== ''),
    )
  }
  const { id, version, kind, heading, table } = clause
  return { id, version, kind, heading, paragraphs, ...(table ? { table } : {}) }
}

function note(missing: Map<MergeField, MissingField>, field: MergeField, label: string, clause: string): void {
  const known = missing.get(field) ?? { field, label, clauses: [] }
  if (!known.clauses.includes(clause)) known.clauses.push(clause)
  missing.set(field, known)
}
