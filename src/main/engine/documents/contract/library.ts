import { raise } from '#src/shared/contract/errors.ts'
import clausesEn from '../../../../../resources/contracts/clauses.en.json' with { type: 'json' }
import fieldsEn from '../../../../../resources/contracts/fields.en.json' with { type: 'json' }
import labelsEn from '../../../../../resources/contracts/labels.en.json' with { type: 'json' }
import templatesEn from '../../../../../resources/contracts/templates.en.json' with { type: 'json' }
import { mergeFields, type MergeField } from './mergeFields.ts'

/** A clause as the library holds it. `{{field}}` in its text is filled when a contract is made. */
export interface Clause {
  id: string
  version: number
  /** `any`, or the country whose law it is written for. */
  jurisdiction: string
  kind: string
  heading: string
  text: string[]
  /** The table that belongs under it. */
  table?: ClauseTable | undefined
  /** The clause is left out where this field is known to be empty: no exclusivity agreed, no clause about it. */
  onlyWith?: MergeField | undefined
  /** What it means, in plain words. */
  note: string
}

export type ClauseTable = 'deliverables' | 'schedule' | 'compensation'

/** A contract template: clauses in their order. */
export interface Template {
  id: string
  version: number
  /** Heading of the document. */
  title: string
  /** What the template is called in lists. */
  name: string
  note: string
  clauses: string[]
}

/** What a merge field is called, where its value comes from, and an example. */
export interface FieldInfo {
  id: MergeField
  label: string
  from: 'contract' | 'agency' | 'client' | 'creator' | 'campaign' | 'brief' | 'collaboration'
  example: string
  /** An empty optional field takes its sentence with it; any other is a blank to be completed. */
  isOptional: boolean
}

/** Words of the layout itself, in the document's language. */
export type Labels = typeof labelsEn.labels

interface Library {
  clauses: ReadonlyMap<string, Clause>
  templates: ReadonlyMap<string, Template>
  fields: ReadonlyMap<MergeField, FieldInfo>
  labels: Labels
}

const libraries = new Map<string, Library>([['en', english()]])

/** The clause library in `language` (BCP 47; only its first part counts). Raises NOT_FOUND where there is none. */
export function clauseLibrary(language: string): Library {
  return libraries.get(language.split('-')[0] ?? '') ?? raise('NOT_FOUND', `There are no contract clauses in the language “${language}”.`)
}

/** All templates in `language`, in the order they are offered. */
export function contractTemplates(language: string): Template[] {
  return [...clauseLibrary(language).templates.values()]
}

/** One template with its clauses. Raises NOT_FOUND for an unknown id. */
export function templateWithClauses(id: string, language: string): Template & { texts: Clause[] } {
  const { templates, clauses } = clauseLibrary(language)
  const template = templates.get(id) ?? raise('NOT_FOUND', `There is no contract template “${id}”.`)
  const texts = template.clauses.map((clause) => clauses.get(clause) ?? raise('NOT_FOUND', `The clause “${clause}” is not in the library.`))
  return { ...template, texts }
}

/** Label, source and example of every merge field, in the order of the list. */
export function fieldInfos(language: string): FieldInfo[] {
  return [...clauseLibrary(language).fields.values()]
}

function english(): Library {
  const clauses = clausesEn.clauses as Clause[]
  const known = new Map(fieldsEn.fields.map((field) => [field.id, field]))
  const fields = mergeFields.map((id): [MergeField, FieldInfo] => {
    const info = known.get(id)
    if (!info) throw new Error(`The merge field ${id} has no label.`)
    return [id, { id, label: info.label, from: info.from as FieldInfo['from'], example: info.example, isOptional: info.optional ?? false }]
  })
  return {
    clauses: new Map(clauses.map((clause) => [clause.id, clause])),
    templates: new Map(templatesEn.templates.map((template) => [template.id, template])),
    fields: new Map(fields),
    labels: labelsEn.labels,
  }
}
