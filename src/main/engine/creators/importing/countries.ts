import { foldText } from '#src/shared/domain/fold.ts'

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'cs',
  'hu',
  'ro',
  'sv',
  'da',
  'fi',
  'tr',
  'ru',
  'uk',
  'bg',
  'el',
  'ja',
  'zh',
  'ko',
  'ar',
  'he',
  'id',
  'vi',
  'th',
]
const alsoWritten = [
  'usa',
  'u.s.',
  'u.s.a.',
  'us',
  'america',
  'uk',
  'england',
  'great britain',
  'scotland',
  'wales',
  'uae',
  'korea',
  'south korea',
  'russia',
  'turkey',
  'turkiye',
  'czech republic',
  'holland',
  'vietnam',
  'viet nam',
  'syria',
  'iran',
  'bolivia',
  'tanzania',
  'moldova',
  'ivory coast',
  'burma',
  'hong kong',
  'macau',
  'taiwan',
  'palestine',
  'kosovo',
  'сша',
  'великобритания',
  'оаэ',
  'россия',
  'рф',
  'eeuu',
  'ee.uu.',
  'eua',
]

let names: Set<string> | undefined

/** Whether a cell names a country, by its name in one of many languages or by its code of two or three capitals. */
export function isCountry(cell: string): boolean {
  names ??= namesOfCountries()
  return names.has(foldText(cell))
}

function namesOfCountries(): Set<string> {
  const found = new Set(alsoWritten.map(foldText))
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const displayNames = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }))
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const display of displayNames) {
      const name = display.of(code)
      if (name === undefined) continue
      found.add(foldText(name))
      found.add(code.toLowerCase())
    }
  }
  return found
}
