import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { contractColumns } from '../contracts/columns.tsx'
import { TabFrame } from './TabFrame.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'

const route = getRouteApi('/campaigns/$campaignId')
const columns = contractColumns.filter(({ id }) => id !== 'campaign' && id !== 'client')

/** The contracts of one campaign; each opens on its own page. */
export function ContractsTab() {
  const { campaignId } = route.useParams()
  const navigate = route.useNavigate()
  const query = useQuery(api.contracts.list.queryOptions({ input: { campaignId } }))
  const make = (
    <Button variant="filled" renderRoot={(props) => <Link {...props} to="/contracts/new" search={{ campaignId }} />}>
      New contracts
    </Button>
  )
  return (
    <TabFrame scrolls={false} actions={make}>
      <Answer query={query} what="The contracts could not be read" loading={<TableSkeleton columns={columns} label="Contracts" />}>
        {(rows) => (
          <DataTable
            label="Contracts of the campaign"
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
            rowName={({ number, creatorName }) => `${number}, ${creatorName}`}
            onOpen={({ id }) => void navigate({ to: '/contracts/$contractId', params: { contractId: id } })}
            initialSort={{ id: 'creator', direction: 'ascending' }}
            empty={
              <EmptyState title="No contracts yet" action={make}>
                A contract takes its terms from the campaign, the brief and what was agreed with each creator. Make them for all creators at
                once.
              </EmptyState>
            }
          />
        )}
      </Answer>
    </TabFrame>
  )
}
