import { Button } from '@mantine/core'
import { Link, Outlet, getRouteApi, useParams } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { PagedTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { rosterColumns } from './columns.tsx'
import { useRoster } from './use-roster.ts'

const route = getRouteApi('/roster')
const sortable = ['name', 'followers', 'engagement'] as const

/** All creators: facets, table, detail. */
export function RosterPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { creatorId } = useParams({ strict: false })
  const { rows, isChanging } = useRoster(search)
  const selection = useSelection()
  return (
    <Page title="Roster" count={rows.total} scrolls={false} panel={<Outlet />} actions={<Button variant="filled" renderRoot={(props) => <Link {...props} to="/roster/new" />}>Add creator</Button>}>
      <PagedTable
        label="Creators" rows={rows} isChanging={isChanging} columns={rosterColumns} rowId={({ id }) => id} rowName={({ name }) => name} sortable={sortable}
        sort={{ id: search.sort ?? 'followers', direction: search.direction ?? 'descending' }}
        onSort={({ id, direction }) => void navigate({ search: { ...search, sort: id as 'name', direction } })}
        selection={selection} openId={creatorId} onOpen={({ id }) => void navigate({ to: '/roster/$creatorId', params: { creatorId: id }, search })}
        empty={<EmptyState title="No creators yet">Creators of your agency stand here.</EmptyState>}
      />
    </Page>
  )
}
