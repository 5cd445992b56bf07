import { useMemo } from 'react'
import { formatCount } from '../../ui/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Column } from '../../ui/table/columns.ts'
import type { Report } from './import-types.ts'
import classes from './import.module.css'

type Reject = Report['rejects'][number] & { id: string }
type Skip = Report['skips'][number]

const rejectColumns: readonly Column<Reject>[] = [
  { id: 'line', header: 'Line', width: 84, grow: 0, value: ({ line }) => line, cell: ({ line }) => (line === 0 ? '–' : formatCount(line)) },
  { id: 'column', header: 'Column', width: 140, grow: 1, value: ({ column }) => column, cell: ({ column }) => column ?? '–' },
  {
    id: 'value',
    header: 'Value',
    width: 160,
    grow: 1.4,
    cell: ({ value }) =>
      value === null ? (
        '–'
      ) : (
        <code className={classes.cell} title={value}>
          {value}
        </code>
      ),
  },
  {
    id: 'problem',
    header: 'Problem',
    width: 300,
    grow: 3,
    value: ({ problem }) => problem,
    cell: ({ problem }) => (
      <span className={classes.cell} title={problem}>
        {problem}
      </span>
    ),
  },
]

const noticeColumns: readonly Column<Reject>[] = rejectColumns.map((column) =>
  column.id === 'problem' ? { ...column, header: 'Remark' } : column,
)

const skipColumns: readonly Column<Skip>[] = [
  { id: 'line', header: 'Line', width: 84, grow: 0, value: ({ line }) => line, cell: ({ line }) => formatCount(line) },
  {
    id: 'reason',
    header: 'Reason',
    width: 300,
    grow: 1,
    value: ({ reason }) => reason,
    cell: ({ reason }) => (
      <span className={classes.cell} title={reason}>
        {reason}
      </span>
    ),
  },
]

/** Two columns of the same name can give two remarks in the same words. */
const numbered = (problems: Report['rejects']) => problems.map((problem, at) => ({ ...problem, id: String(at) }))
const nameOf = ({ line }: Reject) => (line === 0 ? 'The file' : `Line ${line}`)

/** Lines that could not be read, each with the place and the reason. */
export function RejectTable({ rejects }: { rejects: Report['rejects'] }) {
  return (
    <DataTable
      label="Rejected lines"
      rows={useMemo(() => numbered(rejects), [rejects])}
      columns={rejectColumns}
      rowId={({ id }) => id}
      rowName={nameOf}
      empty={<EmptyState title="No line is rejected">Every line of the file can be read.</EmptyState>}
    />
  )
}

/** What to know of lines that go in: cells and columns left out, what was mended, who looks like one person. */
export function NoticeTable({ notices }: { notices: Report['notices'] }) {
  return (
    <DataTable
      label="Remarks"
      rows={useMemo(() => numbered(notices), [notices])}
      columns={noticeColumns}
      rowId={({ id }) => id}
      rowName={nameOf}
      empty={<EmptyState title="Nothing to remark">Every cell of the lines that go in can be read.</EmptyState>}
    />
  )
}

/** Lines that hold no creator: blank ones, totals, a second header. */
export function SkipTable({ skips }: { skips: Report['skips'] }) {
  return (
    <DataTable
      label="Skipped lines"
      rows={skips}
      columns={skipColumns}
      rowId={({ line }) => String(line)}
      rowName={({ line }) => `Line ${line}`}
      empty={<EmptyState title="No line is skipped">Blank lines, totals and repeated headers would stand here.</EmptyState>}
    />
  )
}
