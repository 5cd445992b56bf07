import { raise } from '#src/shared/contract/errors.ts'
import labelsEn from '../../../../../resources/media-kit/labels.en.json' with { type: 'json' }

/** Words of the media kit, in its language. */
export type KitLabels = typeof labelsEn.labels

const languages = new Map<string, KitLabels>([['en', labelsEn.labels]])

/** The words in `language`. Raises NOT_FOUND where there are none. */
export function kitLabels(language: string): KitLabels {
  return languages.get(language.split('-')[0] ?? '') ?? raise('NOT_FOUND', `There is no media kit in the language “${language}”.`)
}

/** 48200 as "48,200" in `language`. */
export function wholeNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value)
}

/** A plain date as people read it, such as "3 Mar 2026". */
export function shortDate(on: string, language: string): string {
  const english = language === 'en' ? 'en-GB' : language
  const format = new Intl.DateTimeFormat(english, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${on}T00:00:00Z`))
}
