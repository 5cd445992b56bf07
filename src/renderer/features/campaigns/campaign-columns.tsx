import { formatMoney } from '../../ui/format.ts'
import { Count, Money } from '../../ui/figures.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { BudgetBar } from './BudgetBar.tsx'
import { formatDates, sentence, statuses, statusTones, type Campaign } from './campaign-words.ts'
import classes from './campaigns.module.css'

export const campaignColumns: readonly Column<Campaign>[] = [
  {
    id: 'name',
    header: 'Campaign',
    width: 164,
    grow: 2,
    value: ({ name }) => name,
    cell: ({ name }) => (
      <span className={`${classes.cut} ${classes.strong}`} title={name}>
        {name}
      </span>
    ),
  },
  {
    id: 'client',
    header: 'Client',
    width: 108,
    grow: 1,
    value: ({ clientName }) => clientName,
    cell: ({ clientName }) => (
      <span className={classes.cut} title={clientName}>
        {clientName}
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: 104,
    grow: 0,
    value: ({ status }) => statuses.indexOf(status),
    cell: ({ status }) => <StatusDot tone={statusTones[status]}>{sentence(status)}</StatusDot>,
  },
  {
    id: 'dates',
    header: 'Dates',
    width: 172,
    grow: 0.3,
    value: ({ startsOn, endsOn }) => startsOn ?? endsOn,
    cell: (row) => (
      <span className={`${classes.cut} figures`} title={formatDates(row)}>
        {formatDates(row)}
      </span>
    ),
  },
  {
    id: 'creators',
    header: 'Creators',
    width: 76,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ creatorCount }) => creatorCount,
    cell: ({ creatorCount }) => <Count value={creatorCount} />,
  },
  {
    id: 'contracts',
    header: 'Contracts',
    width: 128,
    grow: 0,
    value: ({ contractsSigned }) => contractsSigned,
    cell: (row) => <Contracts row={row} />,
  },
  {
    id: 'committed',
    header: 'Committed of budget',
    width: 214,
    grow: 0.6,
    align: 'end',
    isDescendingFirst: true,
    value: ({ committedMinor }) => committedMinor,
    cell: (row) => <Budget row={row} />,
  },
  {
    id: 'paid',
    header: 'Paid',
    width: 80,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ paidMinor }) => paidMinor,
    cell: ({ paidMinor, currency }) => <Money value={{ amountMinor: paidMinor, currency }} isShort />,
  },
]

function Contracts({ row: { contractsSigned, contractsOpen } }: { row: Campaign }) {
  if (contractsSigned + contractsOpen === 0) return <span className={classes.soft}>None</span>
  return (
    <span className="figures">
      {contractsSigned} signed{contractsOpen > 0 && <span className={classes.soft}>, {contractsOpen} open</span>}
    </span>
  )
}

function Budget({ row }: { row: Campaign }) {
  const { committedMinor, budgetMinor, currency } = row
  return (
    <>
      <span className={`${classes.cut} figures`}>
        {formatMoney({ amountMinor: committedMinor, currency }, true)}
        <span className={classes.soft}>
          {budgetMinor === null ? '' : ` of ${formatMoney({ amountMinor: budgetMinor, currency }, true)}`}
        </span>
      </span>
      <BudgetBar {...row} />
    </>
  )
}
