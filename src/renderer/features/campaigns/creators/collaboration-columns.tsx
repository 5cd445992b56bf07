import { Avatar } from '../../../ui/Avatar.tsx'
import { Day } from '../../../ui/figures.tsx'
import { formatMoney, notKnown } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { stages, type Collaboration } from '../campaign-words.ts'
import classes from './creators.module.css'
import { modelLabel } from './compensation-draft.ts'
import { BriefStatus, ContractStatusDot, StageStatus } from './work-status.tsx'

export const collaborationColumns: readonly Column<Collaboration>[] = [
  {
    id: 'creator',
    header: 'Creator',
    width: 196,
    grow: 1.6,
    value: ({ creatorName }) => creatorName,
    cell: (row) => <Creator row={row} />,
  },
  {
    id: 'stage',
    header: 'Stage',
    width: 118,
    grow: 0,
    value: ({ stage }) => stages.indexOf(stage),
    cell: ({ stage }) => <StageStatus stage={stage} />,
  },
  {
    id: 'compensation',
    header: 'Compensation',
    width: 160,
    grow: 0.8,
    value: ({ agreedCash }) => agreedCash?.amountMinor ?? null,
    cell: (row) => <Compensation row={row} />,
  },
  { id: 'brief', header: 'Brief', width: 104, grow: 0, value: briefRank, cell: (row) => <BriefStatus row={row} /> },
  {
    id: 'contract',
    header: 'Contract',
    width: 146,
    grow: 0,
    value: ({ contract }) => contract?.status ?? null,
    cell: ({ contract }) => <ContractStatusDot status={contract?.status} />,
  },
  {
    id: 'posts',
    header: 'Posts',
    width: 72,
    grow: 0,
    align: 'end',
    value: ({ deliverables: { posted } }) => posted,
    cell: ({ deliverables: { posted, total } }) =>
      total === 0 ? (
        notKnown
      ) : (
        <span className="figures">
          {posted}
          <span className={classes.soft}> of {total}</span>
        </span>
      ),
  },
  {
    id: 'due',
    header: 'Next due',
    width: 84,
    grow: 0,
    value: ({ deliverables: { nextDueOn } }) => nextDueOn,
    cell: ({ deliverables: { nextDueOn } }) => <Day value={nextDueOn} />,
  },
  {
    id: 'paid',
    header: 'Paid',
    width: 116,
    grow: 0,
    align: 'end',
    value: ({ payouts: { paidMinor } }) => paidMinor,
    cell: ({ payouts }) => <Paid payouts={payouts} />,
  },
  {
    id: 'code',
    header: 'Discount code',
    width: 116,
    grow: 0.3,
    value: ({ discountCode }) => discountCode,
    cell: ({ discountCode }) => <Cut text={discountCode} isCode />,
  },
  {
    id: 'link',
    header: 'Tracking link',
    width: 160,
    grow: 0.8,
    value: ({ trackingLink }) => trackingLink,
    cell: ({ trackingLink }) => <Cut text={trackingLink?.replace(/^https?:\/\//, '') ?? null} />,
  },
]

function Creator({ row: { creatorName, handle } }: { row: Collaboration }) {
  return (
    <>
      <Avatar name={creatorName} />
      <span className={classes.name} title={creatorName}>
        {creatorName}
      </span>
      {handle && (
        <span className={classes.handle} title={handle}>
          @{handle}
        </span>
      )}
    </>
  )
}

function Compensation({ row: { compensation, compensationText, agreedCash } }: { row: Collaboration }) {
  if (!compensation) return <span className={classes.soft}>Not agreed</span>
  const cash = agreedCash && agreedCash.amountMinor > 0 ? formatMoney(agreedCash, true) : null
  return (
    <span className={classes.cut} title={compensationText ?? undefined}>
      {cash && <span className="figures">{cash} </span>}
      <span className={cash ? classes.soft : undefined}>{modelLabel(compensation.model)}</span>
    </span>
  )
}

function Paid({ payouts: { currency, paidMinor, plannedMinor } }: Pick<Collaboration, 'payouts'>) {
  if (paidMinor + plannedMinor === 0) return notKnown
  const title = `Paid ${formatMoney({ amountMinor: paidMinor, currency })}, planned ${formatMoney({ amountMinor: plannedMinor, currency })}`
  const whole = formatMoney({ amountMinor: paidMinor + plannedMinor, currency }, true)
  return (
    <span className="figures" title={title}>
      {formatMoney({ amountMinor: paidMinor, currency }, true)}
      {plannedMinor > 0 && <span className={classes.soft}> of {whole}</span>}
    </span>
  )
}

function Cut({ text, isCode = false }: { text: string | null; isCode?: boolean }) {
  return text ? (
    <span className={`${classes.cut} ${isCode ? classes.code : ''}`} title={text}>
      {text}
    </span>
  ) : (
    notKnown
  )
}

function briefRank({ briefSentAt, briefConfirmedAt }: Collaboration): number {
  if (briefConfirmedAt) return 2
  return briefSentAt ? 1 : 0
}
