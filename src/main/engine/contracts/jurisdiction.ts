import { foldText } from '#src/shared/domain/fold.ts'
import { clauseLibrary, contractLanguages } from '../documents/contract/library.ts'

let codes: Map<string, string> | undefined

/** The country (ISO 3166) a governing law is named by, in any language of the clause library: "Germany", "Deutschland", "New York, USA".
 *  Null where it names none. */
export function countryOfLaw(law: string | null): string | null {
  if (law === null) return null
  codes ??= codesByName()
  const places = [law, ...law.split(',')].map((part) => foldText(part.trim()))
  return places.map((place) => codes?.get(place)).find((code) => code !== undefined) ?? null
}

function codesByName(): Map<string, string> {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const found = new Map<string, string>([
    ['usa', 'US'],
    ['england', 'GB'],
    ['england and wales', 'GB'],
  ])
  for (const { locale } of contractLanguages().map(({ id }) => clauseLibrary(id))) {
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' })
      for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
        const name = names.of(code)
        // Codes that were given up, such as DD and UK, lead to those in their place.
        if (name !== undefined) found.set(foldText(name), new Intl.Locale(`und-${code}`).region ?? code)
      }
    }
  }
  return found
}
