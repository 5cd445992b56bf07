import { raise } from '#src/shared/contract/errors.ts'
import { PLATFORMS, platformOfWord } from '#src/shared/domain/platforms.ts'
import { openTable } from '../../exchange/tables/open-table.ts'
import { fileSource } from '../../exchange/tables/source.ts'
import type { Table } from '../../exchange/tables/types.ts'
import { guessPlan } from './guess-plan.ts'
import { meaningOfHeader } from './header-words.ts'
import { mappingOf, readMapping } from './mapping.ts'
import { otherListOf, questionsOf } from './questions.ts'
import type { Question } from './questions.ts'
import type { ListPlan } from './types.ts'

/** What is asked of an import; plain data, so that it can go to a worker thread. */
export interface ImportRequest {
  path: string
  mapping: Record<string, string> | null
  platform: string | null
  /** The sheet of a workbook; null for the one that looks most like a list. */
  sheet: string | null
  /** The day of figures that say none. */
  takenOn: string
  /** Where a price has no currency. */
  currency: string
}

/** A list that has been opened and understood as far as it can be. */
export interface OpenList {
  table: Table
  plan: ListPlan
  mapping: Record<string, string>
  questions: Question[]
}

/** What the workspace knows that helps to read a list. */
export interface KnownBefore {
  /** The mapping that was said for an earlier list with the same headers. */
  mappingFor(headers: readonly string[]): Record<string, string> | null
  /** Platforms of the workspace's own. */
  platforms: readonly string[]
}

/** Opens a file and works out how to read it. */
export async function openList(request: ImportRequest, known: KnownBefore): Promise<OpenList> {
  const table = await openTable(await fileSource(request.path), (cell) => meaningOfHeader(cell) !== null, { sheet: request.sheet })
  const said = request.mapping ?? known.mappingFor(table.headers)
  const platform = request.platform === null ? null : (platformOfWord(request.platform) ?? request.platform.trim().toLowerCase())
  const plan = guessPlan(table, {
    mapping: said ? readMapping(said) : undefined,
    platform: platform === '' ? null : platform,
    currency: request.currency,
    ownPlatforms: known.platforms,
  })
  return { table, plan, mapping: mappingOf(plan.columns), questions: questionsOf(plan, table.headers, said !== null) }
}

/** Ends the import where something still has to be said. Raises MAPPING_NEEDED or PLATFORM_NEEDED. */
export function expectNoQuestions({ table, questions }: OpenList): void {
  if (questions.includes('mapping')) {
    const other = otherListOf(table.headers)
    const why = other === null ? 'no column of it says who the creators are' : `it looks like ${other}`
    const headers = table.headers.slice(0, 100)
    const wanted = 'Say which column holds the handle or the name.'
    raise('MAPPING_NEEDED', `“${table.fileName}” was not imported, because ${why}. ${wanted}`, { headers })
  }
  if (questions.includes('platform')) {
    const platforms = PLATFORMS.map(({ id }) => id)
    const why = 'it does not say which platform its creators are on'
    raise('PLATFORM_NEEDED', `“${table.fileName}” was not imported, because ${why}. Say it, such as instagram.`, { platforms })
  }
}
