import { raise } from '#src/shared/contract/errors.ts'
import words from '../../../../../resources/media-kit/labels.en.json' with { type: 'json' }

/** Words of the media kit, in its language. */
export type KitLabels = typeof words.labels
export type ProposalLabels = typeof words.proposal

const languages = new Map<string, typeof words>([['en', words]])

/** The words in `language`. Raises NOT_FOUND where there are none. */
export function kitLabels(language: string): KitLabels {
  return wordsIn(language).labels
}

/** Those of a proposal besides. Raises NOT_FOUND. */
export function proposalLabels(language: string): ProposalLabels {
  return wordsIn(language).proposal
}

function wordsIn(language: string): typeof words {
  return languages.get(language.split('-')[0] ?? '') ?? raise('NOT_FOUND', `There is no media kit in the language “${language}”.`)
}

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** 48200 as "48,200" in `language`. */
export function wholeNumber(value: number, language: string): string {
  return numberFormat(language, 'whole', { maximumFractionDigits: 0 }).format(value)
}

/** 4210 basis points as "42.1%". */
export function shareText(basisPoints: number, language: string): string {
  return numberFormat(language, 'share', { style: 'percent', maximumFractionDigits: 1 }).format(basisPoints / 10_000)
}

/** 7150 as "+7,150". */
export function signedNumber(value: number, language: string): string {
  return numberFormat(language, 'signed', { signDisplay: 'always', maximumFractionDigits: 0 }).format(value)
}

function numberFormat(language: string, kind: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = numbers.get(kind + language) ?? new Intl.NumberFormat(language, options)
  numbers.set(kind + language, known)
  return known
}

/** A plain date as people read it, such as "3 Mar 2026". */
export function shortDate(on: string, language: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  const known = dates.get(language) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options)
  dates.set(language, known)
  return known.format(new Date(`${on}T00:00:00Z`))
}

/** The plain date of an instant. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** `template` with the values in place of `{name}`. */
export function filled(template: string, values: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
