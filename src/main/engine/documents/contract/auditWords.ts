import de from '../../../../../resources/contracts/audit.de.json' with { type: 'json' }
import en from '../../../../../resources/contracts/audit.en.json' with { type: 'json' }
import type { AuditWords } from '#src/shared/domain/audit-entry.ts'

const languages: ReadonlyMap<string, AuditWords> = new Map([en, de].map(({ language, words }) => [language, words]))

/** What the audit page says in `language` (BCP 47; only its first part counts), in English where there are no words of that language. */
export function auditWords(language: string): AuditWords {
  return languages.get(language.split('-')[0] ?? '') ?? en.words
}
