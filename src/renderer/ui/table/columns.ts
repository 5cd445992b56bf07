import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type Row as TableRow,
  type SortingState,
  type RowData,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { narrowestColumn, widestColumn } from '#src/shared/contract/views.ts'

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
export type Features = typeof features

/** One column of a DataTable. */
export interface Column<Row extends RowData> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** By what the column sorts; null goes last. Without it the column does not sort (unless the page sorts by its id). */
  value?: (row: Row) => string | number | null
  /** The first click sorts downwards, as befits amounts. */
  isDescendingFirst?: boolean
  /** Smallest width in pixels. */
  width: number
  /** Share of the room that is left; 0 keeps to `width`. */
  grow?: number
  align?: 'start' | 'end'
}

export interface Sort {
  id: string
  direction: 'ascending' | 'descending'
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** Our columns as TanStack Table wants them. */
export function columnDefs<Row extends RowData>(
  columns: readonly Column<Row>[],
  sortsElsewhere: readonly string[] = [],
): ColumnDef<Features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: Row) => column.value?.(row) ?? undefined,
    header: column.header,
    cell: ({ row }: { row: TableRow<Features, Row> }) => column.cell(row.original),
    enableSorting: column.value !== undefined || sortsElsewhere.includes(column.id),
    sortDescFirst: column.isDescendingFirst ?? false,
    sortUndefined: 'last',
    sortFn: (a: TableRow<Features, Row>, b: TableRow<Features, Row>, id: string) => compare(a.getValue(id), b.getValue(id)),
  }))
}

export function toSorting(sort: Sort | null): SortingState {
  return sort ? [{ id: sort.id, desc: sort.direction === 'descending' }] : []
}

export function fromSorting([sort]: SortingState): Sort | null {
  return sort ? { id: sort.id, direction: sort.desc ? 'descending' : 'ascending' } : null
}

/** Widths of a row as a CSS grid, and the least width of all together in pixels. */
export function gridOf(columns: readonly Column<never>[], hasChoice: boolean): { template: string; width: number } {
  const tracks = columns.map(({ width, grow = 1 }) => (grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
  const width = columns.reduce((sum, column) => sum + column.width, hasChoice ? choiceWidth : 0)
  return { template: [...(hasChoice ? [`${choiceWidth}px`] : []), ...tracks].join(' '), width }
}

/** For tables whose columns can be arranged: what a person did to one. */
export interface Arranging {
  /** A width in pixels; null gives the column its own again. */
  onResize: (id: string, width: number | null) => void
  /** So many places to the right, or to the left. */
  onMove: (id: string, by: number) => void
}

export function asWidth(pixels: number): number {
  return Math.round(Math.max(narrowestColumn, Math.min(widestColumn, pixels)))
}

/** Of the column with the check boxes. */
const choiceWidth = 36
