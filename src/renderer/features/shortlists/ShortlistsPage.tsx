import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Shortlist } from '#src/shared/contract/shortlists.ts'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { Ago, Count } from '../../ui/figures.tsx'
import { notKnown } from '../../ui/format.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { NewShortlist } from './NewShortlist.tsx'

const route = getRouteApi('/shortlists')

const columns: readonly Column<z.infer<typeof Shortlist>>[] = [
  { id: 'name', header: 'Shortlist', width: 220, grow: 2, value: ({ name }) => name, cell: ({ name }) => name },
  {
    id: 'creators',
    header: 'Creators',
    width: 96,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ creatorCount }) => creatorCount,
    cell: ({ creatorCount }) => <Count value={creatorCount} />,
  },
  { id: 'client', header: 'Client', width: 140, value: ({ clientName }) => clientName, cell: ({ clientName }) => clientName ?? notKnown },
  {
    id: 'campaign',
    header: 'Campaign',
    width: 140,
    value: ({ campaignName }) => campaignName,
    cell: ({ campaignName }) => campaignName ?? notKnown,
  },
  {
    id: 'updated',
    header: 'Changed',
    width: 110,
    grow: 0,
    isDescendingFirst: true,
    value: ({ updatedAt }) => updatedAt,
    cell: ({ updatedAt }) => <Ago value={updatedAt} />,
  },
]

/** Every shortlist in one line. */
export function ShortlistsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(
    api.shortlists.list.queryOptions({ input: { search: search.search || undefined }, placeholderData: (before) => before }),
  )
  const begin = () => void navigate({ to: '/shortlists', search: { ...search, new: true } })
  return (
    <Page
      title="Shortlists"
      count={query.data?.length ?? null}
      scrolls={false}
      actions={
        <>
          <SearchField
            label="Search shortlists"
            value={search.search ?? ''}
            onSearch={(words) => void navigate({ to: '/shortlists', search: { search: words || undefined }, replace: true })}
          />
          <Button variant="filled" onClick={begin}>
            New shortlist
          </Button>
        </>
      }
    >
      <Answer query={query} what="The shortlists could not be read">
        {(rows) => (
          <DataTable
            label="Shortlists"
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            onOpen={({ id }) => void navigate({ to: '/shortlists/$shortlistId', params: { shortlistId: id } })}
            empty={
              search.search ? (
                <EmptyState title="No shortlist fits">Search for fewer letters, or for a client or a campaign.</EmptyState>
              ) : (
                <EmptyState
                  title="No shortlists yet"
                  action={
                    <>
                      <Button renderRoot={(props) => <Link {...props} to="/roster" />}>Choose from the roster</Button>
                      <Button onClick={begin}>New shortlist</Button>
                    </>
                  }
                >
                  Creators you have in mind for a client or a campaign stand here, in your order and with your notes. Select some in the
                  roster to begin with.
                </EmptyState>
              )
            }
          />
        )}
      </Answer>
      {search.new === true && (
        <NewShortlist
          onClose={() => void navigate({ to: '/shortlists', search: { ...search, new: undefined }, replace: true })}
          onMade={(id) => void navigate({ to: '/shortlists/$shortlistId', params: { shortlistId: id }, replace: true })}
        />
      )}
    </Page>
  )
}
