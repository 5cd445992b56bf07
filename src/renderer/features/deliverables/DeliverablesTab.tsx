import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { TabFrame } from '../campaigns/TabFrame.tsx'
import { TableSkeleton } from '../campaigns/TableSkeleton.tsx'
import { Calendar } from './Calendar.tsx'
import { deliverableColumns } from './deliverable-columns.tsx'
import type { Deliverable } from './deliverable-words.ts'
import { DeliverablesSelection } from './DeliverablesSelection.tsx'

const route = getRouteApi('/campaigns/$campaignId/deliverables')

/** What is to be posted in a campaign: by date, or in a calendar. */
export function DeliverablesTab() {
  const { campaignId } = route.useParams()
  const { view = 'list' } = route.useSearch()
  const navigate = route.useNavigate()
  const { deliverableId } = useParams({ strict: false })
  const query = useQuery(api.deliverables.list.queryOptions({ input: { campaignId } }))
  const open = ({ id }: Deliverable) =>
    void navigate({ to: '/campaigns/$campaignId/deliverables/$deliverableId', params: { campaignId, deliverableId: id }, search: { view } })
  return (
    <TabFrame
      scrolls={false}
      tools={
        <SegmentedControl
          aria-label="View"
          data={[
            { value: 'list', label: 'List' },
            { value: 'calendar', label: 'Calendar' },
          ]}
          value={view}
          onChange={(next) => void navigate({ to: '.', search: { view: next as 'list' }, replace: true })}
        />
      }
      actions={
        <Button
          variant="filled"
          renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId/deliverables/new" params={{ campaignId }} search={{ view }} />}
        >
          Add deliverable
        </Button>
      }
    >
      <Answer
        query={query}
        what="The deliverables could not be read"
        loading={<TableSkeleton columns={deliverableColumns} label="Deliverables" />}
      >
        {(rows) =>
          view === 'calendar' && rows.length > 0 ? (
            <Calendar rows={rows} onOpen={open} />
          ) : (
            <List rows={rows} openId={deliverableId} onOpen={open} />
          )
        }
      </Answer>
    </TabFrame>
  )
}

function List({ rows, openId, onOpen }: { rows: readonly Deliverable[]; openId: string | undefined; onOpen: (row: Deliverable) => void }) {
  const selection = useSelection()
  return (
    <>
      <DataTable
        label="Deliverables"
        rows={rows}
        columns={deliverableColumns}
        rowId={({ id }) => id}
        rowName={({ title, creatorName }) => `${title} by ${creatorName}`}
        selection={selection}
        openId={openId}
        onOpen={onOpen}
        initialSort={{ id: 'due', direction: 'ascending' }}
        empty={
          <EmptyState title="No deliverables yet">
            List them in the brief: sending it makes them for every creator who receives it. You can also add one by hand.
          </EmptyState>
        }
      />
      <DeliverablesSelection rows={rows.filter(({ id }) => selection.ids.has(id))} onClear={selection.clear} />
    </>
  )
}
