import { MAIN_COUNTRY_BP } from '#src/shared/domain/audience.ts'
import type { TierBand } from '#src/shared/domain/tiers.ts'
import type { RosterOrder } from '../../db/roster-reader.ts'
import { countFacets, type Facets } from './facets.ts'
import { failuresOf, type CreatorFilter } from './filter.ts'
import type { Roster } from './roster.ts'

/** The lines of one filter. What was worked out is kept until the roster changes. */
export interface Selection {
  readonly total: number
  facets(): Facets
  /** Search ids in the order's own direction. */
  in(order: RosterOrder): Int32Array
}

/** So many filters are kept ready: the one shown, and those just left. */
const mostKept = 4
const kept = new WeakMap<Roster, { version: number; selections: Map<string, Selection> }>()

export function selectionOf(roster: Roster, filter: CreatorFilter, bands: readonly TierBand[], today: string): Selection {
  let known = kept.get(roster)
  if (known?.version !== roster.version) kept.set(roster, (known = { version: roster.version, selections: new Map() }))
  const key = JSON.stringify([filter, bands, filter.notWorkedWithDays && today])
  const selection = known.selections.get(key) ?? select(roster, filter, bands, today)
  known.selections.delete(key)
  known.selections.set(key, selection)
  if (known.selections.size > mostKept) known.selections.delete(known.selections.keys().next().value ?? '')
  return selection
}

function select(roster: Roster, filter: CreatorFilter, bands: readonly TierBand[], today: string): Selection {
  const fails = failuresOf(roster, filter, bands, today)
  const countryBp = filter.audience?.find(({ dimension }) => dimension === 'country')?.atLeastBp ?? MAIN_COUNTRY_BP
  const orders = new Map<RosterOrder, Int32Array>()
  let facets: Facets | undefined
  let total = 0
  for (let line = 0; line < fails.length; line++) if (fails[line] === 0) total++
  return {
    total,
    facets: () => (facets ??= countFacets(roster, fails, bands, countryBp)),
    in(order) {
      const known = orders.get(order)
      if (known) return known
      const chosen = new Int32Array(total)
      let at = 0
      const lines = roster.orders.in(order)
      for (let place = 0; place < lines.length; place++) {
        const line = lines[place] as number
        if (fails[line] === 0) chosen[at++] = line
      }
      orders.set(order, chosen)
      return chosen
    },
  }
}
