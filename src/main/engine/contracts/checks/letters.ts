import { unshownIn } from '../../documents/fonts/fallback.ts'
import { printable } from '../../documents/text/clean.ts'
import type { Filled } from '../fill.ts'
import { englishName } from '../values.ts'
import { problem, type Check } from './check.ts'

/** Values with characters that no font here has: nobody should sign a name that the page cannot show. */
export function letterChecks({ values, filled }: Pick<Filled, 'values' | 'filled'>): Check[] {
  const asked = new Set(filled.clauses.flatMap(({ paragraphs }) => paragraphs.flat().flatMap(({ field }) => field ?? [])))
  return values
    .filter(({ field }) => asked.has(field))
    .flatMap(({ field, value }) => {
      const unshown = unshownIn(printable(value ?? ''))
      if (unshown.length === 0) return []
      return [
        problem(
          field,
          `${englishName(field)}: the PDF has no letters for ${unshown.slice(0, 5).join(' ')} and shows a sign in their place. Type it over.`,
        ),
      ]
    })
}
