import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Day, Money } from '../../ui/figures.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { lookOf, type Payout } from './payout.ts'
import type { PayoutSearch } from './routes.tsx'
import type { Week } from './weeks.ts'
import classes from './payouts.module.css'

interface PayoutTableProps {
  week: Week
  view: NonNullable<PayoutSearch['view']>
  selection: Selection
}

/** One week of payouts with what is due up to its end. */
export function PayoutTable({ week, view, selection }: PayoutTableProps) {
  const ids = week.rows.map(({ id }) => id)
  const isAll = ids.every((id) => selection.ids.has(id))
  return (
    <section className={classes.group} aria-label={week.title}>
      <div className={classes.groupHead}>
        <h2>{week.title}</h2>
        <span className={classes.running}>
          Running total{' '}
          {week.running.map((total, i) => (
            <span key={total.currency}>
              {i > 0 && ' + '}
              <Money value={total} />
            </span>
          ))}
        </span>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            {view === 'due' && (
              <th className={classes.choice}>
                <Checkbox
                  aria-label={`Select all of ${week.title}`}
                  checked={isAll}
                  onChange={() => (isAll ? selection.replace([...selection.ids].filter((id) => !ids.includes(id))) : selection.add(ids))}
                />
              </th>
            )}
            <th className={classes.creator}>Creator</th>
            <th>For</th>
            <th className={classes.day}>{view === 'paid' ? 'Paid on' : 'Due'}</th>
            <th className={`${classes.amount} ${classes.end}`}>Amount</th>
            <th className={classes.status}>Status</th>
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row) => (
            <PayoutLine key={row.id} row={row} view={view} selection={selection} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PayoutLine({ row, view, selection }: { row: Payout } & Pick<PayoutTableProps, 'view' | 'selection'>) {
  const { tone, word } = lookOf(row)
  return (
    <tr>
      {view === 'due' && (
        <td>
          <Checkbox
            aria-label={`Select ${row.description} for ${row.creatorName}`}
            checked={selection.ids.has(row.id)}
            onChange={() => selection.toggle(row.id)}
          />
        </td>
      )}
      <td title={row.creatorName}>
        <Link className={classes.link} to="/payouts/$creatorId" params={{ creatorId: row.creatorId }} search={{ view }}>
          {row.creatorName}
        </Link>
      </td>
      <td title={`${row.description}, ${row.campaignName}`}>
        {row.description}
        {!row.description.includes(row.campaignName) && <span className={classes.quiet}> {row.campaignName}</span>}
      </td>
      <td>
        <Day value={view === 'paid' ? row.paidOn : row.dueOn} />
      </td>
      <td className={classes.end}>
        <Money value={row.amount} />
      </td>
      <td>
        <StatusDot tone={tone}>{word}</StatusDot>
      </td>
    </tr>
  )
}
