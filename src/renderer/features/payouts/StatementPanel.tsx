import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Day, Money } from '../../ui/figures.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { lookOf, type Payout } from './payout.ts'
import { PayoutTotals } from './PayoutTotals.tsx'
import classes from './payouts.module.css'

const route = getRouteApi('/payouts/$creatorId')

/** Everything owed and paid to one creator, as a ledger. */
export function StatementPanel() {
  const { creatorId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const payouts = useQuery(api.payouts.list.queryOptions({ input: { creatorId } }))
  return (
    <Panel
      label="Statement"
      header={payouts.data?.rows[0]?.creatorName ?? 'Statement'}
      onClose={() => void navigate({ to: '/payouts', search })}
    >
      <Answer query={payouts} what="The statement could not be read">
        {({ rows, totals }) =>
          rows.length === 0 ? (
            <EmptyState title="No payouts">Nothing is planned or paid for this creator.</EmptyState>
          ) : (
            <>
              <PayoutTotals totals={totals} />
              <Ledger rows={rows} />
            </>
          )
        }
      </Answer>
    </Panel>
  )
}

function Ledger({ rows }: { rows: readonly Payout[] }) {
  return (
    <table className={classes.ledger}>
      <thead>
        <tr>
          <th>Day</th>
          <th>For</th>
          <th>Status</th>
          <th className={classes.end}>Amount</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Day value={row.paidOn ?? row.dueOn} />
            </td>
            <td>
              {row.description}
              <span className={classes.sub}>
                {[row.campaignName, row.invoiceNumber && `Invoice ${row.invoiceNumber}`, row.reference].filter(Boolean).join(', ')}
              </span>
            </td>
            <td>
              <StatusDot tone={lookOf(row).tone}>{lookOf(row).word}</StatusDot>
            </td>
            <td className={classes.end}>
              <Money value={row.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
