import type { z } from 'zod'
import type { measurement } from '#src/shared/contract/measurement.ts'
import { Count, Money, Percent } from '../../ui/figures.tsx'
import { formatMoney } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { sentence, statusTones, type Status } from '../campaigns/campaign-words.ts'
import classes from './measurement.module.css'
import { Roas } from './Verdict.tsx'

type Line = z.infer<NonNullable<(typeof measurement.overview)['~orpc']['outputSchema']>>[number]

export const overviewColumns: readonly Column<Line>[] = [
  {
    id: 'campaign',
    header: 'Campaign',
    width: 176,
    grow: 2,
    value: ({ campaignName }) => campaignName,
    cell: ({ campaignName }) => (
      <span className={`${classes.cut} ${classes.strong}`} title={campaignName}>
        {campaignName}
      </span>
    ),
  },
  {
    id: 'client',
    header: 'Client',
    width: 112,
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
    width: 108,
    grow: 0,
    value: ({ status }) => status,
    cell: ({ status }) => <StatusDot tone={statusTones[status as Status]}>{sentence(status)}</StatusDot>,
  },
  {
    id: 'spend',
    header: 'Spend',
    width: 112,
    grow: 0.3,
    align: 'end',
    isDescendingFirst: true,
    value: ({ total }) => total.spend?.amountMinor ?? null,
    cell: (row) => <Spend row={row} />,
  },
  {
    id: 'revenue',
    header: 'Revenue',
    width: 104,
    grow: 0.3,
    align: 'end',
    isDescendingFirst: true,
    value: ({ total }) => total.revenue?.amountMinor ?? null,
    cell: ({ total }) => <Money value={total.revenue} isShort />,
  },
  {
    id: 'roas',
    header: 'ROAS',
    width: 168,
    grow: 0,
    isDescendingFirst: true,
    value: ({ total }) => total.roasHundredths,
    cell: ({ total }) => <Roas figures={total} />,
  },
  {
    id: 'roi',
    header: 'ROI',
    width: 72,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ total }) => total.roiBp,
    cell: ({ total }) => <Percent basisPoints={total.roiBp} decimals={0} />,
  },
  {
    id: 'conversions',
    header: 'Conversions',
    width: 104,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ total }) => total.conversions,
    cell: ({ total }) => <Count value={total.conversions} />,
  },
  {
    id: 'cpa',
    header: 'CPA',
    width: 88,
    grow: 0,
    align: 'end',
    value: ({ total }) => total.cpa?.amountMinor ?? null,
    cell: ({ total }) => <Money value={total.cpa} />,
  },
]

function Spend({ row: { total, otherCurrencies } }: { row: Line }) {
  const others = otherCurrencies.map(({ currency, spendMinor }) => formatMoney({ amountMinor: spendMinor, currency })).join(', ')
  return (
    <>
      {others && (
        <span className={classes.soft} title={`Not in this sum: ${others}`}>
          +
        </span>
      )}
      <Money value={total.spend} isShort />
    </>
  )
}
