import { useMemo } from 'react'
import { RosterSort } from '#src/shared/contract/creators.ts'
import { Outlet, getRouteApi, useParams } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { useWindowState } from '../../frame/window-state.ts'
import { ProblemState } from '../../ui/states.tsx'
import { PagedTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { FacetRail } from './FacetRail.tsx'
import { FilterChips } from './FilterChips.tsx'
import { WithPeers } from './FollowerTrend.tsx'
import { RosterActions } from './RosterActions.tsx'
import { RosterEmpty } from './RosterEmpty.tsx'
import classes from './roster.module.css'
import { filterOf, isFiltered, orderOf, type RosterSearch } from './roster-search.ts'
import { RosterSelection, selectAll } from './RosterSelection.tsx'
import { useRoster } from './use-roster.ts'
import { ColumnsMenu } from './views/ColumnsMenu.tsx'
import { columnsOf, withMoved, withWidth } from './views/layout.ts'
import { useView } from './views/use-view.ts'
import { ViewMenu } from './views/ViewMenu.tsx'

const route = getRouteApi('/roster')

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
  const inUse = useView(search)
  const { layout, changeLayout } = inUse
  const columns = useMemo(() => columnsOf(layout), [layout])
  const { sort, direction } = orderOf(search)
  const open = (next: RosterSearch) => void navigate({ to: '.', search: next, replace: true })
  const change = (next: RosterSearch) => open({ ...next, view: search.view })
  return (
    <Page
      title={search.archived ? 'Archive' : 'Roster'}
      count={rows.total}
      scrolls={false}
      panel={<Outlet />}
      tabs={<ViewMenu inUse={inUse} onOpen={open} />}
      actions={<RosterActions search={search} onChange={change} columns={<ColumnsMenu layout={layout} onChange={changeLayout} />} />}
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
                columns={columns}
                rowId={({ id }) => id}
                rowName={({ name }) => name}
                sortable={RosterSort.options}
                sort={{ id: sort, direction }}
                onSort={({ id, direction }) => change({ ...search, sort: id as RosterSearch['sort'], direction })}
                arranging={{
                  onResize: (id, width) => changeLayout(withWidth(layout, id, width)),
                  onMove: (id, by) => changeLayout(withMoved(layout, id, by)),
                }}
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
