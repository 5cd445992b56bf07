// English first: where an abbreviation means two months in two languages, the earlier language wins.
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'uk', 'pl', 'bg', 'tr', 'cs', 'ro', 'sv', 'da', 'id', 'hu']
const OFTEN_WRITTEN: Readonly<Record<string, number>> = { sept: 9, mrz: 3 }

let names: Map<string, number> | undefined

/** The month (1–12) a word names in any of the languages above, abbreviated or in full ("Dec", "апр.", "märz"); null for any other word. */
export function monthOfName(word: string): number | null {
  names ??= namesOfMonths()
  return names.get(plain(word)) ?? null
}

export function isMonthName(word: string): boolean {
  return monthOfName(word) !== null
}

function namesOfMonths(): Map<string, number> {
  const found = new Map(Object.entries(OFTEN_WRITTEN))
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      // With a day beside it, a month stands in the genitive in Slavic languages.
      const formats = [{ month: style }, { month: style, day: 'numeric' }] as const
      for (const options of formats) addNames(found, new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }))
    }
  }
  return found
}

function addNames(found: Map<string, number>, format: Intl.DateTimeFormat): void {
  for (let month = 1; month <= 12; month++) {
    const part = format.formatToParts(Date.UTC(2025, month - 1, 15)).find(({ type }) => type === 'month')
    const name = plain(part?.value ?? '')
    if (/^\p{L}+$/u.test(name) && !found.has(name)) found.set(name, month)
  }
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFC').replace(/\.$/, '')
}
