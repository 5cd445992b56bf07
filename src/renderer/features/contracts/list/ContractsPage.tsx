import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Page } from '../../../frame/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Answer, EmptyState } from '../../../ui/states.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useSelection } from '../../../ui/table/selection.ts'
import { contractColumns } from '../columns.tsx'
import { statusLook, type ContractStatus } from '../contract.ts'
import { ContractsSelection } from './ContractsSelection.tsx'
import { DropToCheck } from './DropToCheck.tsx'

const route = getRouteApi('/contracts')
const statuses: readonly ContractStatus[] = [
  'draft',
  'internal approval',
  'sent',
  'signed by one',
  'signed by all',
  'amended',
  'expired',
  'declined',
  'terminated',
]

/** All contracts, newest first; a selection is drawn, signed, sent or marked in one go, and any PDF can be dropped here to be checked. */
export function ContractsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const contracts = useQuery(api.contracts.list.queryOptions({ input: search }))
  const selection = useSelection()
  const isFiltered = Object.values(search).some(Boolean)
  return (
    <Page
      title="Contracts"
      count={contracts.data?.length ?? null}
      scrolls={false}
      panel={<Outlet />}
      tabs={
        <Select
          aria-label="Status"
          w={150}
          clearable
          placeholder="Every status"
          value={search.status ?? null}
          data={statuses.map((value) => ({ value, label: statusLook(value).word }))}
          onChange={(status) => void navigate({ search: { ...search, status: status ?? undefined } })}
        />
      }
      actions={
        <>
          <SearchField
            label="Search contracts"
            value={search.search ?? ''}
            onSearch={(words) => void navigate({ search: { ...search, search: words || undefined }, replace: true })}
          />
          <Button renderRoot={(props) => <Link {...props} to="/contracts/check" />}>Check a PDF</Button>
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/contracts/new" />}>
            New contract
          </Button>
        </>
      }
    >
      <DropToCheck>
        <Answer query={contracts} what="The contracts could not be read">
          {(rows) => (
            <>
              <DataTable
                label="Contracts"
                rows={rows}
                columns={contractColumns}
                rowId={({ id }) => id}
                rowName={({ number, counterparty }) => `contract ${number} with ${counterparty.name}`}
                initialSort={{ id: 'number', direction: 'descending' }}
                selection={selection}
                onOpen={({ id }) => void navigate({ to: '/contracts/$contractId', params: { contractId: id } })}
                empty={isFiltered ? <EmptyState title="No contract fits">Take a filter away to see more.</EmptyState> : <NoContracts />}
              />
              <ContractsSelection chosen={rows.filter(({ id }) => selection.ids.has(id))} onClear={selection.clear} />
            </>
          )}
        </Answer>
      </DropToCheck>
    </Page>
  )
}

function NoContracts() {
  return (
    <EmptyState
      title="No contracts yet"
      action={
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/contracts/new" />}>
          New contract
        </Button>
      }
    >
      A contract is filled from the campaign, its brief and what was agreed, and signed by both sides here, in a browser, with another tool
      or on paper.
    </EmptyState>
  )
}
