import { useTable, type SortingState, type Updater, type RowData } from '@tanstack/react-table'
import { useMemo, useState, type ReactNode } from 'react'
import { columnDefs, features, fromSorting, toSorting, type Arranging, type Column, type Sort } from './columns.ts'
import { Grid } from './Grid.tsx'
import type { PagedRows } from './paged-rows.ts'
import type { Selection } from './selection.ts'

interface CommonProps<Row extends RowData> {
  /** What the table holds, for those who hear it: "Creators". */
  label: string
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  /** Names the row, for "Select Ana Martins". */
  rowName: (row: Row) => string
  onOpen?: (row: Row) => void
  /** The row whose panel is open. */
  openId?: string
  /** With it, rows have check boxes. */
  selection?: Selection
  /** With it, columns can be moved and made wider. */
  arranging?: Arranging
  /** Chooses every row, also those that are not loaded. */
  onSelectAll?: () => void
  empty: ReactNode
}

interface DataTableProps<Row extends RowData> extends CommonProps<Row> {
  rows: readonly Row[]
  initialSort?: Sort
}

/** A table of rows that are all here: a few thousand at most. Sorts by itself. */
export function DataTable<Row extends RowData>({ rows, columns, initialSort, ...rest }: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<SortingState>(() => toSorting(initialSort ?? null))
  const defs = useMemo(() => columnDefs(columns), [columns])
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rest.rowId,
    state: { sorting },
    onSortingChange: setSorting,
    enableMultiSort: false,
  })
  const sorted = table.getRowModel().rows
  return (
    <Grid
      {...rest}
      columns={columns}
      table={table}
      count={rows.length}
      rowAt={(index) => sorted[index]}
      idsBetween={(first, last) => Promise.resolve(sorted.slice(first, last + 1).map(({ id }) => id))}
      onSelectAll={rest.onSelectAll ?? (() => rest.selection?.replace(sorted.map(({ id }) => id)))}
    />
  )
}

interface PagedTableProps<Row extends RowData> extends CommonProps<Row> {
  rows: PagedRows<Row>
  isChanging: boolean
  /** Ids of the columns that the engine sorts by. */
  sortable: readonly string[]
  sort: Sort
  onSort: (sort: Sort) => void
}

// The rows themselves stay with `PagedRows`; the table knows columns and order.
const noRows: never[] = []

/** A table of rows that come in pages, for lists of any length; the engine sorts and filters. */
export function PagedTable<Row extends RowData>({ rows, columns, sort, onSort, sortable, isChanging, ...rest }: PagedTableProps<Row>) {
  const { rowId } = rest
  const defs = useMemo(() => columnDefs(columns, sortable), [columns, sortable])
  const setSorting = (update: Updater<SortingState>) => {
    const next = fromSorting(typeof update === 'function' ? update(toSorting(sort)) : update)
    if (next) onSort(next)
  }
  const table = useTable({
    features,
    columns: defs,
    data: noRows,
    getRowId: rowId,
    state: { sorting: toSorting(sort) },
    onSortingChange: setSorting,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
  })
  return (
    <Grid
      {...rest}
      columns={columns}
      table={table}
      count={rows.total ?? 0}
      isBusy={isChanging}
      isLoading={rows.total === null}
      list={rows}
      rowAt={(index) => {
        const row = rows.rowAt(index)
        return row === undefined ? undefined : { id: rowId(row), original: row }
      }}
      idsBetween={async (first, last) => (await rows.load(first, last)).map(rowId)}
      onView={rows.want}
    />
  )
}
