import { foldText } from '#src/shared/domain/fold.ts'
import { clauseLibrary, contractLanguages } from '../documents/contract/library.ts'

/** Laws by the names people give them beside their country's own. */
const alsoCalled: Readonly<Record<string, string>> = { usa: 'US', england: 'GB', 'england and wales': 'GB', scotland: 'GB' }

let codes: Map<string, string> | undefined

/** The country (ISO 3166) a text names in any language of the clause library: "Germany", "Deutschland". Null for anything else. */
export function countryNamed(text: string): string | null {
  codes ??= codesByName()
  return codes.get(foldText(text)) ?? null
}

/** The country whose law a governing law is: as `countryNamed`, and by what stands between commas ("New York, USA"). Null where none is
 *  named. */
export function countryOfLaw(law: string | null): string | null {
  const places = law === null ? [] : [law, ...law.split(',')].map((part) => part.trim())
  return places.map((place) => countryNamed(place) ?? alsoCalled[foldText(place)]).find(Boolean) ?? null
}

function codesByName(): Map<string, string> {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const found = new Map<string, string>()
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
