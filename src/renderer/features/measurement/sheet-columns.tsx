import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Count, Money, Percent } from '../../ui/figures.tsx'
import { notKnown } from '../../ui/format.ts'
import type { Column } from '../../ui/table/columns.ts'
import classes from './measurement.module.css'
import { SheetNotes } from './SheetNotes.tsx'
import { SpendCell } from './SpendCell.tsx'
import { Roas } from './Verdict.tsx'
import type { Roi, SheetRow } from './verdict.ts'

/** The columns of the live campaign sheet. */
export function sheetColumns({ campaignId, currency }: Roi): readonly Column<SheetRow>[] {
  const rows = (row: SheetRow, kind: 'results' | 'orders', figure: ReactNode) => (
    <Link
      to="/campaigns/$campaignId/results/rows"
      params={{ campaignId }}
      search={{ kind, for: row.collaborationId }}
      className={classes.figure}
      title="Show the rows behind this figure"
    >
      {figure}
    </Link>
  )
  return [
    {
      id: 'creator',
      header: 'Creator',
      width: 176,
      grow: 1.2,
      value: ({ creatorName }) => creatorName,
      cell: (row) => <Creator row={row} campaignId={campaignId} />,
    },
    {
      id: 'content',
      header: 'Content',
      width: 120,
      grow: 0,
      value: ({ contentStatus }) => contentStatus,
      cell: ({ contentStatus }) => <span className={classes.cut}>{contentStatus.charAt(0).toUpperCase() + contentStatus.slice(1)}</span>,
    },
    { id: 'post', header: 'Post', width: 120, grow: 0.6, cell: ({ postUrl }) => <Address text={postUrl} /> },
    {
      id: 'spend',
      header: 'Spend',
      width: 96,
      grow: 0,
      align: 'end',
      isDescendingFirst: true,
      value: ({ measures }) => measures.spend?.amountMinor ?? null,
      cell: (row) => <SpendCell row={row} campaignId={campaignId} currency={currency} />,
    },
    {
      id: 'clicks',
      header: 'Clicks',
      width: 76,
      grow: 0,
      align: 'end',
      isDescendingFirst: true,
      value: ({ measures }) => measures.clicks,
      cell: (row) => rows(row, 'results', <Count value={row.measures.clicks} />),
    },
    {
      id: 'conversions',
      header: 'Conversions',
      width: 104,
      grow: 0,
      align: 'end',
      isDescendingFirst: true,
      value: ({ measures }) => measures.conversions,
      cell: (row) => rows(row, 'results', <Count value={row.measures.conversions} />),
    },
    {
      id: 'revenue',
      header: 'Revenue',
      width: 96,
      grow: 0,
      align: 'end',
      isDescendingFirst: true,
      value: ({ measures }) => measures.revenue?.amountMinor ?? null,
      cell: (row) => rows(row, 'orders', <Money value={row.measures.revenue} isShort />),
    },
    {
      id: 'roas',
      header: 'ROAS',
      width: 162,
      grow: 0,
      isDescendingFirst: true,
      value: ({ measures }) => measures.roasHundredths,
      cell: ({ measures }) => <Roas figures={measures} />,
    },
    {
      id: 'roi',
      header: 'ROI',
      width: 72,
      grow: 0,
      align: 'end',
      isDescendingFirst: true,
      value: ({ measures }) => measures.roiBp,
      cell: ({ measures }) => <Percent basisPoints={measures.roiBp} decimals={0} />,
    },
    {
      id: 'code',
      header: 'Code',
      width: 104,
      grow: 0,
      value: ({ discountCode }) => discountCode,
      cell: ({ discountCode }) => (
        <span className={`${classes.cut} ${classes.code}`} title={discountCode ?? undefined}>
          {discountCode ?? notKnown}
        </span>
      ),
    },
    { id: 'link', header: 'Tracking link', width: 140, grow: 0.6, cell: ({ trackingLink }) => <Address text={trackingLink} /> },
    { id: 'notes', header: 'Notes', width: 160, grow: 1, cell: (row) => <SheetNotes row={row} /> },
  ]
}

function Creator({ row: { collaborationId, creatorName, handle }, campaignId }: { row: SheetRow; campaignId: string }) {
  return (
    <>
      <Link
        to="/campaigns/$campaignId/creators/$collaborationId"
        params={{ campaignId, collaborationId }}
        className={classes.creator}
        title={creatorName}
      >
        {creatorName}
      </Link>
      {handle && <span className={classes.handle}>@{handle}</span>}
    </>
  )
}

function Address({ text }: { text: string | null }) {
  return text ? (
    <span className={classes.cut} title={text}>
      {text.replace(/^https?:\/\/(www\.)?/, '')}
    </span>
  ) : (
    notKnown
  )
}
