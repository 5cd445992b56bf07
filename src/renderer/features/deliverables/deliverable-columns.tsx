import { Day } from '../../ui/figures.tsx'
import { notKnown, today } from '../../ui/format.ts'
import type { Column } from '../../ui/table/columns.ts'
import { platformLabel } from '../creators/platform-label.ts'
import { deliverableStatuses, formatLabel, isLate, type Deliverable } from './deliverable-words.ts'
import classes from './deliverables.module.css'
import { DeliverableStatusDot } from './DeliverableStatusDot.tsx'

export const deliverableColumns: readonly Column<Deliverable>[] = [
  { id: 'due', header: 'Due', width: 140, grow: 0, value: ({ dueOn }) => dueOn, cell: (row) => <Due row={row} /> },
  {
    id: 'creator',
    header: 'Creator',
    width: 180,
    grow: 1,
    value: ({ creatorName }) => creatorName,
    cell: ({ creatorName }) => (
      <span className={`${classes.cut} ${classes.name}`} title={creatorName}>
        {creatorName}
      </span>
    ),
  },
  { id: 'title', header: 'Deliverable', width: 220, grow: 1.4, value: ({ title }) => title, cell: (row) => <Title row={row} /> },
  {
    id: 'status',
    header: 'Status',
    width: 132,
    grow: 0,
    value: ({ status }) => deliverableStatuses.indexOf(status),
    cell: ({ status }) => <DeliverableStatusDot status={status} />,
  },
  {
    id: 'posted',
    header: 'Posted',
    width: 88,
    grow: 0,
    value: ({ postedAt }) => postedAt,
    cell: ({ postedAt }) => <Day value={postedAt?.slice(0, 10)} />,
  },
  { id: 'post', header: 'Post', width: 160, grow: 1, value: ({ postUrl }) => postUrl, cell: ({ postUrl }) => <Post url={postUrl} /> },
]

/** What it is called, and its format where the name does not say it. */
function Title({ row: { title, platform, format } }: { row: Deliverable }) {
  const words = `${platformLabel(platform)} ${formatLabel(platform, format).toLowerCase()}`
  const isNamed = title.toLowerCase() !== words.toLowerCase()
  return (
    <span className={classes.cut} title={title}>
      {title}
      {isNamed && <span className={classes.soft}> {words}</span>}
    </span>
  )
}

function Due({ row }: { row: Deliverable }) {
  const late = isLate(row, today())
  return (
    <>
      <Day value={row.dueOn} />
      {late && <span className={classes.late}>Late</span>}
    </>
  )
}

function Post({ url }: { url: string | null }) {
  return url ? (
    <span className={classes.cut} title={url}>
      {url.replace(/^https?:\/\/(www\.)?/, '')}
    </span>
  ) : (
    notKnown
  )
}
