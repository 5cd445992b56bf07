import type { ReactTable, RowData } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { useWindowState } from '../../frame/window-state.ts'
import { gridOf, type Arranging, type Column, type Features } from './columns.ts'
import classes from './Grid.module.css'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import type { Selection } from './selection.ts'
import { useGridKeys } from './use-grid-keys.ts'

export interface GridProps<Row extends RowData> {
  label: string
  table: ReactTable<Features, Row>
  columns: readonly Column<Row>[]
  count: number
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => { id: string; original: Row } | undefined
  idsBetween: (first: number, last: number) => Promise<string[]>
  rowName: (row: Row) => string
  onOpen?: (row: Row) => void
  openId?: string
  selection?: Selection
  arranging?: Arranging
  onSelectAll?: () => void
  onView?: (first: number, last: number) => void
  isLoading?: boolean
  isBusy?: boolean
  empty: ReactNode
  /** Another list begins at its top. */
  list?: unknown
}

const rowHeights = { regular: 36, compact: 30 }
/** Browsers give up on boxes taller than about 33 million pixels; beyond this many rows they are drawn compact. */
const mostRegularRows = 900_000
const headHeight = 32
/** Room for the bar of a selection in two lines, so that it never hides the last rows. */
const barHeight = 104

/** The drawn table: a scrolled window on `count` rows with keyboard, choice and a frozen first column. */
export function Grid<Row extends RowData>(props: GridProps<Row>) {
  const { label, table, columns, count, rowAt, rowName, selection, openId, onView, isLoading = false, isBusy = false, empty } = props
  const density = useWindowState((state) => state.density)
  const height = count > mostRegularRows ? rowHeights.compact : rowHeights[density]
  const footHeight = (selection?.ids.size ?? 0) > 0 ? barHeight : 0
  const scroller = useRef<HTMLDivElement>(null)
  const gridId = useId()
  // oxlint-disable-next-line react/incompatible-library -- nothing it answers is handed to a memoized component
  const virtual = useVirtualizer({
    count: isLoading ? 20 : count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    paddingStart: 0,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
  }, [props.list])
  const report = useEffectEvent(() => onView?.(first, last))
  useEffect(() => report(), [first, last, count])

  const keys = useGridKeys({ ...props, reveal: (index) => virtual.scrollToIndex(index) })
  const { template, width } = gridOf(columns, selection !== undefined)
  const activeRow = keys.active === null ? undefined : `${gridId}-${keys.active}`
  const isActiveDrawn = keys.active !== null && items.some(({ index }) => index === keys.active)
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-busy={isLoading || isBusy}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={isActiveDrawn ? activeRow : undefined}
      tabIndex={0}
      className={classes.grid}
      data-changing={isBusy || undefined}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      style={{ '--columns': template, '--least': `${width}px`, '--row': `${height}px` } as React.CSSProperties}
    >
      <GridHead
        table={table}
        columns={columns}
        selection={selection}
        count={count}
        onSelectAll={props.onSelectAll}
        arranging={props.arranging}
      />
      {count === 0 && !isLoading ? null : (
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() + footHeight }} onClick={keys.onBodyClick}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            return (
              <GridRow
                key={index}
                id={`${gridId}-${index}`}
                index={index}
                top={start}
                row={row?.original}
                columns={columns}
                name={row ? rowName(row.original) : ''}
                isChoosable={selection !== undefined}
                isChosen={row !== undefined && selection?.ids.has(row.id) === true}
                isActive={index === keys.active}
                isOpen={row !== undefined && row.id === openId}
              />
            )
          })}
        </div>
      )}
      {count === 0 && !isLoading && (
        <div className={classes.empty} role="row">
          <div role="gridcell" aria-colspan={columns.length}>
            {empty}
          </div>
        </div>
      )}
    </div>
  )
}
