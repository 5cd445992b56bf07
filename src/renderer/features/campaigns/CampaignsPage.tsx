import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, getRouteApi, useChildMatches } from '@tanstack/react-router'
import type { z } from 'zod'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { EmptyState, Answer } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { campaignColumns } from './campaign-columns.tsx'
import type { CampaignSearch } from './campaign-search.ts'
import { sentence, statuses, type Campaign, type Status } from './campaign-words.ts'
import { ClientChip } from './ClientChip.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'

type Search = z.infer<typeof CampaignSearch>
const route = getRouteApi('/campaigns')

/** Every campaign in one line, by status. */
export function CampaignsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const hasPanel = useChildMatches().length > 0
  const narrow = (changes: Search) => void navigate({ to: '/campaigns', search: { ...search, ...changes }, replace: true })
  const query = useQuery(
    api.campaigns.list.queryOptions({
      input: { search: search.search || undefined, clientId: search.clientId },
      placeholderData: (before) => before,
    }),
  )
  const rows = (query.data ?? []).filter(({ status }) => search.status === undefined || status === search.status)
  return (
    <Page
      title="Campaigns"
      count={query.data ? rows.length : null}
      scrolls={false}
      panel={<Outlet />}
      tabs={<StatusTabs campaigns={query.data ?? []} status={search.status} onStatus={(status) => narrow({ status })} />}
      actions={
        <>
          {search.clientId && <ClientChip clientId={search.clientId} onClear={() => narrow({ clientId: undefined })} />}
          <SearchField label="Search campaigns" value={search.search ?? ''} onSearch={(text) => narrow({ search: text || undefined })} />
          {!hasPanel && <Button renderRoot={(props) => <Link {...props} to="/campaigns/clients" search={search} />}>Clients</Button>}
          {!hasPanel && (
            <Button variant="filled" renderRoot={(props) => <Link {...props} to="/campaigns/new" search={search} />}>
              New campaign
            </Button>
          )}
        </>
      }
    >
      <Answer query={query} what="The campaigns could not be read" loading={<TableSkeleton columns={campaignColumns} label="Campaigns" />}>
        {() => (
          <DataTable
            label="Campaigns"
            rows={rows}
            columns={campaignColumns}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            initialSort={{ id: 'dates', direction: 'descending' }}
            onOpen={({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })}
            empty={
              <NoCampaigns
                isFiltered={Object.values(search).some(Boolean)}
                onClear={() => void navigate({ to: '/campaigns', search: {} })}
              />
            }
          />
        )}
      </Answer>
    </Page>
  )
}

function StatusTabs({
  campaigns,
  status,
  onStatus,
}: {
  campaigns: readonly Campaign[]
  status: Status | undefined
  onStatus: (status: Status | undefined) => void
}) {
  const countOf = (one: Status) => campaigns.filter((campaign) => campaign.status === one).length
  const data = [
    { value: 'all', label: 'All' },
    ...statuses.map((one) => ({ value: one, label: countOf(one) > 0 ? `${sentence(one)} ${countOf(one)}` : sentence(one) })),
  ]
  return (
    <SegmentedControl
      aria-label="Status"
      data={data}
      value={status ?? 'all'}
      onChange={(value) => onStatus(value === 'all' ? undefined : (value as Status))}
    />
  )
}

function NoCampaigns({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered)
    return (
      <EmptyState title="No campaign fits" action={<Button onClick={onClear}>Show all campaigns</Button>}>
        Nothing matches this status and search.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No campaigns yet"
      action={
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/campaigns/new" search={{}} />}>
          New campaign
        </Button>
      }
    >
      A campaign holds the brief, the creators you choose for it, their contracts and payouts, and what the posts brought in.
    </EmptyState>
  )
}
