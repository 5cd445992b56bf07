import { Day } from '../../ui/figures.tsx'
import { notKnown, today } from '../../ui/format.ts'
import type { Column } from '../../ui/table/columns.ts'
import { platformLabel } from '../creators/platform-label.ts'
import { deliverableStatuses, formatLabel, isLate, type Deliverable } from './deliverable-words.ts'
import classes from './deliverables.module.css'
import { DeliverableStatusDot } from './DeliverableStatusDot.tsx'

export const deliverableColumns: readonly Column<Deliverable>[] = [
  { id: 'due', header: 'Due', width: 148, grow: 0, value: ({ dueOn }) => dueOn, cell: (row) => <Due row={row} /> },
  { id: 'title', header: 'Deliverable', width: 200, grow: 1.4, value: ({ title }) => title, cell: ({ title }) => <span className={`${classes.cut} ${classes.name}`} title={title}>{title}</span> },
  { id: 'creator', header: 'Creator', width: 160, grow: 1, value: ({ creatorName }) => creatorName, cell: ({ creatorName }) => <span className={classes.cut} title={creatorName}>{creatorName}</span> },
  { id: 'format', header: 'Format', width: 152, grow: 0.6, value: ({ platform, format }) => platform + format, cell: ({ platform, format }) => <span className={classes.cut}>{platformLabel(platform)} <span className={classes.soft}>{formatLabel(platform, format).toLowerCase()}</span></span> },
  { id: 'status', header: 'Status', width: 132, grow: 0, value: ({ status }) => deliverableStatuses.indexOf(status), cell: ({ status }) => <DeliverableStatusDot status={status} /> },
  { id: 'posted', header: 'Posted', width: 88, grow: 0, value: ({ postedAt }) => postedAt, cell: ({ postedAt }) => <Day value={postedAt?.slice(0, 10)} /> },
  { id: 'post', header: 'Post', width: 140, grow: 0.8, value: ({ postUrl }) => postUrl, cell: ({ postUrl }) => <Post url={postUrl} /> },
]

function Due({ row }: { row: Deliverable }) {
  const late = isLate(row, today())
  return <><Day value={row.dueOn} />{late && <span className={classes.late}>Late</span>}</>
}

function Post({ url }: { url: string | null }) {
  return url ? <span className={classes.cut} title={url}>{url.replace(/^https?:\/\/(www\.)?/, '')}</span> : notKnown
}
