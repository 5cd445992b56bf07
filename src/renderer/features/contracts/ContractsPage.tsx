import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Page } from '../../frame/Page.tsx'
import { counted } from '../../ui/format.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { contractColumns } from './columns.tsx'
import { statusLook, type ContractStatus } from './contract.ts'

const route = getRouteApi('/contracts')
const statuses: readonly ContractStatus[] = ['draft', 'sent', 'signed by one', 'signed by all', 'declined', 'terminated']

/** All contracts, newest first; a selection is drawn or marked in one go. */
export function ContractsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const contracts = useQuery(api.contracts.list.queryOptions({ input: search }))
  const selection = useSelection()
  const ids = [...selection.ids]
  const draw = useChange(client.contracts.render, {
    done: ({ documentIds }) => `${counted(documentIds.length, 'PDF')} drawn`,
    onDone: selection.clear,
  })
  const mark = useChange(client.contracts.setStatus, { done: 'Contracts marked', onDone: selection.clear })
  const isFiltered = Object.values(search).some(Boolean)
  return (
    <Page
      title="Contracts"
      count={contracts.data?.length ?? null}
      scrolls={false}
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
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/contracts/new" />}>
            New contract
          </Button>
        </>
      }
    >
      <Answer query={contracts} what="The contracts could not be read">
        {(rows) => (
          <DataTable
            label="Contracts"
            rows={rows}
            columns={contractColumns}
            rowId={({ id }) => id}
            rowName={({ number, creatorName }) => `contract ${number} with ${creatorName}`}
            initialSort={{ id: 'number', direction: 'descending' }}
            selection={selection}
            onOpen={({ id }) => void navigate({ to: '/contracts/$contractId', params: { contractId: id } })}
            empty={isFiltered ? <EmptyState title="No contract fits">Take a filter away to see more.</EmptyState> : <NoContracts />}
          />
        )}
      </Answer>
      <SelectionBar count={ids.length} noun="contract" onClear={selection.clear}>
        <Button variant="filled" loading={draw.isPending} onClick={() => draw.mutate({ ids })}>
          Draw PDFs
        </Button>
        <Button loading={mark.isPending} onClick={() => mark.mutate({ ids, status: 'sent' })}>
          Mark as sent
        </Button>
        <Button loading={mark.isPending} onClick={() => mark.mutate({ ids, status: 'declined' })}>
          Mark as declined
        </Button>
      </SelectionBar>
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
      A contract is filled from the campaign, its brief and what was agreed with the creator, and signed here by both sides.
    </EmptyState>
  )
}
