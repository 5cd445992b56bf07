import { Outlet, getRouteApi, useParams } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { useWindowState } from '../../frame/window-state.ts'
import { ProblemState } from '../../ui/states.tsx'
import { PagedTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { rosterColumns } from './columns.tsx'
import { FacetRail } from './FacetRail.tsx'
import { FilterChips } from './FilterChips.tsx'
import { WithPeers } from './FollowerTrend.tsx'
import { RosterActions } from './RosterActions.tsx'
import { RosterEmpty } from './RosterEmpty.tsx'
import classes from './roster.module.css'
import { filterOf, isFiltered, type RosterSearch } from './roster-search.ts'
import { RosterSelection, selectAll } from './RosterSelection.tsx'
import { useRoster } from './use-roster.ts'

const route = getRouteApi('/roster')
const sortable = ['name', 'followers', 'engagement'] as const

/** All creators: facets, table, detail. */
export function RosterPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { creatorId } = useParams({ strict: false })
  const isRailOpen = useWindowState((state) => state.isRailOpen)
  const { rows, isChanging } = useRoster(search)
  const selection = useSelection()
  const filter = filterOf(search)
  const isNarrowable = rows.total !== 0 || isFiltered(filter)
  const change = (next: RosterSearch) => void navigate({ to: '.', search: next, replace: true })
  return (
    <Page
      title={search.archived ? 'Archive' : 'Roster'}
      count={rows.total}
      scrolls={false}
      panel={<Outlet />}
      actions={<RosterActions search={search} onChange={change} />}
    >
      <div className={classes.roster}>
        {isRailOpen && isNarrowable && <FacetRail search={search} onChange={change} />}
        <div className={classes.list}>
          <FilterChips search={search} onChange={change} />
          {rows.error !== null ? (
            <ProblemState error={rows.error} what="The roster could not be read" onRetry={rows.refresh} />
          ) : (
            <WithPeers>
              <PagedTable
                label="Creators"
                rows={rows}
                isChanging={isChanging}
                columns={rosterColumns}
                rowId={({ id }) => id}
                rowName={({ name }) => name}
                sortable={sortable}
                sort={{ id: search.sort ?? 'followers', direction: search.direction ?? 'descending' }}
                onSort={({ id, direction }) => change({ ...search, sort: id as RosterSearch['sort'], direction })}
                selection={selection}
                onSelectAll={() => selectAll(selection, filter)}
                openId={creatorId}
                onOpen={({ id }) => void navigate({ to: '/roster/$creatorId', params: { creatorId: id }, search })}
                empty={<RosterEmpty search={search} onChange={change} />}
              />
            </WithPeers>
          )}
          <RosterSelection selection={selection} filter={filter} total={rows.total ?? 0} />
        </div>
      </div>
    </Page>
  )
}
