import { foldText } from './fold.ts'

/** The languages in which people and platforms write the names of countries in exports. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'tr', 'ru']
// Names in use beside the official ones.
const alsoWritten: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  usa: 'US',
  'u.s.': 'US',
  america: 'US',
  uae: 'AE',
  'south korea': 'KR',
  korea: 'KR',
  russia: 'RU',
  turkey: 'TR',
  'czech republic': 'CZ',
  holland: 'NL',
  vietnam: 'VN',
  'ivory coast': 'CI',
}

let codes: Map<string, string> | undefined

/** The ISO 3166-1 code of a country by its code or its name in one of many languages; what is none stays as it is written, trimmed. */
export function countryCode(written: string): string {
  codes ??= readCodes()
  return codes.get(foldText(written)) ?? written.trim()
}

/** A country's English name; what is no code stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (english.of(code) ?? code) : code
}

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** A code that was given up, such as DD, stands for the one that took its place. */
function isInUse(code: string): boolean {
  return english.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code
}

function readCodes(): Map<string, string> {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const all = letters.flatMap((first) => letters.map((second) => first + second)).filter(isInUse)
  const found = new Map<string, string>()
  const put = (name: string | undefined, code: string) => {
    if (name !== undefined && !found.has(foldText(name))) found.set(foldText(name), code)
  }
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of all) put(names.of(code), code)
  }
  for (const code of all) put(code, code)
  for (const [name, code] of Object.entries(alsoWritten)) found.set(foldText(name), code)
  return found
}
