import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Page } from '../../frame/Page.tsx'
import { counted, today } from '../../ui/format.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { PayoutTable } from './PayoutTable.tsx'
import { PayoutTotals } from './PayoutTotals.tsx'
import { RecordPayments } from './RecordPayments.tsx'
import { byWeek } from './weeks.ts'
import classes from './payouts.module.css'

const route = getRouteApi('/payouts')
const views = { due: 'planned', paid: 'paid', cancelled: 'cancelled' } as const

/** What is owed to creators, grouped by week; a selection is paid in one go. */
export function PayoutsPage() {
  const { view = 'due', campaignId } = route.useSearch()
  const navigate = route.useNavigate()
  const payouts = useQuery(api.payouts.list.queryOptions({ input: { campaignId } }))
  const rows = payouts.data?.rows.filter(({ status }) => status === views[view]) ?? []
  const selection = useSelection()
  const [isRecording, setRecording] = useState(false)
  const chosen = rows.filter(({ id }) => selection.ids.has(id))
  const cancel = useChange(client.payouts.cancel, { done: 'Payouts cancelled', onDone: selection.clear })
  const show = (next: string) => {
    selection.clear()
    void navigate({ search: { view: next as keyof typeof views, campaignId } })
  }
  return (
    <Page
      title="Payouts"
      count={payouts.data ? rows.length : null}
      panel={<Outlet />}
      tabs={
        <SegmentedControl
          aria-label="Which payouts"
          value={view}
          onChange={show}
          data={[
            { value: 'due', label: 'Due' },
            { value: 'paid', label: 'Paid' },
            { value: 'cancelled', label: 'Cancelled' },
          ]}
        />
      }
      actions={
        campaignId && <Button renderRoot={(props) => <Link {...props} to="/payouts" search={{ view }} />}>Show all campaigns</Button>
      }
    >
      <Answer query={payouts} what="The payouts could not be read">
        {({ totals }) =>
          rows.length === 0 ? (
            <NoPayouts view={view} />
          ) : (
            <>
              <PayoutTotals totals={totals} />
              <div className={classes.groups}>
                {byWeek(rows, (row) => (view === 'paid' ? row.paidOn : row.dueOn), today()).map((week) => (
                  <PayoutTable key={week.key} week={week} view={view} selection={selection} />
                ))}
              </div>
            </>
          )
        }
      </Answer>
      {view === 'due' && (
        <SelectionBar count={chosen.length} noun="payout" onClear={selection.clear}>
          <Button variant="filled" onClick={() => setRecording(true)}>
            Record {chosen.length === 1 ? 'payment' : 'payments'}
          </Button>
          <Button loading={cancel.isPending} onClick={() => cancel.mutate({ ids: chosen.map(({ id }) => id) })}>
            Cancel {counted(chosen.length, 'payout')}
          </Button>
        </SelectionBar>
      )}
      <RecordPayments
        payouts={chosen}
        isOpen={isRecording && chosen.length > 0}
        onClose={() => setRecording(false)}
        onDone={selection.clear}
      />
    </Page>
  )
}

function NoPayouts({ view }: { view: keyof typeof views }) {
  if (view === 'paid')
    return <EmptyState title="Nothing paid yet">Payments you record are kept here with their day, method and reference.</EmptyState>
  if (view === 'cancelled') return <EmptyState title="Nothing cancelled">Payouts that were called off are kept here.</EmptyState>
  return (
    <EmptyState
      title="Nothing due"
      action={
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/campaigns" />}>
          Open campaigns
        </Button>
      }
    >
      Plan payouts from the creators of a campaign: what was agreed becomes due after the days the brief names.
    </EmptyState>
  )
}
