import { raise } from '#src/shared/contract/errors.ts'
import { languagesThere, readLanguage, readTemplates, type Clause, type LanguageFiles, type TemplateShape } from './languageFiles.ts'
import type { MergeValues } from './mergeFields.ts'

export type { Clause, Labels } from './languageFiles.ts'
export type ClauseTable = NonNullable<Clause['table']>

/** A contract template in one language: clauses in their order, and what it is called. */
export interface Template extends TemplateShape {
  /** Heading of the document. */
  title: string
  /** What the template is called in lists. */
  name: string
  note: string
}

const read = new Map<string, LanguageFiles>()
let shapes: ReturnType<typeof readTemplates> | undefined

/** The languages contracts can be written in, by id; their names are in the languages themselves. */
export function contractLanguages(): { id: string; name: string }[] {
  return languagesThere().map((id) => ({ id, name: clauseLibrary(id).name }))
}

/** All of one language (BCP 47; only its first part counts), read once. Raises NOT_FOUND where there is none. */
export function clauseLibrary(language: string): LanguageFiles {
  const id = language.split('-')[0] ?? ''
  const known = read.get(id)
  if (known) return known
  const there = languagesThere()
  if (!there.includes(id)) raise('NOT_FOUND', `There are no contract clauses in the language “${language}”; there are ${there.join(', ')}.`)
  const found = readLanguage(id)
  read.set(id, found)
  return found
}

/** All templates in `language`, in the order they are offered. */
export function contractTemplates(language: string): Template[] {
  const { templates } = clauseLibrary(language)
  return templateShapes().map((shape) => {
    const words = templates[shape.id] ?? raise('NOT_FOUND', `The contract template “${shape.id}” has no title in “${language}”.`)
    return { ...shape, ...words }
  })
}

/** The templates as they are in every language. */
export function templateShapes(): readonly TemplateShape[] {
  shapes ??= readTemplates()
  return shapes.templates
}

/** One template. Raises NOT_FOUND for an unknown id. */
export function contractTemplate(id: string, language: string): Template {
  return contractTemplates(language).find((template) => template.id === id) ?? raise('NOT_FOUND', `There is no contract template “${id}”.`)
}

/** One template with its clauses as they are worded for a jurisdiction (ISO 3166, or `any`). Raises NOT_FOUND for an unknown id. */
export function templateWithClauses(id: string, language: string, jurisdiction: string): Template & { texts: Clause[] } {
  const template = contractTemplate(id, language)
  return { ...template, texts: template.clauses.map((clause) => clauseFor(clause, language, jurisdiction)) }
}

/** A clause as it is worded for a jurisdiction, else as it is worded for any; the newest version. Raises NOT_FOUND. */
export function clauseFor(id: string, language: string, jurisdiction: string): Clause {
  const all = clauseLibrary(language).clauses.filter((clause) => clause.id === id)
  const fitting = all.filter((clause) => clause.jurisdiction === jurisdiction)
  const candidates = fitting.length > 0 ? fitting : all.filter((clause) => clause.jurisdiction === 'any')
  const newest = candidates.toSorted((a, b) => b.version - a.version)[0]
  return newest ?? raise('NOT_FOUND', `The clause “${id}” is not in the library.`)
}

/** The countries whose law some clause is worded for. */
export function jurisdictionsIn(language: string): string[] {
  const all = clauseLibrary(language).clauses.map(({ jurisdiction }) => jurisdiction)
  return [...new Set(all)].filter((one) => one !== 'any').toSorted()
}

/** The terms a contract starts with where nobody says anything else: the template's before the usual ones, for words also the
 *  jurisdiction's. */
export function usualTerms(templateId: string, language: string, jurisdiction: string): MergeValues {
  shapes ??= readTemplates()
  const { defaults } = clauseLibrary(language)
  return {
    ...shapes.usual,
    ...defaults.usual,
    ...contractTemplate(templateId, language).usual,
    ...defaults.templates[templateId],
    ...defaults.jurisdictions[jurisdiction],
  }
}
