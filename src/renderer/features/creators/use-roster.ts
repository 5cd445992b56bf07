import { client } from '../../api/client.ts'
import { usePagedRows } from '../../ui/table/use-paged-rows.ts'
import type { Creator } from './columns.tsx'
import { filterOf, type RosterSearch } from './roster-search.ts'

/** Changes in these tables may change what the roster shows. */
const rosterTables = ['creator', 'account', 'snapshot', 'setting', 'creator_profile', 'audience', 'vetting_review'] as const

/** Little more than a tall window shows: the first page decides how soon a jump is filled. */
const pageSize = 60

/** The roster's rows for an address: any number of them, loaded around what is in view. */
export function useRoster(search: RosterSearch) {
  const { sort, direction } = search
  const filter = filterOf(search)
  return usePagedRows<Creator>({
    key: JSON.stringify([filter, sort, direction]),
    tables: rosterTables,
    pageSize,
    fetch: (page) => client.creators.list({ ...filter, sort, direction, ...page }),
  })
}
