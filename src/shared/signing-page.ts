import type { AuditStep, AuditWords } from './domain/audit-entry.ts'
import type wordsEn from '../../resources/contracts/en/signing-page.json'

/** Everything the signing page says, in the language of the contract; each language is a file beside the clauses. */
export type SigningPageWords = (typeof wordsEn)['words']

/** What the engine puts into a signing page besides the PDF itself: plain data, which the page treats as text and never as markup. */
export interface SigningPageData {
  format: 1
  contract: {
    number: string
    /** Heading of the document. */
    title: string
    /** BCP 47. */
    language: string
    /** The kind of that language that dates are written in, such as `en-GB`. */
    locale: string
    /** SHA-256 of the PDF as it was put in, hexadecimal. */
    sha256: string
    /** What the PDF is called, with its ending. */
    fileName: string
  }
  /** Who is to sign here, and as what; `field` is the empty signature field of the PDF. */
  signer: { role: 'creator' | 'client'; field: string; name: string; email: string | null; company: string | null }
  agency: { name: string; email: string | null }
  /** When the page was made, UTC ISO text. */
  madeAt: string
  /** How a signature describes itself in the PDF, as in all documents made here: `{name}`, `{date}`, `{time}`, `{reason}`. */
  caption: { signedBy: string; signedAt: string; reason: string }
  /** What the signature writes into the audit page of the PDF: the steps until then, and the words for it. */
  audit: { contract: { id: string; number: string }; steps: AuditStep[]; words: AuditWords }
  words: SigningPageWords
}

/** Fills `{name}` and its like in `text`; what has no value stays as it is. */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
}
