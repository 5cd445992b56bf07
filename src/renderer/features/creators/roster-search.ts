import { z } from 'zod'
import { CreatorFilter, RosterSort } from '#src/shared/contract/creators.ts'

/** The roster's filter and order as they stand in its address; what a filter leaves out, the address leaves out. */
export const RosterSearch = CreatorFilter.omit({ archived: true })
  .extend({
    archived: z.boolean().optional(),
    sort: RosterSort.optional(),
    direction: z.enum(['ascending', 'descending']).optional(),
  })
  .catch({})
export type RosterSearch = z.infer<typeof RosterSearch>
export type Filter = z.input<typeof CreatorFilter>

/** The filter of an address, without its order. */
export function filterOf({ sort: _sort, direction: _direction, ...filter }: RosterSearch): Filter {
  return filter
}

/** The filter with one value of a facet put in or taken out; an empty facet is left out. */
export function withFacet(search: RosterSearch, facet: FacetName, value: string): RosterSearch {
  const now: readonly string[] = search[facet] ?? []
  const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value]
  return { ...search, [facet]: next.length > 0 ? next : undefined }
}

export const facetNames = ['tiers', 'platforms', 'niches', 'countries', 'languages', 'formats', 'stages', 'owners', 'tags'] as const
export type FacetName = (typeof facetNames)[number]

/** Whether anything narrows the roster (the archive is a view, not a filter). */
export function isFiltered({ archived: _archived, ...filter }: Filter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '')
}
