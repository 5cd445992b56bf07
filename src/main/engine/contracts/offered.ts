import type { z } from 'zod'
import type { composing } from '#src/shared/contract/contracts-composing.ts'
import type { ReadDb } from '../db/handles.ts'
import { clauseLibrary, contractLanguages, contractTemplates, jurisdictionsIn } from '../documents/contract/library.ts'
import { settingsOf } from '../workspace/settings.ts'

type OutputOf<Name extends keyof typeof composing> = z.infer<NonNullable<(typeof composing)[Name]['~orpc']['outputSchema']>>

/** The languages contracts can be written in. */
export function listLanguages(): OutputOf<'languages'> {
  return contractLanguages().map(({ id, name }) => ({ id, name, jurisdictions: jurisdictionsIn(id) }))
}

/** The templates in a language, else in the workspace's. Raises NOT_FOUND for a language without clauses. */
export async function listTemplates(db: ReadDb, language?: string): Promise<OutputOf<'templates'>> {
  const { id } = await languageFor(db, language)
  return contractTemplates(id).map((template) => ({
    id: template.id,
    label: template.name,
    language: id,
    note: template.note,
    clauseCount: template.clauses.length - template.optional.length,
    counterparty: template.counterparty,
  }))
}

/** The clauses of the library, each as it is worded for each jurisdiction. Raises NOT_FOUND for a language without clauses. */
export async function listClauses(
  db: ReadDb,
  { language, kind }: { language?: string | undefined; kind?: string | undefined },
): Promise<OutputOf<'clauses'>> {
  const library = await languageFor(db, language)
  const templates = contractTemplates(library.id)
  return library.clauses
    .filter((clause) => kind === undefined || clause.kind === kind)
    .map(({ id, version, jurisdiction, kind: ofKind, heading, text, note }) => ({
      id,
      version,
      jurisdiction,
      kind: ofKind,
      heading,
      text,
      note,
      templates: templates.filter(({ clauses }) => clauses.includes(id)).map((template) => template.id),
    }))
}

async function languageFor(db: ReadDb, language: string | undefined): Promise<ReturnType<typeof clauseLibrary>> {
  return clauseLibrary(language ?? (await settingsOf(db)).contractLanguage)
}
