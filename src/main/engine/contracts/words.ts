const locale = 'en-GB'

/** A plain date as a contract writes it: `2026-04-01` is "1 April 2026". */
export function writtenDate(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** "a", "a and b", "a, b and c". */
export function writtenList(parts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}

/** One line, without a full stop at the end, to stand inside a sentence. */
export function insideSentence(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '')
}
