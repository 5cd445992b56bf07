import { amountInFiguresAndWords, countInFiguresAndWords, rateInFiguresAndWords } from '#src/shared/domain/amount-words.ts'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { formatMoney, type Money } from '#src/shared/domain/money.ts'
import { formatRate } from '#src/shared/domain/rates.ts'
import { PLATFORMS } from '#src/shared/domain/platforms.ts'
import type { LanguageFiles } from '../documents/contract/languageFiles.ts'
import { clauseLibrary } from '../documents/contract/library.ts'

/** Writes what contracts need in one language. */
export interface Writer {
  phrases: LanguageFiles['phrases']
  labels: LanguageFiles['labels']
  fields: LanguageFiles['fields']
  /** A plain date as a contract writes it: `2026-04-01` is "1 April 2026" or "1. April 2026". */
  date(day: string): string
  /** "a", "a and b", "a, b and c". */
  list(parts: readonly string[]): string
  /** What stands between the last two of a list, with its spaces: " and ". */
  conjunction: string
  /** In figures: "EUR 500.00", "500,00 EUR". */
  amount(amount: Money): string
  /** In figures and words. */
  wholeAmount(amount: Money): string
  /** The terms as one sentence without a full stop; amounts, shares and counts in figures and words, or in figures alone. */
  compensation(terms: Compensation, currency: string, written: 'words' | 'figures'): string
  platform(id: string): string
  /** A format's name, or what was typed where it is new. */
  format(platform: string, id: string): string
  deliverable(line: { platform: string; format: string }, count: number): string
  /** The name of a country (ISO 3166). */
  country(code: string): string
}

const writers = new Map<string, Writer>()

/** The writer of a language. Raises NOT_FOUND where the clause library has no such language. */
export function writerIn(language: string): Writer {
  const files = clauseLibrary(language)
  const known = writers.get(files.id)
  if (known) return known
  const writer = makeWriter(files)
  writers.set(files.id, writer)
  return writer
}

function makeWriter(files: LanguageFiles): Writer {
  const { locale, phrases, labels, fields } = files
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const amount = (money: Money) => withPlainSpaces(formatMoney(money, locale, 'code'))
  const wholeAmount = (money: Money) => withPlainSpaces(amountInFiguresAndWords(money, files))
  const ways = {
    words: {
      amount: wholeAmount,
      rate: (basisPoints: number) => rateInFiguresAndWords(basisPoints, files),
      count: (value: number) => countInFiguresAndWords(value, files),
    },
    figures: {
      amount,
      rate: (basisPoints: number) => formatRate(basisPoints, locale),
      count: (value: number) => value.toLocaleString(locale),
    },
  }
  const format = (onPlatform: string, id: string) =>
    phrases.formats[id] ?? PLATFORMS.find((one) => one.id === onPlatform)?.formats.find((one) => one.id === id)?.label ?? id
  return {
    phrases,
    labels,
    fields,
    date: (day) => dates.format(new Date(`${day}T00:00:00Z`)),
    list: (parts) => lists.format(parts),
    conjunction: lists.formatToParts(['a', 'b']).find(({ type }) => type === 'literal')?.value ?? ', ',
    amount,
    wholeAmount,
    compensation: (terms, currency, written) =>
      insideSentence(describeCompensation(terms, currency, { locale, phrases: files.compensation, ...ways[written] })),
    platform: platformName,
    format,
    deliverable: (line, count) => {
      const name = format(line.platform, line.format)
      return filledIn(phrases.deliverable, {
        count: String(count),
        platform: platformName(line.platform),
        format: name,
        formatInSentence: name.toLocaleLowerCase(locale),
      })
    },
    country: (code) => regions.of(code) ?? code,
  }
}

function platformName(id: string): string {
  return PLATFORMS.find((one) => one.id === id)?.label ?? id
}

/** A phrase with its `{places}` filled. */
export function filledIn(phrase: string, places: Readonly<Record<string, string>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
}

/** One line, without a full stop at the end, to stand inside a sentence. */
function insideSentence(text: string): string {
  return withPlainSpaces(text).trim().replace(/\.$/, '')
}

function withPlainSpaces(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
