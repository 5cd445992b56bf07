import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { TableSkeleton } from '../campaigns/TableSkeleton.tsx'
import { overviewColumns } from './overview-columns.tsx'

/** What every campaign cost and brought in, one line each. */
export function ResultsPage() {
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const query = useQuery(api.measurement.overview.queryOptions({ input: {} }))
  const text = search.toLowerCase()
  const rows = (query.data ?? []).filter(
    ({ campaignName, clientName }) => campaignName.toLowerCase().includes(text) || clientName.toLowerCase().includes(text),
  )
  return (
    <Page
      title="Results"
      count={query.data ? rows.length : null}
      scrolls={false}
      actions={<SearchField label="Search campaigns" value={search} onSearch={setSearch} />}
    >
      <Answer query={query} what="The results could not be read" loading={<TableSkeleton columns={overviewColumns} label="Results" />}>
        {() => (
          <DataTable
            label="Results by campaign"
            rows={rows}
            columns={overviewColumns}
            rowId={({ campaignId }) => campaignId}
            rowName={({ campaignName }) => campaignName}
            onOpen={({ campaignId }) => void navigate({ to: '/campaigns/$campaignId/results', params: { campaignId } })}
            empty={
              search ? <EmptyState title="No campaign fits">No campaign or client has “{search}” in its name.</EmptyState> : <NoResults />
            }
          />
        )}
      </Answer>
    </Page>
  )
}

function NoResults() {
  return (
    <EmptyState
      title="No results yet"
      action={
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/campaigns/new" search={{}} />}>
          New campaign
        </Button>
      }
    >
      Each campaign stands here with what it cost and what it brought in, as soon as there is one.
    </EmptyState>
  )
}
