import { foldText } from '../fold.ts'

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl'] as const
/** Names that are in use beside the official ones. */
const alsoWritten: Readonly<Record<string, string>> = {
  usa: 'US',
  uk: 'GB',
  england: 'GB',
  'great britain': 'GB',
  grossbritannien: 'GB',
  holland: 'NL',
  turkey: 'TR',
}

const english = new Intl.DisplayNames(['en'], { type: 'region' })
let byName: Map<string, string> | undefined

/** One key for a country however a list writes it: its code of two letters ("DE" for "Germany" and "Deutschland"), or the folded text. */
export function countryKey(text: string): string {
  const plain = text.trim()
  if (/^[A-Z]{2}$/.test(plain)) return plain === 'UK' ? 'GB' : plain
  byName ??= codesByName()
  const folded = foldText(plain)
  return byName.get(folded) ?? folded
}

/** What a country is called in English; as it is written where it is no code. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return english.of(code) ?? code
}

function codesByName(): Map<string, string> {
  const found = new Map(Object.entries(alsoWritten))
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const displays = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }))
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const display of displays) {
      const name = display.of(code)
      if (name === undefined) continue
      found.set(foldText(name), code)
      found.set(code.toLowerCase(), code)
    }
  }
  return found
}
