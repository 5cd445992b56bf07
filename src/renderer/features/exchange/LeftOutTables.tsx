import { formatCount } from '../../ui/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Column } from '../../ui/table/columns.ts'
import type { Report } from './import-types.ts'
import classes from './import.module.css'

type Reject = Report['rejects'][number]
type Skip = Report['skips'][number]

const rejectColumns: readonly Column<Reject>[] = [
  { id: 'line', header: 'Line', width: 84, grow: 0, value: ({ line }) => line, cell: ({ line }) => formatCount(line) },
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

const placeOf = ({ line, column, problem }: Reject) => `${line} ${column} ${problem}`

/** Lines that could not be read, each with the place and the reason. */
export function RejectTable({ rejects }: { rejects: Report['rejects'] }) {
  return (
    <DataTable
      label="Rejected lines"
      rows={rejects}
      columns={rejectColumns}
      rowId={placeOf}
      rowName={({ line }) => `Line ${line}`}
      empty={<EmptyState title="No line is rejected">Every line of the file can be read.</EmptyState>}
    />
  )
}

/** Cells that could not be taken over, of lines that go in without them. */
export function NoticeTable({ notices }: { notices: Report['notices'] }) {
  return (
    <DataTable
      label="Cells left out"
      rows={notices}
      columns={rejectColumns}
      rowId={placeOf}
      rowName={({ line }) => `Line ${line}`}
      empty={<EmptyState title="No cell is left out">Every cell of the lines that go in can be read.</EmptyState>}
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
